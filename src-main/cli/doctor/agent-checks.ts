import { isAppError } from '@contract/app-error'
import { describeError } from '@contract/error-texts'
import { findConnection } from '../agent/through-agent'
import { CallFailed } from '../client'
import type { Context } from '../context'
import { check, type Finding } from './finding'

/** Whether a running Keyquay answers, and what it says of the vault. */
export async function agentCheck(context: Context): Promise<Finding> {
  const { ok, note, problem } = check('agent', 'Running')
  if (!context.asksAgent) return note('not asked: --no-agent or --password-fd')
  try {
    const connection = await findConnection(context)
    if (connection === null) return ok('neither the app nor an agent; kq unlock starts one')
    const who = connection.kind === 'app' ? 'the app' : 'the agent of kq unlock'
    const says = `${who} answers, and the vault is ${connection.isOpen() ? 'open' : 'locked'}`
    connection.close()
    return ok(says)
  } catch (error) {
    if (error instanceof CallFailed) {
      return problem(
        describeError(error.envelope.code, error.envelope.details),
        'kq unlock starts an agent; --no-agent does without.'
      )
    }
    if (isAppError(error)) return problem(describeError(error.code, error.details), '--no-agent does without.')
    throw error
  }
}
