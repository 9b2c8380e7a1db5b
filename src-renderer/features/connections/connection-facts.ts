import type { Connection, ConnectionTest, Failure } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'

/** How an account stands, from the last look at it. */
export type Verdict = 'works' | 'failed' | 'untested' | 'by-hand' | 'unusable'

export function verdictOf({ usable, mode, lastTest }: Connection): Verdict {
  if (!usable) return 'unusable'
  if (mode === 'guided') return 'by-hand'
  if (lastTest === null) return 'untested'
  return lastTest.ok ? 'works' : 'failed'
}

/** The first thing that failed; null when nothing did. */
export function firstFailure(test: ConnectionTest | null): Failure | null {
  return test?.checks.find(({ ok }) => !ok)?.failure ?? null
}

/** Whether every credential that requests need is there. */
export function hasCredentials(connection: Connection, description: ConnectorDescription | undefined): boolean {
  const there = new Set(connection.credentials.map(({ id }) => id))
  return description === undefined
    ? there.size > 0
    : description.credentials.every(({ id, required }) => !required || there.has(id))
}

/** The plan as the provider writes it, where the manifest knows it; as it was told otherwise. */
export function planOf(test: ConnectionTest | null, description: ConnectorDescription | undefined): string | null {
  const plan = test?.plan ?? null
  return description?.plans.find(({ id }) => id === plan?.toLowerCase())?.label ?? plan
}

/** A failure as it is kept, in the shape that notes show. */
export const shownFailure = (failure: Failure): Failure & { readonly id: '' } => ({ ...failure, id: '' })
