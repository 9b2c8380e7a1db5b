import type { AdoptChoice, ProjectContents } from '@contract/model/env'
import type { NameView, ProjectFile, ProjectName } from './file-views'

/** Names a name of a file for as long as the file has it; the contract's index is of one reading only. */
export function adoptId(file: Pick<ProjectFile, 'file'>, entry: Pick<ProjectName, 'name' | 'line'>): string {
  return `${file.file}\n${entry.name}\n${String(entry.line)}`
}

/** What adopting a name would do; null when there is nothing to adopt. */
export function adoptAction(
  kind: ProjectFile['kind'],
  entry: Pick<ProjectName, 'verdict' | 'reason' | 'keyId' | 'bindingId'>
): AdoptChoice['action'] | null {
  if (kind === 'example' || entry.bindingId !== null) return null
  switch (entry.verdict) {
    case 'new':
      return 'add'
    case 'same':
      return entry.keyId === null ? null : 'bind'
    case 'changed':
      return entry.keyId === null ? 'add' : 'replace'
    case 'conflicting':
      return 'add'
    case 'ignored':
      return entry.reason === 'not-a-secret' ? 'add' : null
  }
}

/** What stands chosen at first: secrets that are new and those the vault has already. Nothing that replaces a value. */
export function likelyChoice(contents: ProjectContents): Set<string> {
  return new Set(
    contents.files.flatMap((file) =>
      file.names
        .filter((entry) => entry.likelySecret && ['new', 'same'].includes(entry.verdict))
        .filter((entry) => adoptAction(file.kind, entry) !== null)
        .map((entry) => adoptId(file, entry))
    )
  )
}

/** The chosen names as the core takes them. */
export function toChoices(contents: ProjectContents, chosen: ReadonlySet<string>): AdoptChoice[] {
  return contents.files.flatMap((file) =>
    file.names.flatMap((entry) => {
      const action = adoptAction(file.kind, entry)
      return action !== null && chosen.has(adoptId(file, entry)) ? [{ index: entry.index, action }] : []
    })
  )
}

/** Names that hold no secret and are tied to none: they need no row of their own until asked for. */
export function isQuiet({ found, binding }: NameView): boolean {
  return binding === null && found?.verdict === 'ignored'
}
