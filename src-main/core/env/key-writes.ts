import { randomUUID } from 'node:crypto'
import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { BindingId, EnvPreview, EnvWritten } from '@contract/model/env'
import { maskedDiff } from '../../envfiles/diff'
import { setAssignments } from '../../envfiles/edit'
import type { Agreement, EnvChange } from '../../ports/env-store'
import type { AuditDraft } from '../../ports/store-parts'
import { auditOf, type Actor } from '../actor'
import { envNameOf } from '../copy-formats'
import { newId } from '../ids'
import { nowOf, rootOf, type EnvParts } from './env-parts'
import { agreementOn, type EditFile } from './file-edits'
import type { HeldKey, HeldPreview, KeySource } from './held-preview'
import type { Safety } from './safety'

export interface WantedKey {
  readonly keyId: KeyId
  /** Null: the key's env name, or one made from its name. */
  readonly name: string | null
}

/** Keys written to one env file in one go. */
export interface KeyWrites {
  /**
   * Throws `env-file-…`, `env-name-invalid`, `env-name-twice`, `format-needs-env-name`, `secret-not-for-env`,
   * `secret-not-kept`.
   */
  look(wanted: readonly WantedKey[], file: string): Promise<HeldPreview<KeySource>>
  /** All of them or none. Throws `preview-forgotten` when a key has another value by now, `env-file-changed`. */
  write(held: HeldPreview<KeySource>, bind: boolean, actor: Actor): Promise<EnvWritten>
}

interface Parts extends EnvParts {
  readonly editFile: EditFile
  readonly safety: Safety
  readonly keysChanged: () => void
}

