import type { ImportPreview } from '@contract/model/import'
import { create } from 'zustand'

export interface ImportSource {
  /** The file that was dropped and is to be read. */
  readonly file: { readonly path: string; readonly name: string } | null
  /** What was read already, without its secrets. */
  readonly preview: ImportPreview | null
}

const blank = { file: null, preview: null }

/** What the next import begins with; nothing has the person choose a file. */
export const useImportSource = create<ImportSource>()(() => blank)

export function forgetImportSource(): void {
  useImportSource.setState(blank)
}
