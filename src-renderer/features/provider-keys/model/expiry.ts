import type { ExpiryChoice } from '@contract/model/connection'
import type { ExpiryModel } from '@contract/model/connector'
import { daysAway } from '@contract/local-days'

const DAY_MS = 86_400_000
const USUAL_DAYS = [30, 90, 365]
/** A provider's own default takes the place of a usual choice that lies this near. */
const NEAR_DAYS = 5

/** `default`, `never`, `date`, or a number of days: `days:90`. */
export type ExpiryOption = 'default' | 'never' | 'date' | `days:${string}`

export interface OfferedExpiry {
  readonly option: ExpiryOption
  /** The provider's own word; null where Keyquay has one. */
  readonly label: string | null
  readonly days: number | null
}

/** What a person may choose from, in the provider's words where it has any. None where its keys do not expire. */
export function offeredExpiries(model: ExpiryModel): OfferedExpiry[] {
  if (model.kind === 'none') return []
  const presets = model.presets.map(({ label, days }) => ({ option: optionOf(days), label, days }))
  if (model.kind === 'presets') return presets
  const fits = (days: number): boolean =>
    days >= (model.minDays ?? 1) && (model.maxDays === null || days <= model.maxDays)
  const { defaultDays: own } = model
  const usual = [
    ...USUAL_DAYS.filter((days) => own === null || Math.abs(days - own) > NEAR_DAYS),
    ...(own === null ? [] : [own])
  ]
    .sort((one, other) => one - other)
    .filter(fits)
    .map((days) => ({ option: optionOf(days), label: null, days }))
  const offered: OfferedExpiry[] = presets.length > 0 ? presets : usual
  const never = model.allowNever && !offered.some(({ option }) => option === 'never')
  return [
    ...offered,
    ...(never ? [{ option: 'never' as const, label: null, days: null }] : []),
    { option: 'date', label: null, days: null }
  ]
}

/** What stands chosen before anybody chose: the provider's default, else the shortest it offers. */
export function initialExpiry(model: ExpiryModel): ExpiryOption {
  const offered = offeredExpiries(model)
  const own = offered.find(({ days }) => days !== null && days === model.defaultDays)
  return own?.option ?? offered.find(({ days }) => days !== null)?.option ?? offered[0]?.option ?? 'default'
}

/** The choice as it is sent. A day counts to its end, where the person is. */
export function toExpiryChoice(option: ExpiryOption, day: string | null): ExpiryChoice {
  if (option === 'default' || option === 'never') return { kind: option }
  if (option === 'date') {
    return day === null ? { kind: 'default' } : { kind: 'date', at: new Date(`${day}T23:59:59.000`).toISOString() }
  }
  return { kind: 'days', days: Number(option.slice('days:'.length)) }
}

/** The moment a choice means, or null for never or unknown. */
export function expiresAtOf(choice: ExpiryChoice, nowMs: number): string | null {
  if (choice.kind === 'date') return choice.at
  return choice.kind === 'days' ? new Date(nowMs + choice.days * DAY_MS).toISOString() : null
}

interface Life {
  readonly createdAt: string
  readonly expiresAt: string | null
}

/** As long as a key was made for, counted anew: of the provider's choices the nearest, where it has no other. */
export function sameLength(model: ExpiryModel, life: Life): ExpiryChoice {
  const days = daysOf(life)
  if (days === null) return { kind: 'never' }
  if (model.kind !== 'presets') return { kind: 'days', days: Math.min(days, model.maxDays ?? days) }
  const [nearest] = model.presets
    .flatMap((preset) => (preset.days === null ? [] : [preset.days]))
    .sort((one, other) => Math.abs(one - days) - Math.abs(other - days))
  return nearest === undefined ? { kind: 'default' } : { kind: 'days', days: nearest }
}

/**
 * What stands chosen for a new end: as long as the key was made for where that is offered, else as for a new key. Where
 * that brings no later day than the key has, the shortest that does.
 */
export function renewedExpiry(model: ExpiryModel, life: Life, nowMs: number): ExpiryOption {
  const offered = offeredExpiries(model)
  const made = daysOf(life)
  const isSame = ({ days }: OfferedExpiry): boolean =>
    days !== null && made !== null && Math.abs(days - made) <= NEAR_DAYS
  const endMs = life.expiresAt === null ? nowMs : Date.parse(life.expiresAt)
  const isLater = ({ days }: OfferedExpiry): boolean => days !== null && daysAway(nowMs + days * DAY_MS, endMs) > 0
  const usual = offered.find(isSame) ?? offered.find(({ option }) => option === initialExpiry(model))
  const longer = offered.filter(isLater).sort((one, other) => (one.days ?? 0) - (other.days ?? 0))
  return (usual !== undefined && !isLater(usual) ? longer[0] : usual)?.option ?? initialExpiry(model)
}

/** The first and last day that may be chosen. */
export function dayLimits(
  model: ExpiryModel,
  nowMs: number
): { readonly first: Date; readonly last: Date | undefined } {
  return {
    first: new Date(nowMs + (model.minDays ?? 1) * DAY_MS),
    last: model.maxDays === null ? undefined : new Date(nowMs + model.maxDays * DAY_MS)
  }
}

function daysOf({ createdAt, expiresAt }: Life): number | null {
  return expiresAt === null ? null : Math.max(1, Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / DAY_MS))
}

function optionOf(days: number | null): ExpiryOption {
  return days === null ? 'never' : `days:${String(days)}`
}
