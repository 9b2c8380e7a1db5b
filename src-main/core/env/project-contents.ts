import { randomUUID } from 'node:crypto'
import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { AdoptChoice, BindingId, ProjectContents, ProjectId } from '@contract/model/env'
import { keyFields } from '@contract/model/key'
import { providerName } from '@contract/model/provider-names'
import { isShowableName } from '../../envfiles/comments'
import type { EnvFileFound } from '../../envfiles/find'
import { parseEnvFile, type Assignment } from '../../envfiles/parse'
import type { Candidate } from '../../importers/candidate'
import { createCollection } from '../../importers/collect'
import { compareImport, type ComparedCandidate } from '../../importers/compare'
import { isLikelySecret } from '../../importers/likely-secret'
import type { EnvChange, StoredBinding, StoredProject } from '../../ports/env-store'
import { auditOf, type Actor } from '../actor'
import { newId, newKeyId } from '../ids'
import { previewOf } from '../preview'
import { toFailure } from '../remote/accounts'
import { digestsOf, nowOf, type EnvParts, type OpenEnvStore } from './env-parts'
import type { Projects } from './projects'

/** What stands in a project's files, and taking it into the vault. */
export interface ContentsOfProjects {
  look(id: ProjectId): Promise<ProjectContents>
  /** Throws `preview-forgotten`, `input-invalid`. */
  adopt(
    token: string,
    choices: readonly AdoptChoice[],
    actor: Actor
  ): Promise<{ added: number; replaced: number; bound: number }>
}

/** A name as it was read; `index` is its place in the list. */
interface Entry {
  readonly file: string
  readonly assignment: Assignment
  readonly compared: ComparedCandidate
  readonly fingerprint: string
}

interface Held {
  readonly token: string
  readonly project: StoredProject
  readonly entries: readonly Entry[]
}

type Shown = ProjectContents['files'][number]

interface Parts extends EnvParts {
  readonly projects: Projects
  readonly keysChanged: () => void
}

export function createContentsOfProjects(parts: Parts): ContentsOfProjects {
  const { session, files, clock, changed, keysChanged, projects } = parts
  let held: Held | null = null
  const store = (): OpenEnvStore => session.store().env
  session.beforeLock(() => {
    held = null
  })

  async function readNames(found: EnvFileFound, project: StoredProject): Promise<[Shown, Assignment[]]> {
    const { file, path, kind } = found
    const git = await files.gitState(file)
    const isUnsafe = kind !== 'example' && (git === 'not-ignored' || git === 'tracked')
    const ignore = isUnsafe ? await files.ignoreLine(file, project.folder) : null
    const shown = { file, path, kind, git, ignore, names: [] }
    try {
      const env = await files.read({ file, root: project.folder, allowSymlink: false })
      if (env === null) throw new AppError('env-file-missing', { file })
      const { assignments } = parseEnvFile(env.bytes, file)
      env.bytes.fill(0)
      const names = assignments.filter(({ name, doubt }) => doubt !== 'split' && isShowableName(name))
      return [{ ...shown, warnings: [...env.warnings], failure: null }, names]
    } catch (error) {
      return [{ ...shown, warnings: [], failure: toFailure(error) }, []]
    }
  }

  async function look(id: ProjectId): Promise<ProjectContents> {
    const project = await projects.find(id)
    const found = await files.find(project.folder)
    const read: [Shown, Assignment[]][] = []
    for (const file of found.files) read.push(await readNames(file, project))
    const values = read.flatMap(([, assignments]) => assignments.map(({ value }) => value))
    const digestOf = await digestsOf(session, values)
    const printOf = (value: string): string => digestOf(new TextEncoder().encode(value))
    const existing = await session.store().keys.identities()
    const bindings = await store().bindings(null)
    const names = new Map(existing.map((key) => [key.id, key.name]))
    const labels = labelsFor(read, printOf)
    const entries: Entry[] = []
    const shown = read.map(([file, assignments]): Shown => {
      const candidates = candidatesIn(file, assignments, project, labels)
      const compared = compareImport(candidates, existing, printOf)
      return {
        ...file,
        names: compared.map((one, at) => {
          const assignment = assignments[at]
          if (assignment === undefined) throw new AppError('internal', {})
          const { value, name, line } = assignment
          const fitting = asOwnName(one, file.file, name, bindings)
          const index =
            entries.push({ file: file.file, assignment, compared: fitting, fingerprint: printOf(value) }) - 1
          const keyId = fitting.ids.length === 1 ? (fitting.ids[0] ?? null) : null
          return {
            index,
            name,
            line,
            likelySecret: fitting.candidate.likelySecret,
            provider: nameOfProvider(fitting.candidate.fields.provider),
            preview: previewOf(value),
            verdict: fitting.verdict,
            reason: fitting.reason,
            keyId,
            keyName: keyId === null ? null : (names.get(keyId) ?? null),
            bindingId: bindings.find((binding) => binding.file === file.file && binding.name === name)?.id ?? null
          }
        })
      }
    })
    held = { token: randomUUID(), project, entries }
    return { token: held.token, files: shown, truncated: found.truncated }
  }

  async function adopt(
    token: string,
    choices: readonly AdoptChoice[],
    actor: Actor
  ): Promise<{ added: number; replaced: number; bound: number }> {
    if (held?.token !== token) throw new AppError('preview-forgotten', {})
    const { project, entries } = held
    if (new Set(choices.map(({ index }) => index)).size < choices.length) {
      throw new AppError('input-invalid', { path: 'choices', expected: 'each entry once' })
    }
    if (!choices.every(({ index, action }) => mayTake(entries[index], action))) {
      throw new AppError('input-invalid', { path: 'choices', expected: 'an entry of the list' })
    }
    // From here on the token is spent: a second time must not add everything again.
    held = null
    const at = nowOf(clock)
    const known = await store().bindings(null)
    const made = new Map<string, KeyId>()
    const changes: EnvChange[] = []
    let [added, replaced] = [0, 0]
    const bound: { keyId: KeyId; detail: string }[] = []
    for (const { index, action } of choices) {
      const entry = entries[index]
      if (entry === undefined) continue
      const { file, assignment, fingerprint } = entry
      const same = `${fingerprint} ${assignment.name}`
      let keyId = action === 'add' ? made.get(same) : entry.compared.ids[0]
      // One value under one name in two files is one key.
      if (keyId === undefined) {
        keyId = newKeyId(clock.nowMs())
        made.set(same, keyId)
        changes.push({ op: 'change-key', change: { op: 'add-key', key: toKey(entry, keyId, at) } })
        added += 1
      } else if (action === 'replace') {
        const secret = new TextEncoder().encode(assignment.value)
        const preview = previewOf(assignment.value)
        changes.push({ op: 'change-key', change: { op: 'replace-secret', id: keyId, secret, preview, at } })
        replaced += 1
      }
      const existing = known.find((binding) => binding.file === file && binding.name === assignment.name)
      const id = existing?.id ?? (newId(clock.nowMs()) as BindingId)
      const agreed = { digest: fingerprint, version: null, at }
      const { name } = assignment
      changes.push({ op: 'save-binding', binding: { id, keyId, file, root: project.folder, name, agreed } })
      bound.push({ keyId, detail: `${name} in ${file}`.slice(0, 500) })
    }
    const entriesOfKeys = changes.flatMap((change) => {
      if (change.op !== 'change-key') return []
      if (change.change.op === 'add-key') {
        return [auditOf('key.added', actor, clock.nowMs(), change.change.key.id, project.folder.slice(0, 500))]
      }
      return change.change.op === 'replace-secret'
        ? [auditOf('key.value-replaced', actor, clock.nowMs(), change.change.id, project.folder.slice(0, 500))]
        : []
    })
    const entriesOfFiles = bound.map(({ keyId, detail }) => auditOf('env.bound', actor, clock.nowMs(), keyId, detail))
    await store().apply(changes, [...entriesOfKeys, ...entriesOfFiles])
    keysChanged()
    changed()
    return { added, replaced, bound: bound.length }
  }

  return { look, adopt }
}

