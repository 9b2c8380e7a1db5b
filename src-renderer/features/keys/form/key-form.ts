import type { KeepPolicy, KeyDetails, KeyDraft } from '@contract/model/key'
import { isEnvName } from '../../../ui/env-name'

export type ExpiryChoice = 'never' | '30d' | '90d' | '1y' | 'date'

export const expiryChoices: readonly ExpiryChoice[] = ['never', '30d', '90d', '1y', 'date']

/** What the fields hold, apart from the secret, which stays in its input. */
export interface KeyFormValues {
  name: string
  envName: string
  provider: string
  project: string
  environment: string
  tags: string[]
  scopes: string[]
  expiry: ExpiryChoice
  /** A day as `YYYY-MM-DD`, used when `expiry` is `date`. */
  expiryDate: string | null
  keep: KeepPolicy
  description: string
  notes: string
}

export const emptyKeyForm: KeyFormValues = {
  name: '',
  envName: '',
  provider: '',
  project: '',
  environment: '',
  tags: [],
  scopes: [],
  expiry: 'never',
  expiryDate: null,
  keep: 'vault',
  description: '',
  notes: ''
}

export type KeyFormProblems = Partial<
  Record<'name' | 'envName' | 'expiryDate', 'nameNeeded' | 'envNameRule' | 'dateNeeded'>
>

const DAY_MS = 86_400_000
const choiceDays: Readonly<Record<'30d' | '90d' | '1y', number>> = { '30d': 30, '90d': 90, '1y': 365 }

/** What has to be put right before the fields can be sent. */
export function problemsIn(values: KeyFormValues): KeyFormProblems {
  const problems: KeyFormProblems = {}
  if (values.name.trim() === '') problems.name = 'nameNeeded'
  if (values.envName.trim() !== '' && !isEnvName(values.envName.trim())) problems.envName = 'envNameRule'
  if (values.expiry === 'date' && values.expiryDate === null) problems.expiryDate = 'dateNeeded'
  return problems
}

/** The moment at which the key expires, or null for never. A chosen day counts to its end, where the person is. */
export function expiresAtOf(values: Pick<KeyFormValues, 'expiry' | 'expiryDate'>, nowMs: number): string | null {
  if (values.expiry === 'never') return null
  if (values.expiry !== 'date') return new Date(nowMs + choiceDays[values.expiry] * DAY_MS).toISOString()
  return values.expiryDate === null ? null : new Date(`${values.expiryDate}T23:59:59.000`).toISOString()
}

/** The fields as the core takes them; what is empty becomes null. */
export function toDraft(values: KeyFormValues, nowMs: number): KeyDraft {
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    provider: orNull(values.provider),
    project: orNull(values.project),
    environment: orNull(values.environment),
    envName: orNull(values.envName),
    scopes: values.scopes,
    tags: values.tags,
    notes: values.notes.trim(),
    keep: values.keep,
    expiresAt: expiresAtOf(values, nowMs)
  }
}

/** The form of a key that exists. Its expiry is a date or never. */
export function toFormValues(saved: KeyDetails): KeyFormValues {
  return {
    name: saved.name,
    envName: saved.envName ?? '',
    provider: saved.provider ?? '',
    project: saved.project ?? '',
    environment: saved.environment ?? '',
    tags: [...saved.tags],
    scopes: [...saved.scopes],
    expiry: saved.expiresAt === null ? 'never' : 'date',
    expiryDate: saved.expiresAt === null ? null : localDay(saved.expiresAt),
    keep: saved.keep,
    description: saved.description,
    notes: saved.notes
  }
}

/** The fields that differ from the saved key. An expiry on the same day is left as it was, to the millisecond. */
export function changesIn(values: KeyFormValues, saved: KeyDetails, nowMs: number): Partial<KeyDraft> {
  const before = toDraft(toFormValues(saved), nowMs)
  const after = toDraft(values, nowMs)
  const changed = (Object.keys(after) as (keyof KeyDraft)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  )
  return Object.fromEntries(changed.map((field) => [field, after[field]]))
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function localDay(instant: string): string {
  const date = new Date(instant)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
