import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { BindingId, EnvPreview, EnvWritten } from '@contract/model/env'
import { maskedDiff } from '../../envfiles/diff'
import { setAssignment, type Change } from '../../envfiles/edit'
import { exampleOf } from '../../envfiles/example'
import type { FileIdentity } from '../../envfiles/identity'
import type { EnvChange, StoredBinding } from '../../ports/env-store'
import { auditOf, type Actor } from '../actor'
import { envNameOf } from '../copy-formats'
import { newId } from '../ids'
import { nowOf, rootOf, type EnvParts, type OpenEnvStore } from './env-parts'
import { agreementOn, type EditFile } from './file-edits'
import type { Safety } from './safety'
import type { TakeTurns } from './turns'

/** Writes that are shown before they are done. */
export interface Previews {
  /** Throws `env-file-…`, `env-name-invalid`, `format-needs-env-name`, `secret-not-for-env`, `secret-not-kept`. */
  preview(keyId: KeyId, name: string | null, file: string): Promise<EnvPreview>
  previewExample(file: string): Promise<EnvPreview>
  /** Throws `preview-forgotten`, `env-file-symlink`, `env-file-changed`, and what a write throws. */
  write(token: string, options: { followLink: boolean; bind: boolean }, actor: Actor): Promise<EnvWritten>
  forget(token: string): void
}

/** What is kept between the look and the write: which file it was, and nothing of what it holds. */
interface Held {
  readonly shown: EnvPreview
  readonly root: string
  readonly identity: FileIdentity | null
  /** The key and its version, or the file an example is made of. */
  readonly source:
    | { readonly of: 'key'; readonly keyId: KeyId; readonly name: string; readonly version: number }
    | { readonly of: 'example'; readonly file: string; readonly identity: FileIdentity }
}

const MOST_HELD = 100

interface Parts extends EnvParts {
  readonly editFile: EditFile
  readonly safety: Safety
  readonly takeTurns: TakeTurns
  readonly keysChanged: () => void
}

