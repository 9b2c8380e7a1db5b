import type { Failure } from '@contract/model/connection'
import type { UsageState } from '@contract/model/usage'

export interface Standing {
  /** When the last of its readings ended. */
  readonly syncedAt: string | null
  readonly records: number
  readonly oldestAt: string | null
  /** Everything the provider still has is here. */
  readonly complete: boolean
  /** Each kind of failure once; `keyName` where it is of the log of one key only. */
  readonly failures: readonly { readonly failure: Failure; readonly keyName: string | null }[]
}

/** How far the usage of an account was read, over all its logs. */
export function standingOf({ logs, totalsReadAt, totalsFailure }: UsageState): Standing {
  const failed = logs.flatMap(({ failure, keyName }) => (failure === null ? [] : [{ failure, keyName }]))
  const all = totalsFailure === null ? failed : [...failed, { failure: totalsFailure, keyName: null }]
  const codes = [...new Set(all.map(({ failure }) => failure.code))]
  return {
    syncedAt: latest([...logs.map(({ syncedAt }) => syncedAt), totalsReadAt]),
    records: logs.reduce((sum, { records }) => sum + records, 0),
    oldestAt:
      logs
        .map(({ oldestAt }) => oldestAt)
        .filter((at) => at !== null)
        .sort()[0] ?? null,
    complete: logs.every(({ complete }) => complete),
    failures: codes.flatMap((code) => {
      const [first, ...others] = all.filter(({ failure }) => failure.code === code)
      return first === undefined ? [] : [{ failure: first.failure, keyName: others.length > 0 ? null : first.keyName }]
    })
  }
}

/** The latest of some moments; null when there is none. */
export function latest(moments: readonly (string | null)[]): string | null {
  return (
    moments
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? null
  )
}
