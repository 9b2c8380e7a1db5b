import type { Binding, ProjectContents } from '@contract/model/env'

export type ProjectFile = ProjectContents['files'][number]
export type ProjectName = ProjectFile['names'][number]

/** One name of a file: as it stands there, as it is bound, or both. */
export interface NameView {
  readonly name: string
  /** Null where a binding expects it and it is not there. */
  readonly found: ProjectName | null
  readonly binding: Binding | null
}

/** An env file of a project; `found` is null when only bindings remember it. */
export interface FileView {
  readonly file: string
  readonly path: string
  readonly found: ProjectFile | null
  readonly names: readonly NameView[]
}

/** What a folder holds and what should stand in it, brought together: a name that went missing keeps its row. */
export function fileViews(files: readonly ProjectFile[], bindings: readonly Binding[]): FileView[] {
  const views: FileView[] = files.map((found) => {
    const here = bindings.filter(({ file }) => file === found.file)
    return { file: found.file, path: found.path, found, names: namesOf(found, here) }
  })
  const read = new Set(files.map(({ file }) => file))
  const gone = Map.groupBy(
    bindings.filter(({ file }) => !read.has(file)),
    ({ file }) => file
  )
  for (const [file, here] of gone) {
    const path = here[0]?.path ?? file
    views.push({ file, path, found: null, names: here.map(onlyBound) })
  }
  return views
}

function namesOf(found: ProjectFile, here: readonly Binding[]): NameView[] {
  const byId = new Map(here.map((binding) => [binding.id, binding]))
  const names = found.names.map((entry) => {
    const binding = entry.bindingId === null ? undefined : byId.get(entry.bindingId)
    if (binding !== undefined) byId.delete(binding.id)
    return { name: entry.name, found: entry, binding: binding ?? null }
  })
  return [...names, ...[...byId.values()].map(onlyBound)]
}

function onlyBound(binding: Binding): NameView {
  return { name: binding.name, found: null, binding }
}
