import { AppError, isAppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { EnvUndo, UndoId } from '@contract/model/env'
import type { FileIdentity, FileWarning } from '../../envfiles/identity'
import type { Agreement, StoredUndo } from '../../ports/env-store'
import { newId } from '../ids'
import { digestOfBytes, nowOf, type EnvParts } from './env-parts'

/** One change of one file. */
export interface FileEdit {
  /** Real and absolute. */
  readonly file: string
  readonly root: string
  /** What must be there: a file as it was read, null for none. Left out, anything may be there. */
  readonly expected?: FileIdentity | null
  /** Whether a file that is not there is made. Without, throws `env-file-missing`. */
  readonly mayCreate: boolean
  readonly isPublic: boolean
  /** The new bytes; the same ones when there is nothing to do. */
  readonly edit: (bytes: Uint8Array) => Uint8Array
  readonly undo: {
    readonly what: EnvUndo['what']
    readonly names: readonly string[]
    readonly keyIds: readonly KeyId[]
    readonly bindings: StoredUndo['bindings']
  }
}

export interface Edited {
  readonly file: string
  /** Null when the file said so already. */
  readonly undoId: UndoId | null
  readonly created: boolean
  readonly warnings: readonly FileWarning[]
}

export type EditFile = (edit: FileEdit) => Promise<Edited>

/**
 * Edits files with the bytes before kept in the vault. They are stored first: whatever happens to the write, what it
 * replaced is not lost. Throws as `readEnvFile` and `writeEnvFile` do, and what `edit` throws.
 */
export function createFileEdits({ session, files, clock }: EnvParts): EditFile {
  return async (edit) => {
    const { file, root, undo } = edit
    const stillUnlocked = session.hold()
    const found = await files.read({ file, root, allowSymlink: false })
    const identity = found?.identity ?? null
    if (edit.expected !== undefined && !isSame(identity, edit.expected))
      throw new AppError('env-file-changed', { file })
    if (found === null && !edit.mayCreate) throw new AppError('env-file-missing', { file })
    const before = found?.bytes ?? new Uint8Array()
    const bytes = edit.edit(before)
    if (found !== null && isEqual(bytes, before)) {
      return { file, undoId: null, created: false, warnings: found.warnings }
    }
    const store = session.store().env
    const stored: StoredUndo = {
      id: newId(clock.nowMs()) as UndoId,
      file,
      root,
      names: [...undo.names],
      what: undo.what,
      created: found === null,
      at: nowOf(clock),
      keyIds: undo.keyIds,
      digest: await digestOfBytes(session, bytes),
      bindings: undo.bindings
    }
    await store.apply([{ op: 'save-undo', undo: stored, before: found?.bytes ?? null }], [])
    stillUnlocked()
    try {
      const written = await files.write({ file, root, bytes, expected: identity, isPublic: edit.isPublic })
      return { file: written.file, undoId: stored.id, created: found === null, warnings: written.warnings }
    } catch (error) {
      // The disk's own failure may come after the new file is in place: then the undo is all there is.
      if (!isAppError(error, 'disk-failed')) await store.apply([{ op: 'drop-undo', id: stored.id }], [])
      throw error
    } finally {
      bytes.fill(0)
    }
  }
}

/** What the vault agrees on with a file that holds the present value of a key. */
export function agreementOn(key: { fingerprint: string; version: number }, at: string): Agreement {
  return { digest: key.fingerprint, version: key.version, at }
}

function isSame(one: FileIdentity | null, other: FileIdentity | null): boolean {
  if (one === null || other === null) return one === other
  return (Object.keys(one) as (keyof FileIdentity)[]).every((key) => one[key] === other[key])
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}
