import type { KeyId } from '@contract/model/base'
import type { ImportVerdict } from '@contract/model/import'
import type { Candidate } from './candidate'
import { unstorableReason, type UnstorableReason } from './storable'

/** A key of the vault, by what tells it from others. Its secret is not needed. */
export interface ExistingKey {
  readonly id: KeyId
  readonly name: string
  readonly provider: string | null
  readonly envName: string | null
  readonly project: string | null
  readonly fingerprint: string
}

export type IgnoredReason = UnstorableReason | 'not-a-secret' | 'duplicate'

export interface ComparedCandidate {
  readonly candidate: Candidate
  readonly verdict: ImportVerdict
  /** Why it is ignored, else null. */
  readonly reason: IgnoredReason | null
  /** The keys it concerns: one for `same` and `changed`, any number for `conflicting`, none for the others. */
  readonly ids: readonly KeyId[]
}

/**
 * What importing each candidate would do: one answer a candidate, in their order. The same input gives the same answer.
 *
 * - `ignored`: empty, not storable, no likely secret, or the same key and value as an earlier candidate.
 * - `same`: a key of this identity, or of this name, already holds this value.
 * - `conflicting`: several keys have this identity, or another candidate gives the same identity another value.
 * - `changed`: one key has this identity and holds another value.
 * - `new`: no key has this identity.
 *
 * Identity is the name with the provider, where a provider that one side does not know fits any, or the env name
 * with the project. `fingerprintOf` must be the one that made the fingerprints of `existing`.
 */
export function compareImport(
  candidates: readonly Candidate[],
  existing: readonly ExistingKey[],
  fingerprintOf: (secret: string) => string
): ComparedCandidate[] {
  const vault = indexOf(existing)
  const prints = candidates.map((candidate) =>
    ignoredReason(candidate) === null ? fingerprintOf(candidate.secret) : ''
  )
  const values = valuesByIdentity(candidates, prints)
  const seen = new Set<string>()
  return candidates.map((candidate, index) => {
    const reason = ignoredReason(candidate)
    if (reason !== null) return { candidate, verdict: 'ignored', reason, ids: [] }
    const print = prints[index] ?? ''
    const self = JSON.stringify([...identitiesOf(candidate), print])
    if (seen.has(self)) return { candidate, verdict: 'ignored', reason: 'duplicate', ids: [] }
    seen.add(self)
    const matches = vault.matching(candidate)
    const holder = matches.find((key) => key.fingerprint === print) ?? vault.holding(candidate.fields.name, print)
    if (holder !== undefined) return { candidate, verdict: 'same', reason: null, ids: [holder.id] }
    const isDisputed = identitiesOf(candidate).some((identity) => (values.get(identity)?.size ?? 0) > 1)
    const ids = matches.map((key) => key.id)
    if (isDisputed || matches.length > 1) return { candidate, verdict: 'conflicting', reason: null, ids }
    return { candidate, verdict: matches.length === 1 ? 'changed' : 'new', reason: null, ids }
  })
}

function ignoredReason({ secret, likelySecret }: Candidate): IgnoredReason | null {
  return unstorableReason(secret) ?? (likelySecret ? null : 'not-a-secret')
}

interface Vault {
  matching(candidate: Candidate): ExistingKey[]
  holding(name: string, fingerprint: string): ExistingKey | undefined
}

function indexOf(existing: readonly ExistingKey[]): Vault {
  const byName = Map.groupBy(existing, (key) => key.name)
  const byEnvName = Map.groupBy(existing, (key) => envIdentity(key.envName, key.project))
  return {
    matching({ fields }) {
      const provider = fields.provider ?? null
      const named = (byName.get(fields.name) ?? []).filter(
        (key) => provider === null || key.provider === null || key.provider === provider
      )
      const inEnv = fields.envName ? (byEnvName.get(envIdentity(fields.envName, fields.project ?? null)) ?? []) : []
      return [...new Set([...named, ...inEnv])]
    },
    holding: (name, fingerprint) => byName.get(name)?.find((key) => key.fingerprint === fingerprint)
  }
}

function valuesByIdentity(candidates: readonly Candidate[], prints: readonly string[]): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>()
  for (const [index, candidate] of candidates.entries()) {
    const print = prints[index] ?? ''
    if (print === '') continue
    for (const identity of identitiesOf(candidate)) {
      const held = values.get(identity) ?? new Set()
      values.set(identity, held.add(print))
    }
  }
  return values
}

function identitiesOf({ fields }: Candidate): string[] {
  const named = JSON.stringify(['name', fields.name, fields.provider ?? null])
  return fields.envName ? [named, envIdentity(fields.envName, fields.project ?? null)] : [named]
}

function envIdentity(envName: string | null, project: string | null): string {
  return JSON.stringify(['env', envName, project])
}
