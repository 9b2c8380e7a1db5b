import type { EnvFilesFound } from '../envfiles/find'
import type { FolderText, TextsSkipped } from '../envfiles/folder-texts'
import type { GitState, IgnoreLine } from '../envfiles/git'
import type { FileIdentity } from '../envfiles/identity'
import type { PlaceOptions } from '../envfiles/place'
import type { EnvFile } from '../envfiles/read'
import type { Written } from '../envfiles/write'

/** Where a name leads, without anything being read. */
export interface EnvLocation {
  /** In its real folder; the last part may be a link. */
  readonly file: string
  readonly folder: string
  /** What the last part links to, and null when it is no link. */
  readonly link: string | null
  /** The top folder of the working tree around it. */
  readonly repository: string | null
}

export interface EnvWrite {
  readonly file: string
  readonly root: string
  readonly bytes: Uint8Array
  /** What was read; null when there was no file. */
  readonly expected: FileIdentity | null
  /** The file holds no secrets and may be read by all. */
  readonly isPublic: boolean
}

/** Env files on the disk, and what git says of them. Failures are those of src-main/envfiles. */
export interface EnvFiles {
  /** Throws `env-file-missing` without the folder. */
  locate(file: string): Promise<EnvLocation>
  /** The real path of a folder. Throws `env-file-missing`. */
  folder(folder: string): Promise<string>
  /** Null when there is no file. */
  read(place: PlaceOptions): Promise<EnvFile | null>
  /** Never follows a link. */
  write(write: EnvWrite): Promise<Written>
  remove(file: string, root: string, expected: FileIdentity): Promise<void>
  find(folder: string): Promise<EnvFilesFound>
  gitState(file: string): Promise<GitState>
  ignoreLine(file: string, root: string): Promise<IgnoreLine | null>
  addToGitignore(file: string, root: string): Promise<GitState>
  /** Every text file in `folder` and below. */
  texts(folder: string, signal: AbortSignal): AsyncIterable<FolderText | TextsSkipped>
  /** What the next commit of the repository around `folder` would hold anew. Throws `repository-missing`. */
  stagedTexts(folder: string, signal: AbortSignal): AsyncIterable<FolderText | TextsSkipped>
}
