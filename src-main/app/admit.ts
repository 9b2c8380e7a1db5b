import { AppError } from '@contract/errors'
import type { CallName } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { GrantNeed } from '../core/grants/extent'
import { agentRules } from './agent-rules'
import type { Visitor } from './handler-types'

/**
 * Lets a call over the agent's socket pass if its visitor was granted what it needs, after asking for it where need be.
 * `input` is parsed already. Throws `agent-not-for` and what {@link Visitor.require} throws.
 */
export async function admit(name: CallName, input: unknown, visitor: Pick<Visitor, 'require'>): Promise<void> {
  const need = needOf(name, input)
  if (need === 'asked for by the handler') return
  await visitor.require(need)
}

function needOf(name: CallName, input: unknown): GrantNeed | 'asked for by the handler' {
  const rule = agentRules[name]
  if ('never' in rule) throw new AppError('agent-not-for', { call: name })
  const { reach, secrets } = rule as {
    readonly reach: GrantNeed['reach']
    readonly secrets?: 'by handler' | ((input: unknown) => readonly KeyId[] | 'all')
  }
  if (secrets === 'by handler') return 'asked for by the handler'
  return { reach, secrets: secrets?.(input) ?? [] }
}
