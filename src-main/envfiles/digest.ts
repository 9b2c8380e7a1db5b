import { assignmentOf, parseEnvFile } from './parse'

/** A keyed digest of a value: it must not be one that can be guessed offline, so the vault gives the key. */
export type DigestOf = (value: Uint8Array) => string

/** What a file holds for a name: a value by its digest, no such name, or no such file. */
export type FoundValue = { readonly digest: string } | 'missing' | 'file-gone'

export type BindingState = 'in-step' | 'file-moved' | 'vault-moved' | 'both-moved' | 'missing' | 'file-gone'

export interface BindingSides {
  readonly found: FoundValue
  /** Of the value last written to the file or adopted from it; null when neither happened. */
  readonly lastWrittenDigest: string | null
  /** Of the key's secret now. */
  readonly vaultDigest: string
}

/**
 * How a file and the vault stand to each other, and which side moved since they last agreed. Equal values are in step
 * whatever happened before; without a last agreement both count as moved. Pure.
 */
export function stateOfBinding({ found, lastWrittenDigest, vaultDigest }: BindingSides): BindingState {
  if (found === 'file-gone' || found === 'missing') return found
  if (found.digest === vaultDigest) return 'in-step'
  if (found.digest === lastWrittenDigest) return 'vault-moved'
  return vaultDigest === lastWrittenDigest ? 'file-moved' : 'both-moved'
}

/**
 * The digest of what `bytes` assign to `name`; null bytes are those of a file that is gone.
 * Throws `env-file-unreadable` at a NUL byte.
 */
export function findValue(bytes: Uint8Array | null, name: string, file: string, digestOf: DigestOf): FoundValue {
  if (bytes === null) return 'file-gone'
  const assignment = assignmentOf(parseEnvFile(bytes, file), name)
  if (assignment === undefined) return 'missing'
  return { digest: digestOf(new TextEncoder().encode(assignment.value)) }
}
