import { basename } from 'node:path'
import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import type { EnvironmentTable, Project, ProjectId } from '@contract/model/env'
import { compareEnvironments } from '../../envfiles/compare-environments'
import { parseEnvFile } from '../../envfiles/parse'
import { toLine } from '../../importers/clean'
import type { EnvChange, StoredProject } from '../../ports/env-store'
import { auditOf, type Actor } from '../actor'
import { newId } from '../ids'
import { digestsOf, projectAround, shownPath, type EnvParts, type OpenEnvStore } from './env-parts'
import type { RenameProject } from './rename-project'

/** Folders whose env files belong together. */
export interface Projects {
  list(): Promise<Project[]>
  /** Throws `project-not-found`. */
  find(id: ProjectId): Promise<StoredProject>
  /** A folder that is a project already is answered as it is. Throws `env-file-missing`. */
  add(folder: string, name: string | null, actor: Actor): Promise<Project>
  /** See {@link RenameProject}. Throws `project-not-found`. */
  rename(id: ProjectId, name: string, only: readonly KeyId[] | null, actor: Actor): Promise<KeyId[]>
  /** No file is touched. */
  remove(id: ProjectId, unbind: boolean, actor: Actor): Promise<void>
  /** Which names stand where, and which values are equal. Null files: all of the project but examples. */
  compare(id: ProjectId, files: readonly string[] | null): Promise<EnvironmentTable>
}

interface Parts extends EnvParts {
  readonly rename: RenameProject
}

export function createProjects(parts: Parts): Projects {
  const { session, files, clock, changed } = parts
  const store = (): OpenEnvStore => session.store().env

  async function find(id: ProjectId): Promise<StoredProject> {
    const found = (await store().projects()).find((project) => project.id === id)
    if (found === undefined) throw new AppError('project-not-found', { name: id })
    return found
  }

  async function list(): Promise<Project[]> {
    const projects = await store().projects()
    const bindings = await store().bindings(null)
    const around = bindings.map(({ file }) => projectAround(file, projects)?.id)
    return projects.map((project) => ({
      ...project,
      bindings: around.filter((id) => id === project.id).length
    }))
  }

  return {
    list,
    find,
    async add(asked, name, actor) {
      const folder = await files.folder(asked)
      const known = (await store().projects()).find((project) => project.folder === folder)
      if (known === undefined) {
        const id = newId(clock.nowMs()) as ProjectId
        const project = { id, name: name ?? nameOf(folder), folder }
        const audit = auditOf('project.added', actor, clock.nowMs(), null, folder.slice(0, 500))
        await store().apply([{ op: 'save-project', project }], [audit])
        changed()
      }
      const added = (await list()).find((project) => project.folder === folder)
      if (added === undefined) throw new AppError('project-not-found', { name: folder })
      return added
    },
    rename: async (id, name, only, actor) => parts.rename(await find(id), name, only, actor),
    async remove(id, unbind, actor) {
      const project = await find(id)
      const projects = await store().projects()
      const bound = unbind
        ? (await store().bindings(null)).filter(({ file }) => projectAround(file, projects)?.id === id)
        : []
      const drops = bound.map((binding): EnvChange => ({ op: 'drop-binding', id: binding.id }))
      await store().apply(
        [...drops, { op: 'drop-project', id }],
        [
          ...bound.map(({ keyId, name, file }) =>
            auditOf('env.unbound', actor, clock.nowMs(), keyId, `${name} in ${file}`.slice(0, 500))
          ),
          auditOf('project.removed', actor, clock.nowMs(), null, project.folder.slice(0, 500))
        ]
      )
      changed()
    },
    async compare(id, wanted) {
      const project = await find(id)
      const found = await files.find(project.folder)
      const all = found.files.filter(({ kind }) => kind !== 'example').map(({ file }) => file)
      const read: { file: string; bytes: Uint8Array }[] = []
      for (const file of wanted ?? all) {
        const env = await files.read({ file, root: project.folder, allowSymlink: false })
        if (env !== null) read.push({ file, bytes: env.bytes })
      }
      const values = read.flatMap(({ file, bytes }) => parseEnvFile(bytes, file).assignments.map(({ value }) => value))
      const table = compareEnvironments(read, await digestsOf(session, values))
      for (const { bytes } of read) bytes.fill(0)
      return {
        files: table.files.map((file) => ({ file, path: shownPath(file, project) })),
        rows: table.rows.map(({ name, cells }) => ({
          name,
          cells: cells.map((cell) =>
            typeof cell === 'string' ? { is: cell, group: null } : { is: 'value' as const, group: cell.group }
          )
        }))
      }
    }
  }
}

function nameOf(folder: string): string {
  return toLine(basename(folder), 200) || toLine(folder, 200)
}
