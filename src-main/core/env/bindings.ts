import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { Binding, BindingId, ProjectId } from '@contract/model/env'
import { secretText } from '@contract/model/key'
import type { WrittenBinding } from '@contract/model/rotation'
import { assignmentOf, parseEnvFile } from '../../envfiles/parse'
import type { EnvChange, StoredBinding } from '../../ports/env-store'
import { auditOf, type Actor } from '../actor'
import { newId } from '../ids'
import { previewOf } from '../preview'
import type { BoundFiles } from '../remote/bound-files'
import { isDangerousName } from '../run/dangerous-names'
import type { WriteBound } from './bound-writes'
import { digestsOf, nowOf, projectAround, rootOf, type EnvParts, type OpenEnvStore } from './env-parts'
import { agreementOn } from './file-edits'
import { standingsOf } from './standings'
import type { TakeTurns } from './turns'

/** Which names in which files hold which keys. */
export interface Bindings extends BoundFiles {
  list(filter: { keyId: KeyId | null; projectId: ProjectId | null }): Promise<Binding[]>
  /** Ties a name in a file to a key; another binding of the name ends. Nothing is written. Throws `env-file-…`. */
  bind(keyId: KeyId, name: string, file: string, actor: Actor): Promise<Binding>
  /** Throws `binding-not-found`. */
  rewrite(ids: readonly BindingId[], actor: Actor): Promise<WrittenBinding[]>
  /** The file's value becomes the key's. Throws `binding-not-found`, `rotation-running`, `input-invalid`. */
  take(id: BindingId, actor: Actor): Promise<Binding>
  unbind(ids: readonly BindingId[], actor: Actor): Promise<void>
}

interface Parts extends EnvParts {
  readonly writeBound: WriteBound
  readonly takeTurns: TakeTurns
  readonly keysChanged: () => void
}

export function createBindings(parts: Parts): Bindings {
  const { session, files, clock, changed, keysChanged, writeBound, takeTurns } = parts
  const store = (): OpenEnvStore => session.store().env

  async function find(id: BindingId): Promise<StoredBinding> {
    const found = (await store().bindings(null)).find((binding) => binding.id === id)
    if (found === undefined) throw new AppError('binding-not-found', {})
    return found
  }

  async function show(id: BindingId): Promise<Binding> {
    const [shown] = await standingsOf(parts, [await find(id)], await store().projects())
    if (shown === undefined) throw new AppError('binding-not-found', {})
    return shown
  }

  /** The value of a name now. Throws `input-invalid` when there is none that the vault could keep. */
  async function valueIn({ file, root, name }: StoredBinding): Promise<string> {
    const found = await files.read({ file, root, allowSymlink: false })
    if (found === null) throw new AppError('env-file-missing', { file })
    const value = assignmentOf(parseEnvFile(found.bytes, file), name)?.value ?? ''
    found.bytes.fill(0)
    if (!secretText.safeParse(value).success) {
      throw new AppError('input-invalid', { path: name, expected: 'a value in the file' })
    }
    return value
  }

  return {
    async list({ keyId, projectId }) {
      const [stored, projects] = [await store().bindings(keyId), await store().projects()]
      const wanted = stored.filter(({ file }) => projectId === null || projectAround(file, projects)?.id === projectId)
      return standingsOf(parts, wanted, projects)
    },

    async bind(keyId, name, file, actor) {
      const key = await session.store().keys.get(keyId)
      const place = await rootOf(parts, file)
      const found = await files.read({ file: place.file, root: place.root, allowSymlink: true })
      const real = found?.file ?? place.link ?? place.file
      const value = found === null ? undefined : assignmentOf(parseEnvFile(found.bytes, real), name)?.value
      const digestOf = await digestsOf(session, value === undefined ? [] : [value])
      const isInStep = value !== undefined && digestOf(new TextEncoder().encode(value)) === key.fingerprint
      const known = (await store().bindings(null)).find((one) => one.file === real && one.name === name)
      const id = known?.id ?? (newId(clock.nowMs()) as BindingId)
      const agreed = isInStep ? agreementOn(key, nowOf(clock)) : { digest: null, version: null, at: null }
      await store().apply(
        [{ op: 'save-binding', binding: { id, keyId, file: real, root: place.root, name, agreed } }],
        [auditOf('env.bound', actor, clock.nowMs(), keyId, `${name} in ${real}`.slice(0, 500))]
      )
      changed()
      return show(id)
    },

    async rewrite(ids, actor) {
      const stored = await store().bindings(null)
      const wanted = ids.map((id) => {
        const found = stored.find((binding) => binding.id === id)
        // What is in the bin is written nowhere.
        if (found === undefined || found.isOrphan) throw new AppError('binding-not-found', {})
        return found
      })
      const written = await takeTurns(() => writeBound(wanted, true, actor))
      changed()
      return written
    },

    async take(id, actor) {
      const binding = await find(id)
      const { keyId } = binding
      if (keyId === null || binding.isOrphan) throw new AppError('binding-not-found', {})
      if ((await session.store().remote.rotations({ open: true, keyId })).length > 0) {
        throw new AppError('rotation-running', { name: binding.keyName })
      }
      const value = await valueIn(binding)
      const digest = (await digestsOf(session, [value]))(new TextEncoder().encode(value))
      const at = nowOf(clock)
      const agreed = { digest, version: binding.version + 1, at }
      const changes: EnvChange[] = [{ op: 'set-agreement', id, agreed }]
      if (digest !== binding.fingerprint) {
        const secret = new TextEncoder().encode(value)
        const change = { op: 'replace-secret' as const, id: keyId, secret, preview: previewOf(value), at }
        changes.push({ op: 'change-key', change })
      }
      const detail = `${binding.name} in ${binding.file}`.slice(0, 500)
      await store().apply(changes, [auditOf('env.taken-over', actor, clock.nowMs(), keyId, detail)])
      keysChanged()
      changed()
      return show(id)
    },

    async unbind(ids, actor) {
      const stored = (await store().bindings(null)).filter(({ id }) => ids.includes(id))
      if (stored.length < new Set(ids).size) throw new AppError('binding-not-found', {})
      await store().apply(
        stored.map(({ id }) => ({ op: 'drop-binding', id })),
        stored.map(({ keyId, name, file }) =>
          auditOf('env.unbound', actor, clock.nowMs(), keyId, `${name} in ${file}`.slice(0, 500))
        )
      )
      changed()
    },

    async writeAll(id, actor) {
      const bound = (await store().bindings(id)).filter(({ isOrphan }) => !isOrphan)
      if (bound.length === 0) return []
      // Whom nobody asked writes no name that decides which code a program runs.
      const refused = actor === 'app' ? bound.filter(({ name }) => isDangerousName(name)) : []
      const written = await takeTurns(() =>
        writeBound(
          bound.filter((binding) => !refused.includes(binding)),
          false,
          actor
        )
      )
      changed()
      return [...written, ...refused.map(refusal)]
    }
  }
}

function refusal({ id, file, name }: StoredBinding): WrittenBinding {
  return { bindingId: id, file, name, outcome: 'failed', failure: { code: 'env-name-unattended', details: { name } } }
}
