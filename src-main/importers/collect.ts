import type { KeyDraft } from '@contract/model/key'
import type { Candidate } from './candidate'
import { toAddress, toEnvName, toInstant, toLine, toProse, toTags } from './clean'
import { providerOfAddress, providerOfName, providerOfSecret } from './guess-provider'
import { IMPORT_LIMITS } from './limits'
import { unreadable } from './unreadable'

type Text = string | null | undefined

/** What a format's reader found, in the words of the file. */
export interface Found {
  readonly name: Text
  readonly secret: string
  readonly likelySecret: boolean
  /** What to show as the origin, where it is not the name. */
  readonly origin?: string
  readonly provider?: Text
  readonly user?: Text
  readonly address?: Text
  readonly envName?: Text
  readonly project?: Text
  readonly environment?: Text
  readonly remoteId?: Text
  readonly description?: Text
  readonly notes?: Text
  readonly tags?: readonly Text[]
  readonly favourite?: boolean
  readonly createdAt?: Date | number | string | null | undefined
  readonly expiresAt?: Date | number | string | null | undefined
}

export interface Collection {
  readonly all: Candidate[]
  /** Throws `import-unreadable` past the limit: the file is no list of keys. `more` overrides the cleaned fields. */
  add(found: Found, more?: Partial<KeyDraft>): void
}

/** Gathers candidates of one file, cleans what people will read and never touches a secret. */
export function createCollection(file: string): Collection {
  const all: Candidate[] = []
  return {
    all,
    add(found, more = {}) {
      if (all.length >= IMPORT_LIMITS.candidates) throw unreadable(file)
      all.push(toCandidate(found, more))
    }
  }
}

function toCandidate(found: Found, more: Partial<KeyDraft>): Candidate {
  const address = toAddress(found.address)
  const provider =
    orNull(toLine(found.provider, 100)) ??
    providerOfSecret(found.secret) ??
    providerOfAddress(address) ??
    providerOfName(found.envName ?? '')
  const name = toLine(found.name, 200) || (address === null ? '' : toLine(new URL(address).host, 200)) || 'Unnamed'
  const fields: KeyDraft = {
    name,
    description: toProse([found.description, found.user, address].filter(Boolean).join('\n'), 2_000),
    provider,
    remoteId: orNull(toLine(found.remoteId, 500)),
    project: orNull(toLine(found.project, 200)),
    environment: orNull(toLine(found.environment, 100)),
    envName: toEnvName(found.envName),
    tags: toTags(found.tags ?? []),
    notes: toProse(found.notes, 20_000),
    favourite: found.favourite ?? false,
    createdAt: toInstant(found.createdAt),
    expiresAt: toInstant(found.expiresAt),
    ...more
  }
  return { fields, secret: found.secret, origin: toLine(found.origin ?? name, 300), likelySecret: found.likelySecret }
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
