import { AppError } from '@contract/errors'
import type { OldUse } from '@contract/model/rotation'
import type { Accounts } from '../remote/accounts'
import { tiedKey } from '../remote/links'
import type { SessionKeeper } from '../session-keeper'

/** What the provider's log says of a rotation's old value. Throws `rotation-not-found`, and what {@link tiedKey} throws. */
export type OldUses = (rotationId: string) => Promise<OldUse | null>

const NOTHING = { readAt: null, requests: 0, lastAt: null, addresses: [] }

export function createOldUses(session: SessionKeeper, accounts: Accounts): OldUses {
  return async (rotationId) => {
    const store = session.store()
    const rotation = await store.remote.rotation(rotationId)
    if (rotation === null) throw new AppError('rotation-not-found', {})
    const { step, mode, endedAt, keyId, connectionId, old, new: made } = rotation
    // Only while both values may be alive.
    if (endedAt !== null || made === null || mode === 'in-place' || step === 'aborting') return null
    const { connector, link } = await tiedKey(session, accounts, keyId)
    const since = link.rotatedAt
    const scope = connector.usageLogOf(link.kind)
    if (scope === null || old.remoteId === null) return { known: 'not-offered', since, ...NOTHING }
    if (old.remoteId === made.remoteId) return { known: 'one-id', since, ...NOTHING }
    const log = { connectionId, kind: link.kind, remoteId: old.remoteId }
    const [logs, calls] = await Promise.all([store.usage.logs(connectionId), store.usage.callsOf(log, since)])
    const readOf = scope === 'account' ? null : old.remoteId
    const told = logs.find(({ kind, remoteId }) => kind === link.kind && remoteId === readOf)
    const readAt = told?.syncedAt ?? null
    const reachesBack = told !== undefined && (told.complete || (told.oldestAt !== null && told.oldestAt <= since))
    return {
      known: reachesBack && readAt !== null && readAt >= since ? 'read' : 'not-read',
      since,
      readAt,
      requests: calls.requests,
      lastAt: calls.lastAt,
      addresses: calls.addresses.map(({ ip, requests }) => ({ ip, requests })).slice(0, 10)
    }
  }
}
