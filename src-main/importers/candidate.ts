import { importFormat, type ImportFormat } from '@contract/model/import'
import type { KeyDraft } from '@contract/model/key'

/** What can be read, in the order in which it is offered. `keyquay` is the plaintext JSON of our own export. */
export const importFormats: readonly ImportFormat[] = importFormat.options

/** One value found in another tool's file, as it would enter the vault. Nothing of it is stored yet. */
export type Candidate = {
  /** Always within the limits of the contract's `keyFields`: control characters are gone, long texts are cut. */
  readonly fields: KeyDraft
  /** Exactly as the file has it. May be empty or too long for the vault: `compareImport` says so. */
  readonly secret: string
  /** The entry's title or its line, so that a person finds it in the file. Never the secret. */
  readonly origin: string
  /** False for what stands beside secrets without being one, such as `PORT=3000`. */
  readonly likelySecret: boolean
}

/** Argon2 as a file's header asks for it (RFC 9106). */
export interface Argon2Job {
  readonly type: 'argon2d' | 'argon2id'
  readonly version: 0x10 | 0x13
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
  readonly outputBytes: number
}

/** Derives off the calling thread. Asked only for costs below the ceiling of the KDBX reader. */
export type Argon2Derive = (job: Argon2Job) => Promise<Uint8Array>

export interface ImportInput {
  readonly bytes: Uint8Array
  /** Appears in errors and helps to tell formats apart; no file of that name is opened. */
  readonly fileName: string
  /** UTF-8. Needed by `keepass-kdbx` only; neither kept nor zeroed. */
  readonly password?: Uint8Array
  /** Needed by `keepass-kdbx` files that are keyed with Argon2. */
  readonly derive?: Argon2Derive
}

export interface Importer {
  readonly id: ImportFormat
  /**
   * Throws `import-unreadable` with the line where one is known, `input-too-large`, and for `keepass-kdbx`
   * `wrong-password` and `kdf-too-strong`. No error holds anything of the file.
   */
  read(input: ImportInput): Promise<Candidate[]>
}
