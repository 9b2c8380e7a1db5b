import { AppError } from '@contract/errors'
import type { RemoteRequest } from '@contract/model/connection'
import type { ConnectorDescription, Guide, GuidedJob, KeyKind } from '@contract/model/connector'
import type { StoredKey } from '../../ports/vault-store'
import { sameLength } from './rotation-rules'

/**
 * What to click for a job, with the key's own words in the blanks `{name}`, `{description}`, `{scopes}`, `{roles}`,
 * `{expiry}`, `{ipRanges}`, `{environment}` of the manifest's steps. A step whose blank has nothing to say is left out.
 * The end of a key that is rotated is its successor's.
 * Throws `operation-not-offered` where the manifest has no steps for the job.
 */
export function guideFor(
  kind: KeyKind,
  description: ConnectorDescription,
  job: GuidedJob,
  key: StoredKey | null,
  request: RemoteRequest | null
): Guide {
  const guide = kind.guides[job]
  if (guide === undefined) throw new AppError('operation-not-offered', { operation: job, provider: description.name })
  const words = wordsOf(kind, job, key, request)
  const steps = guide.steps.map((step) => fill(step, words)).filter((step) => step !== null)
  return { url: guide.url ?? description.consoleUrl, steps }
}

function wordsOf(
  kind: KeyKind,
  job: GuidedJob,
  key: StoredKey | null,
  request: RemoteRequest | null
): Readonly<Record<string, string>> {
  const label = (scope: string): string => kind.scopes.catalogue.find(({ id }) => id === scope)?.label ?? scope
  const source = request ?? key
  const end = request?.expiry ?? (key !== null && job === 'rotate' ? sameLength(key, kind) : null)
  return {
    name: source?.name ?? '',
    description: source?.description ?? '',
    scopes: (source?.scopes ?? []).map(label).join(', '),
    roles: (source?.roles ?? []).join(', '),
    ipRanges: (source?.ipRanges ?? []).join(', '),
    environment: source?.environment ?? '',
    expiry: end === null ? (key?.expiresAt?.slice(0, 10) ?? '') : expiryWords(kind, end)
  }
}

function expiryWords({ expiry }: KeyKind, choice: RemoteRequest['expiry']): string {
  const labelOf = (days: number | null): string | undefined =>
    expiry.presets.find((preset) => preset.days === days)?.label
  switch (choice.kind) {
    case 'default':
      return labelOf(expiry.defaultDays) ?? ''
    case 'never':
      return labelOf(null) ?? 'Never'
    case 'days':
      return labelOf(choice.days) ?? `${String(choice.days)} days`
    case 'date':
      return choice.at.slice(0, 10)
  }
}

function fill(step: string, words: Readonly<Record<string, string>>): string | null {
  const blanks = [...step.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const wordFor = (name: string): string => (Object.hasOwn(words, name) ? (words[name] ?? '') : '')
  if (blanks.some((name) => wordFor(name) === '')) return null
  return step.replace(/\{(\w+)\}/g, (_, name: string) => wordFor(name))
}
