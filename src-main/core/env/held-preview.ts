import type { KeyId } from '@contract/model/base'
import type { EnvPreview, EnvPreviewKey } from '@contract/model/env'
import type { FileIdentity } from '../../envfiles/identity'

/** What is kept between the look and the write: which file it was, and nothing of what it holds. */
export interface HeldPreview<Source = KeySource | ExampleSource> {
  readonly shown: EnvPreview
  readonly root: string
  readonly identity: FileIdentity | null
  readonly source: Source
}

export interface KeySource {
  readonly of: 'keys'
  readonly keys: readonly HeldKey[]
}

export interface HeldKey {
  readonly keyId: KeyId
  readonly name: string
  /** Of the value that was meant. */
  readonly version: number
  readonly change: EnvPreviewKey['change']
}

/** The file an example is made of. */
export interface ExampleSource {
  readonly of: 'example'
  readonly file: string
  readonly identity: FileIdentity
}
