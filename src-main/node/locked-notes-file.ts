import { z } from 'zod'
import { auditEntry } from '@contract/model/audit'
import { instant } from '@contract/model/base'
import type { LockedNotes } from '../ports/locked-notes'
import type { PrivateFile } from './private-file'

const MOST = 200

const note = z.strictObject({
  at: instant,
  action: auditEntry.shape.action.extract([
    'vault.unlocked',
    'vault.unlock-failed',
    'vault.locked',
    'vault.password-changed',
    'vault.recovery-code-made',
    'vault.recovery-kit-saved',
    'vault.device-unlock-changed',
    'vault.data-key-rotated',
    'vault.backup-made',
    'vault.restored'
  ]),
  actor: auditEntry.shape.actor,
  keyId: z.null(),
  detail: z.string().max(100)
})
const notes = z.array(note).max(MOST)

/** Anyone who can write the file can invent or remove notes; the audit trail takes them as what they are. */
export function createLockedNotes(file: PrivateFile): LockedNotes {
  const read = (): z.infer<typeof notes> => notes.safeParse(file.read()).data ?? []
  return {
    add(added) {
      const parsed = note.safeParse(added)
      if (!parsed.success) return
      try {
        file.write([...read(), parsed.data].slice(-MOST))
      } catch {
        // A read-only home has no trail to write to either.
      }
    },
    take() {
      const taken = read()
      try {
        file.remove()
      } catch {
        return []
      }
      return taken
    }
  }
}
