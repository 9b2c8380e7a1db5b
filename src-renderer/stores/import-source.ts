import type { ImportPreview } from '@contract/model/import'
import { create } from 'zustand'

interface DroppedFile {
  readonly path: string
  readonly name: string
}

export interface ImportSource {
  /** The files that were dropped, read one after the other; none has the person choose one. */
  readonly files: readonly DroppedFile[]
  /** Which of them it is the turn of. */
  readonly at: number
  /** What was read already, without its secrets. */
  readonly preview: ImportPreview | null
}

const blank: ImportSource = { files: [], at: 0, preview: null }

/** What the next import begins with; nothing has the person choose a file. */
export const useImportSource = create<ImportSource>()(() => blank)

/** Goes on to the next of the dropped files; false when there is none. */
export function nextImportSource(): boolean {
  const { files, at } = useImportSource.getState()
  if (at + 1 >= files.length) return false
  useImportSource.setState({ at: at + 1, preview: null })
  return true
}

export function forgetImportSource(): void {
  useImportSource.setState(blank)
}
