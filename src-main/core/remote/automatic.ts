import { isAppError } from '@contract/errors'
import type { ExpiryChoice, RotationPolicy } from '@contract/model/connection'
import type { ExpiryModel } from '@contract/model/connector'
import type { Clock } from '../../ports/clock'
import type { StoredLink } from '../../ports/remote-store'
import type { StoredKey } from '../../ports/vault-store'
import type { SessionKeeper } from '../session-keeper'
import { auditOf } from '../actor'
import { tiedKey } from './links'
import type { Accounts } from './accounts'
import type { RemoteKeys } from './remote-keys'
import type { Rotations } from './rotations'

const DAY_MS = 86_400_000

interface Parts {
  readonly session: SessionKeeper
  readonly accounts: Accounts
  readonly rotations: Rotations
  readonly remoteKeys: RemoteKeys
  readonly clock: Clock
}

/**
 * Starts what keys' policies ask for by itself: renewal where the provider renews a key that is about to expire,
 * rotation otherwise, each at most once a day. One failure does not keep the others; it stands in its rotation. Only while unlocked.
 */
export async function rotateWhatIsDue({ session, accounts, rotations, remoteKeys, clock }: Parts): Promise<void> {
  const store = session.store()
  for (const link of await store.remote.links(null)) {
    const { policy } = link
    if (policy.kind !== 'automatic') continue
    const key = await store.keys.get(link.keyId)
    const due = dueFor(policy, key, link, clock.nowMs())
    if (due === null || key.state !== 'active' || key.deletedAt !== null) continue
    if (link.attemptedAt !== null && clock.nowMs() - Date.parse(link.attemptedAt) < DAY_MS) continue
    const attemptedAt = new Date(clock.nowMs()).toISOString()
    await store.remote.apply([{ op: 'change-link', id: key.id, change: { attemptedAt } }], [])
    try {
      const tied = await tiedKey(session, accounts, key.id)
      // A guided key is rotated by a person, who is reminded of it.
      if (!accounts.speaks(tied)) continue
      if (due === 'expiry' && tied.connector.offers(link.kind, 'renew')) {
        await remoteKeys.renew(key.id, longest(tied.kind(link.kind).expiry), 'app')
      } else {
        await rotations.start(key.id, null, policy.revokeAtEnd, 'app')
      }
    } catch (error) {
      if (isAppError(error, 'vault-locked')) throw error
      // A rotation keeps its failure itself; a renewal has no other place to say it.
      const code = isAppError(error) ? error.code : 'internal'
      await store.remote.apply([], [auditOf('rotation.failed', 'app', clock.nowMs(), key.id, `by policy: ${code}`)])
    }
  }
}

/** Why an automatic policy is due, or null. */
export function dueFor(
  policy: Extract<RotationPolicy, { kind: 'automatic' }>,
  key: Pick<StoredKey, 'expiresAt'>,
  link: Pick<StoredLink, 'rotatedAt'>,
  nowMs: number
): 'expiry' | 'age' | null {
  const { everyDays, beforeExpiryDays } = policy
  const expiresMs = key.expiresAt === null ? null : Date.parse(key.expiresAt)
  if (beforeExpiryDays !== null && expiresMs !== null && expiresMs - beforeExpiryDays * DAY_MS <= nowMs) return 'expiry'
  if (everyDays !== null && Date.parse(link.rotatedAt) + everyDays * DAY_MS <= nowMs) return 'age'
  return null
}

function longest(model: ExpiryModel): ExpiryChoice {
  const days = model.defaultDays ?? model.maxDays
  return days === null ? { kind: 'days', days: 90 } : { kind: 'days', days }
}