/** Names that stand for different values in different files are told apart by their file. */
function labelsFor(
  read: readonly [Shown, Assignment[]][],
  printOf: (value: string) => string
): (path: string, assignment: Assignment) => string {
  const first = new Map<string, string>()
  for (const [, assignments] of read) {
    for (const { name, value } of assignments) if (!first.has(name)) first.set(name, printOf(value))
  }
  return (path, { name, value }) => (first.get(name) === printOf(value) ? name : `${name} (${path})`)
}

function candidatesIn(
  { path }: Shown,
  assignments: readonly Assignment[],
  project: StoredProject,
  labelOf: (path: string, assignment: Assignment) => string
): Candidate[] {
  const found = createCollection(path)
  for (const assignment of assignments) {
    const { name, value, line } = assignment
    found.add({
      name: labelOf(path, assignment),
      envName: name,
      secret: value,
      project: project.name,
      environment: environmentOf(path),
      origin: `${path}, line ${String(line)}`,
      likelySecret: isLikelySecret(name, value)
    })
  }
  return found.all
}

/** `.env.staging` and `.env.production.local` say what they are for. */
function environmentOf(path: string): string | null {
  const [, word = ''] = /\.env\.([A-Za-z][\w-]*)/.exec(path) ?? []
  return word === '' || word === 'local' ? null : word
}

/** A key that this name goes by in another file is not what this file's other value belongs to. */
function asOwnName(
  compared: ComparedCandidate,
  file: string,
  name: string,
  bindings: readonly StoredBinding[]
): ComparedCandidate {
  const [id, ...others] = compared.ids
  if (compared.verdict !== 'changed' || id === undefined || others.length > 0) return compared
  const bound = bindings.filter((binding) => binding.keyId === id)
  if (bound.length === 0 || bound.some((binding) => binding.file === file && binding.name === name)) return compared
  return { ...compared, verdict: 'new', ids: [] }
}

function mayTake(entry: Entry | undefined, action: AdoptChoice['action']): boolean {
  if (entry === undefined) return false
  const { reason, ids, verdict } = entry.compared
  if (reason !== null && reason !== 'not-a-secret' && reason !== 'duplicate') return false
  if (action === 'add') return true
  return ids.length === 1 && (action === 'replace' || verdict === 'same')
}

function toKey(
  { compared, assignment }: Entry,
  id: KeyId,
  at: string
): Extract<Extract<EnvChange, { op: 'change-key' }>['change'], { op: 'add-key' }>['key'] {
  const { fields } = compared.candidate
  return {
    id,
    fields: keyFields.parse({ ...fields, provider: nameOfProvider(fields.provider) }),
    state: 'active',
    preview: previewOf(assignment.value),
    secret: new TextEncoder().encode(assignment.value),
    at
  }
}

function nameOfProvider(guessed: string | null | undefined): string | null {
  return typeof guessed === 'string' ? providerName(guessed) : null
}
