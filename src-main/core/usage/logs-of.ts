import type { KeyId } from '@contract/model/base'
import type { StoredLink, StoredRotation } from '../../ports/remote-store'
import type { UsageLog } from '../../ports/usage-store'
import type { Account } from '../remote/accounts'

/** A log that an account offers, and whose it is where it is of one key. */
export interface OfferedLog {
  readonly log: UsageLog
  readonly keyId: KeyId | null
  /** The id of a value that was replaced or revoked: the provider may have forgotten it. */
  readonly isOld: boolean
}

/** For so long a value that was replaced is watched, where its provider has a log for each. */
const WATCHED_AFTER_MS = 30 * 86_400_000

/** The logs of an account: one for each kind of key, or one for each key, as its provider has it. */
export function logsOf(
  { connection, connector }: Account,
  links: readonly StoredLink[],
  rotations: readonly StoredRotation[],
  nowMs: number
): OfferedLog[] {
  const connectionId = connection.id
  return connector.description.kinds.flatMap(({ id: kind }): OfferedLog[] => {
    const scope = connector.usageLogOf(kind)
    if (scope === null) return []
    if (scope === 'account') return [{ log: { connectionId, kind, remoteId: null }, keyId: null, isOld: false }]
    const mine = links.filter((link) => link.kind === kind)
    const own = mine.flatMap(({ keyId, remoteId }): OfferedLog[] =>
      remoteId === null ? [] : [{ log: { connectionId, kind, remoteId }, keyId, isOld: false }]
    )
    const ids = new Set(own.map(({ log }) => log.remoteId))
    const old = rotations.flatMap(({ keyId, old: { remoteId }, endedAt }): OfferedLog[] => {
      const isWatched = endedAt === null || nowMs - Date.parse(endedAt) < WATCHED_AFTER_MS
      if (!isWatched || remoteId === null || ids.has(remoteId) || !mine.some((link) => link.keyId === keyId)) return []
      ids.add(remoteId)
      return [{ log: { connectionId, kind, remoteId }, keyId, isOld: true }]
    })
    return [...own, ...old]
  })
}
