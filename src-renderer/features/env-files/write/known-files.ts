import type { Binding, Project, ProjectContents } from '@contract/model/env'

/** A file that a key may be written to without a dialog: the core was told of it already. */
export interface KnownFile {
  readonly file: string
  /** Where it is, as people say it: the project and the path in it, else the whole path. */
  readonly project: string | null
  readonly path: string
}

interface Folder {
  readonly project: Project
  readonly contents: ProjectContents
}

/** The files of projects and bindings, each once, projects first. Examples hold no secrets and are left out. */
export function knownFiles(bindings: readonly Binding[], folders: readonly Folder[]): KnownFile[] {
  const known = new Map<string, KnownFile>()
  for (const { project, contents } of folders) {
    for (const { file, path, kind, failure } of contents.files) {
      if (kind !== 'example' && failure === null) known.set(file, { file, path, project: project.name })
    }
  }
  const names = new Map(folders.map(({ project }) => [project.id, project.name]))
  for (const { file, path, projectId, state } of bindings) {
    if (known.has(file) || state === 'unreadable') continue
    known.set(file, { file, path, project: projectId === null ? null : (names.get(projectId) ?? null) })
  }
  return [...known.values()].sort(byPlace)
}

function byPlace(a: KnownFile, b: KnownFile): number {
  if ((a.project === null) !== (b.project === null)) return a.project === null ? 1 : -1
  return (a.project ?? '').localeCompare(b.project ?? '') || a.path.localeCompare(b.path)
}
