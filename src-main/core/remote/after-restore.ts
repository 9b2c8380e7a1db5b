import type { Clock } from '../../ports/clock'
import type { StoreChange } from '../../ports/remote-store'
import { auditOf } from '../actor'
import type { SessionKeeper } from '../session-keeper'

/**
 * A restored vault knows the past: what it says of rotations may long be otherwise at the provider, and going on by
 * itself could revoke the key that is in use. Open rotations stand still with `vault-restored` until a person goes on,
 * and policies that rotated by themselves only remind.
 */
export async function holdAfterRestore(session: SessionKeeper, clock: Clock): Promise<void> {
  const store = session.store().remote
  const changes: StoreChange[] = []
  for (const rotation of await store.rotations({ open: true, keyId: null })) {
    changes.push({
      op: 'save-rotation',
      rotation: { ...rotation, failure: { code: 'vault-restored', details: {} }, revision: rotation.revision + 1 }
    })
  }
  for (const { keyId, policy } of await store.links(null)) {
    if (policy.kind !== 'automatic') continue
    const everyDays = policy.everyDays ?? policy.beforeExpiryDays ?? 90
    changes.push({ op: 'change-link', id: keyId, change: { policy: { kind: 'remind', everyDays } } })
  }
  if (changes.length === 0) return
  const detail = 'the vault was restored'
  await store.apply(changes, [auditOf('rotation.failed', 'app', clock.nowMs(), null, detail)])
}
