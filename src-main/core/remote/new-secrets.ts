import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { Clock } from '../../ports/clock'
import { auditOf, type Actor } from '../actor'
import type { SessionKeeper } from '../session-keeper'
import { toText } from './secret-text'

/** Values that were just made here: they may be shown without the password until they are put away or the vault locks. */
export interface NewSecrets {
  add(id: KeyId, version: number): void
  /** Throws `password-needed-again` for a value that was not just made here, or is not the key's present one. */
  reveal(id: KeyId, actor: Actor): Promise<string>
  /** A key that keeps no value loses it now, unless a rotation still needs it. */
  putAway(id: KeyId, actor: Actor): Promise<void>
}

export function createNewSecrets(session: SessionKeeper, clock: Clock, changed: () => void): NewSecrets {
  const fresh = new Map<KeyId, number>()
  session.beforeLock(() => {
    fresh.clear()
  })
  return {
    add: (id, version) => void fresh.set(id, version),
    async reveal(id, actor) {
      const stillUnlocked = session.hold()
      const store = session.store()
      const version = fresh.get(id)
      if (version === undefined || (await store.keys.get(id)).version !== version) {
        throw new AppError('password-needed-again', {})
      }
      const { secret } = await store.keys.secret(id, version, auditOf('key.shown-once', actor, clock.nowMs(), id))
      const text = toText(secret)
      changed()
      stillUnlocked()
      return text
    },
    async putAway(id, actor) {
      const store = session.store()
      fresh.delete(id)
      const link = await store.remote.link(id)
      if (link === null) return
      const seen = { op: 'change-link', id, change: { unseen: false } } as const
      const isRotating = (await store.remote.rotations({ open: true, keyId: id })).length > 0
      if (!link.forgetsSecret || isRotating) {
        await store.remote.apply([seen], [])
        return
      }
      const at = new Date(clock.nowMs()).toISOString()
      const audit = auditOf('key.values-purged', actor, clock.nowMs(), id, 'keeps no value')
      await store.remote.apply([seen, { op: 'edit-key', id, fields: { keep: 'never' }, at }], [audit])
      changed()
    }
  }
}
