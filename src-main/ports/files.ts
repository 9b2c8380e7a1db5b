/** Files the person named. */
export interface Files {
  /** Throws `file-unreadable`, `input-too-large`. */
  read(file: string, limitBytes: number): Promise<Uint8Array>
  /** Throws `file-unreadable` for what is neither. */
  kindOf(path: string): Promise<'file' | 'folder'>
  /** Writes a file of mode 0600 that was not there before. Throws `file-exists`, `file-unreadable`, `disk-full`. */
  writeNew(file: string, bytes: Uint8Array): Promise<void>
  /** Begins such a file, for what is too long to be in memory at once. Throws `file-exists`, `file-unreadable`. */
  startNew(file: string): Promise<NewFile>
}

/** A file that is being written. One of the two ends it. */
export interface NewFile {
  /** Throws `file-unreadable`, `disk-full`. */
  write(bytes: Uint8Array): Promise<void>
  finish(): Promise<void>
  /** Removes it. Never fails. */
  abandon(): Promise<void>
}

export type FilePurpose =
  | 'import'
  | 'env-file'
  | 'env-new'
  | 'env-folder'
  | 'export-json'
  | 'export-csv'
  | 'export-calendar'
  | 'backup'
  | 'restore'
  | 'vault-folder'
  | 'recovery-kit'

/** What a dialog is for. `env-file`: one that is there; `env-new`: one that may not be; `env-folder`: a folder. `vault-folder`: one with a vault. */
export interface Dialogs {
  /** The file the person chose, or null when the dialog was dismissed. `suggestion` is a file name without a folder. */
  chooseFile: (purpose: FilePurpose, suggestion: string) => Promise<string | null>
}