export function createKeyWrites(parts: Parts): KeyWrites {
  const { session, files, clock, localUses, keysChanged, editFile, safety } = parts

  async function secretOf(id: KeyId): Promise<string> {
    const bytes = await session.store().remote.secretFor(id, null)
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    bytes.fill(0)
    return text
  }

  /** What is to be written, with the values and bindings of now. Throws `preview-forgotten`. */
  async function gather(file: string, held: readonly HeldKey[], bind: boolean): Promise<KeyWrite[]> {
    const bindings = await session.store().env.bindings(null)
    return Promise.all(
      held.map(async ({ keyId, name, version, change }) => {
        const key = await session.store().keys.get(keyId)
        // What was shown was another value.
        if (key.version !== version) throw new AppError('preview-forgotten', {})
        const known = bindings.find((binding) => binding.file === file && binding.name === name)
        const wasBound = known?.keyId === keyId
        return {
          keyId,
          name,
          change,
          value: await secretOf(keyId),
          bindingId: known?.id ?? (newId(clock.nowMs()) as BindingId),
          wasBound,
          isBound: bind || wasBound,
          before: wasBound ? known.agreed : null,
          after: agreementOn(key, nowOf(clock))
        }
      })
    )
  }

  /** Keeps the bindings, and writes down what was done. */
  async function note(
    { file, root }: { readonly file: string; readonly root: string },
    writes: readonly KeyWrite[],
    written: readonly KeyWrite[],
    actor: Actor
  ): Promise<void> {
    const at = nowOf(clock)
    const auditFor = (action: 'env.written' | 'env.bound', { keyId, name }: KeyWrite): AuditDraft =>
      auditOf(action, actor, clock.nowMs(), keyId, `${name} in ${file}`.slice(0, 500))
    const bound = writes.filter(({ isBound }) => isBound)
    const changes: EnvChange[] = [
      ...writes.map(({ keyId }) => ({ op: 'change-key' as const, change: { op: 'note-use' as const, id: keyId, at } })),
      ...bound.map(({ bindingId, keyId, name, after }) => ({
        op: 'save-binding' as const,
        binding: { id: bindingId, keyId, file, root, name, agreed: after }
      }))
    ]
    await session
      .store()
      .env.apply(changes, [
        ...written.map((write) => auditFor('env.written', write)),
        ...bound.filter(({ wasBound }) => !wasBound).map((write) => auditFor('env.bound', write))
      ])
    for (const { keyId, name } of written) {
      await localUses.note({ keyId, kind: 'env-written', actor, place: file, envName: name })
    }
  }

  return {
    async look(wanted, asked) {
      const keys = await Promise.all(
        wanted.map(async ({ keyId, name }) => {
          const key = await session.store().keys.get(keyId)
          return { keyId, keyName: key.name, name: name ?? envNameOf(key), version: key.version }
        })
      )
      requireOneEach(keys)
      const place = await rootOf(parts, asked)
      const found = await files.read({ file: place.file, root: place.root, allowSymlink: true })
      const file = found?.file ?? place.file
      const before = found?.bytes ?? new Uint8Array()
      const entries = await Promise.all(keys.map(async (key) => ({ ...key, value: await secretOf(key.keyId) })))
      const { bytes, changes } = setAssignments(before, entries, { file })
      const bindings = await session.store().env.bindings(null)
      const shown: EnvPreview = {
        token: randomUUID(),
        file,
        creates: found === null,
        link: place.link === null ? null : place.file,
        keys: changes.map(({ entry: { keyId, keyName, name }, change: { kind, line, duplicates } }) => {
          const known = bindings.find((binding) => binding.file === file && binding.name === name)
          const [bindingId, boundKeyName] = [known?.id ?? null, known?.keyName ?? null]
          return { keyId, keyName, name, change: kind, line, duplicates: [...duplicates], bindingId, boundKeyName }
        }),
        change: wholeOf(changes.map(({ change }) => change.kind)),
        diff: maskedDiff(before, bytes, file),
        ...(await safety.of(file, place.root)),
        warnings: [...(found?.warnings ?? [])]
      }
      bytes.fill(0)
      const held = changes.map(({ entry: { keyId, name, version }, change }) => ({
        ...{ keyId, name, version },
        change: change.kind
      }))
      return { shown, root: place.root, identity: found?.identity ?? null, source: { of: 'keys', keys: held } }
    },

    async write({ shown, root, identity, source }, bind, actor) {
      const { file, change } = shown
      const writes = await gather(file, source.keys, bind)
      const changed = writes.filter((write) => write.change !== 'same')
      const { undoId, warnings } = await editFile({
        file,
        root,
        expected: identity,
        mayCreate: true,
        isPublic: false,
        edit: (bytes) => setAssignments(bytes, writes, { file }).bytes,
        undo: {
          what: 'write',
          names: changed.map(({ name }) => name),
          keyIds: [...new Set(writes.map(({ keyId }) => keyId))],
          bindings: writes
            .filter(({ isBound }) => isBound)
            .map(({ bindingId, before }) => ({ id: bindingId, agreed: before }))
        }
      })
      await note({ file, root }, writes, undoId === null ? [] : changed, actor)
      keysChanged()
      const git = await files.gitState(file)
      const keys = writes.map(({ keyId, name, change: kind, isBound, bindingId }) => ({
        ...{ keyId, name, change: kind },
        bindingId: isBound ? bindingId : null
      }))
      return { file, change, keys, undoId, git, warnings: [...warnings] }
    }
  }
}

/** One key on its way into the file. */
interface KeyWrite extends Omit<HeldKey, 'version'> {
  readonly value: string
  readonly bindingId: BindingId
  /** The name is this key's already. */
  readonly wasBound: boolean
  readonly isBound: boolean
  /** What file and vault agreed on; null where the name is bound by this write. */
  readonly before: Agreement | null
  readonly after: Agreement
}

/** Throws `env-name-twice`. */
function requireOneEach(keys: readonly { readonly keyName: string; readonly name: string }[]): void {
  const holders = new Map<string, string>()
  for (const { keyName, name } of keys) {
    const one = holders.get(name)
    if (one !== undefined) throw new AppError('env-name-twice', { name, one, other: keyName })
    holders.set(name, keyName)
  }
}

function wholeOf(changes: readonly EnvPreview['change'][]): EnvPreview['change'] {
  const kinds = changes.filter((kind) => kind !== 'same')
  if (kinds.length === 0) return 'same'
  return kinds.every((kind) => kind === 'added') ? 'added' : 'changed'
}
