import { isAppError } from '@contract/errors'
import type { LocalUse } from '@contract/model/usage'
import type { Clock } from '../../ports/clock'
import type { Log } from '../../ports/log'
import { newId } from '../ids'
import type { SessionKeeper } from '../session-keeper'

/** Something that was done here with a key's value. */
export type LocalUseNote = Omit<LocalUse, 'id' | 'at' | 'keyName'>

/** Writes down what was done here with keys' values: copied, shown, written to an env file, given to a program. */
export interface LocalUses {
  /**
   * Never fails: what was done is done. `place` is a program's name or a file's path, never an argument of a command
   * line, which may hold anything.
   */
  note(use: LocalUseNote): Promise<void>
}

interface Parts {
  readonly session: SessionKeeper
  readonly clock: Clock
  readonly log: Log
  readonly changed: () => void
}

const LONGEST_PLACE = 4_096

export function createLocalUses({ session, clock, log, changed }: Parts): LocalUses {
  return {
    async note(use) {
      if (session.current().readOnly) return
      const nowMs = clock.nowMs()
      const at = new Date(nowMs).toISOString()
      const place = use.place?.slice(0, LONGEST_PLACE) ?? null
      try {
        await session.store().usage.apply([{ op: 'note-local-use', use: { ...use, place, id: newId(nowMs), at } }], [])
        changed()
      } catch (error) {
        log.warn('local use not noted', { code: isAppError(error) ? error.code : 'internal' })
      }
    }
  }
}