export function createPreviews(parts: Parts): Previews {
  const { session, files, clock, localUses, changed, keysChanged, editFile, safety, takeTurns } = parts
  const held = new Map<string, Held>()
  const store = (): OpenEnvStore => session.store().env
  session.beforeLock(() => {
    held.clear()
  })

  function hold(preview: Held): EnvPreview {
    const [oldest] = held.keys()
    if (held.size >= MOST_HELD && oldest !== undefined) held.delete(oldest)
    held.set(preview.shown.token, preview)
    return preview.shown
  }

  async function secretOf(id: KeyId): Promise<string> {
    const bytes = await session.store().remote.secretFor(id, null)
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    bytes.fill(0)
    return text
  }

  async function boundTo(file: string, name: string): Promise<StoredBinding | undefined> {
    return (await store().bindings(null)).find((binding) => binding.file === file && binding.name === name)
  }

  async function exampleBytes(file: string, root: string): Promise<{ bytes: Uint8Array; identity: FileIdentity }> {
    const found = await files.read({ file, root, allowSymlink: false })
    if (found === null) throw new AppError('env-file-missing', { file })
    const bytes = exampleOf(found.bytes, file)
    found.bytes.fill(0)
    return { bytes, identity: found.identity }
  }

  async function writeKey(
    { shown, root, identity, source }: Held & { source: Extract<Held['source'], { of: 'key' }> },
    bind: boolean,
    actor: Actor
  ): Promise<EnvWritten> {
    const { keyId, name } = source
    const { file } = shown
    const key = await session.store().keys.get(keyId)
    // What was shown was another value.
    if (key.version !== source.version) throw new AppError('preview-forgotten', {})
    const value = await secretOf(keyId)
    const known = await boundTo(file, name)
    const isBound = bind || known?.keyId === keyId
    const id = known?.id ?? (newId(clock.nowMs()) as BindingId)
    const edited = await editFile({
      file,
      root,
      expected: identity,
      mayCreate: true,
      isPublic: false,
      edit: (bytes) => setAssignment(bytes, name, value, { file }).bytes,
      undo: {
        what: 'write',
        names: [name],
        keyId,
        bindings: isBound ? [{ id, agreed: known?.keyId === keyId ? known.agreed : null }] : []
      }
    })
    const at = nowOf(clock)
    const binding = { id, keyId, file, root, name, agreed: agreementOn(key, at) }
    const changes: EnvChange[] = [{ op: 'change-key', change: { op: 'note-use', id: keyId, at } }]
    if (isBound) changes.push({ op: 'save-binding', binding })
    const detail = `${name} in ${file}`.slice(0, 500)
    const entries = edited.undoId === null ? [] : [auditOf('env.written', actor, clock.nowMs(), keyId, detail)]
    const isNewlyBound = isBound && known?.keyId !== keyId
    const bound = isNewlyBound ? [auditOf('env.bound', actor, clock.nowMs(), keyId, detail)] : []
    await store().apply(changes, [...entries, ...bound])
    if (edited.undoId !== null) await localUses.note({ keyId, kind: 'env-written', actor, place: file, envName: name })
    keysChanged()
    const git = await files.gitState(file)
    const { undoId, warnings } = edited
    return { file, change: shown.change, bindingId: isBound ? id : null, undoId, git, warnings: [...warnings] }
  }

  async function writeExample(
    { shown, root, identity, source }: Held & { source: Extract<Held['source'], { of: 'example' }> },
    actor: Actor
  ): Promise<EnvWritten> {
    const { file } = shown
    const made = await exampleBytes(source.file, root)
    if (made.identity.sha256 !== source.identity.sha256) throw new AppError('env-file-changed', { file: source.file })
    const edited = await editFile({
      file,
      root,
      expected: identity,
      mayCreate: true,
      isPublic: true,
      edit: () => made.bytes,
      undo: { what: 'example', names: [], keyId: null, bindings: [] }
    })
    if (edited.undoId !== null) {
      await session.store().audit.append(auditOf('env.written', actor, clock.nowMs(), null, file.slice(0, 500)))
    }
    const git = await files.gitState(file)
    const { undoId, warnings } = edited
    return { file, change: shown.change, bindingId: null, undoId, git, warnings: [...warnings] }
  }

  return {
    async preview(keyId, wantedName, asked) {
      const key = await session.store().keys.get(keyId)
      const name = wantedName ?? envNameOf(key)
      const place = await rootOf(parts, asked)
      const found = await files.read({ file: place.file, root: place.root, allowSymlink: true })
      const file = found?.file ?? place.file
      const before = found?.bytes ?? new Uint8Array()
      const { bytes, change } = setAssignment(before, name, await secretOf(keyId), { file })
      const known = await boundTo(file, name)
      const shown: EnvPreview = {
        token: randomUUID(),
        file,
        creates: found === null,
        link: place.link === null ? null : place.file,
        name,
        keyId,
        keyName: key.name,
        ...toShown(change),
        diff: maskedDiff(before, bytes, file),
        ...(await safety.of(file, place.root)),
        warnings: [...(found?.warnings ?? [])],
        bindingId: known?.id ?? null,
        boundKeyName: known?.keyName ?? null
      }
      bytes.fill(0)
      const source = { of: 'key' as const, keyId, name, version: key.version }
      return hold({ shown, root: place.root, identity: found?.identity ?? null, source })
    },

    async previewExample(asked) {
      const place = await rootOf(parts, asked)
      const source = place.link ?? place.file
      const made = await exampleBytes(source, place.root)
      const file = join(dirname(place.file), exampleNameOf(basename(place.file)))
      const found = await files.read({ file, root: place.root, allowSymlink: false })
      const before = found?.bytes ?? new Uint8Array()
      const diff = maskedDiff(before, made.bytes, file)
      const shown: EnvPreview = {
        token: randomUUID(),
        file,
        creates: found === null,
        link: null,
        name: null,
        keyId: null,
        keyName: null,
        change: found === null ? 'added' : diff.length === 0 ? 'same' : 'changed',
        line: null,
        duplicates: [],
        diff,
        git: await files.gitState(file),
        // An example is made to be committed.
        ignore: null,
        warnings: [],
        bindingId: null,
        boundKeyName: null
      }
      const identity = found?.identity ?? null
      return hold({
        shown,
        root: place.root,
        identity,
        source: { of: 'example', file: source, identity: made.identity }
      })
    },

    write: (token, { followLink, bind }, actor) =>
      takeTurns(async () => {
        const preview = held.get(token)
        if (preview === undefined) throw new AppError('preview-forgotten', {})
        const { link, file } = preview.shown
        if (link !== null && !followLink) throw new AppError('env-file-symlink', { file: link, target: file })
        // Whatever comes of it, what is in the file by then has not been shown.
        held.delete(token)
        const { source } = preview
        const written =
          source.of === 'key'
            ? await writeKey({ ...preview, source }, bind, actor)
            : await writeExample({ ...preview, source }, actor)
        changed()
        return written
      }),

    forget(token) {
      held.delete(token)
    }
  }
}

function toShown({ kind, line, duplicates }: Change): Pick<EnvPreview, 'change' | 'line' | 'duplicates'> {
  return { change: kind, line, duplicates: [...duplicates] }
}

/** `.env` and `.env.local` share one example; `.envrc` and `web.env` have their own. */
function exampleNameOf(name: string): string {
  return /^\.env(?:\.|$)/.test(name) ? '.env.example' : `${name}.example`
}
