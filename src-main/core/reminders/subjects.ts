import { createHash } from 'node:crypto'
import type { Instant, KeyId } from '@contract/model/base'
import type { ReminderId, ReminderKind } from '@contract/model/reminder'
import type { ReminderKey, StoredRule } from '../../ports/reminder-store'
import type { Moment, Subject } from './plan'
import { createRuleBook, type EffectiveRule } from './rules'
import { startOfLocalDay } from './zone-time'

/** How much of a quota is used; told by whoever watches usage. */
export interface UsageReading {
  readonly keyId: KeyId
  readonly usedPercent: number
  readonly at: Instant
  /** When counting starts anew; each period is an occasion of its own. */
  readonly periodEndsAt: Instant
}

/** Something an account renews, such as a domain. */
export interface RenewalReading {
  readonly keyId: KeyId
  readonly kind: string
  readonly name: string
  readonly renewsAt: Instant
}

/** What is known of usage, each with the key it is told with. */
export interface AccountReadings {
  readonly quotas: readonly UsageReading[]
  readonly renewals: readonly RenewalReading[]
  /** Keys that are used in an unusual way, with the newest such moment that nobody has acknowledged. */
  readonly unusual: readonly { readonly keyId: KeyId; readonly at: Instant }[]
}

/** A subject of the vault, with what it is shown with. */
export interface KeySubject extends Subject {
  readonly key: ReminderKey
  readonly rule: EffectiveRule
  readonly usedPercent: number | null
  /** What is renewed. */
  readonly what: string | null
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

interface Input {
  readonly keys: readonly ReminderKey[]
  readonly rules: readonly StoredRule[]
  readonly readings: AccountReadings
  readonly zone: string
}

/** Everything the keys are reminded of under the rules. A key that was revoked or switched off is left in peace. */
export function subjectsOf({ keys, rules, readings, zone }: Input): KeySubject[] {
  const ruleOf = createRuleBook(rules)
  const quotaOf = new Map(readings.quotas.map((reading) => [reading.keyId, reading]))
  const renewalsOf = Map.groupBy(readings.renewals, ({ keyId }) => keyId)
  const unusualOf = new Map(readings.unusual.map(({ keyId, at }) => [keyId, at]))
  const subjects: KeySubject[] = []
  for (const key of keys) {
    if (key.state === 'revoked' || key.state === 'disabled') continue
    const rule = ruleOf(key)
    const add: Add = (kind, targetMs, moments, { usedPercent = null, what = null, which = '' } = {}) => {
      if (moments.length === 0) return
      const id = `${key.id}.${kind}${which}` as ReminderId
      subjects.push({ id, kind, targetMs, moments, key, rule, usedPercent, what })
    }
    if (key.expiresAt !== null) {
      const targetMs = Date.parse(key.expiresAt)
      add('expiry', targetMs, expiryMoments(targetMs, rule.expiryLeadDays, zone))
    }
    if (key.graceEndsAt !== null) {
      const targetMs = Date.parse(key.graceEndsAt)
      add('grace', targetMs, before(targetMs, rule.graceLeadHours, HOUR_MS))
    }
    const rotateEveryDays = key.policy?.kind === 'remind' ? key.policy.everyDays : ruledRotation(key, rule)
    addAge(add, 'rotation', key.valueSince, rotateEveryDays)
    addAge(add, 'unused', key.lastUsedAt ?? key.valueSince, rule.unusedForDays)
    const quota = quotaOf.get(key.id)
    if (quota !== undefined) {
      const { usedPercent, at, periodEndsAt } = quota
      const moments = passed(rule.usagePercents, usedPercent).map((lead) => ({ lead, atMs: Date.parse(at) }))
      add('usage', Date.parse(periodEndsAt), moments.reverse(), { usedPercent })
    }
    for (const { kind, name, renewsAt } of renewalsOf.get(key.id) ?? []) {
      const targetMs = Date.parse(renewsAt)
      const what = `${kind} ${name}`.trim()
      add('renewal', targetMs, expiryMoments(targetMs, rule.expiryLeadDays, zone), {
        what,
        which: `-${shortName(what)}`
      })
    }
    const unusualAt = unusualOf.get(key.id)
    if (unusualAt !== undefined) {
      const atMs = Date.parse(unusualAt)
      add('unusual', atMs, [{ lead: 0, atMs }])
    }
  }
  return subjects
}

type Add = (
  kind: ReminderKind,
  targetMs: number,
  moments: Moment[],
  more?: { readonly usedPercent?: number; readonly what?: string; readonly which?: string }
) => void

/** Beyond all of it a person is told again each time so much more is used. */
const EACH_FURTHER_PERCENT = 25
const MOST_PERCENT = 1_000

/** The shares that are passed; what keeps rising after the whole is used is told again. */
function passed(percents: readonly number[], usedPercent: number): number[] {
  const further: number[] = []
  if (percents.includes(100)) {
    const last = Math.min(usedPercent, MOST_PERCENT)
    for (let percent = 100 + EACH_FURTHER_PERCENT; percent <= last; percent += EACH_FURTHER_PERCENT)
      further.push(percent)
  }
  return unique([...percents.filter((percent) => percent <= usedPercent), ...further])
}

/** Tells renewals of one account apart, without what they are called. */
function shortName(what: string): string {
  return createHash('sha256').update(what).digest('hex').slice(0, 12)
}

/** A key that is rotated by itself needs nobody to think of it. */
function ruledRotation(key: ReminderKey, rule: EffectiveRule): number {
  return key.policy?.kind === 'automatic' ? 0 : rule.rotateEveryDays
}

function addAge(add: Add, kind: ReminderKind, since: Instant, days: number): void {
  if (days === 0) return
  const atMs = Date.parse(since) + days * DAY_MS
  add(kind, atMs, [{ lead: 0, atMs }])
}

/** Days count as 24 hours each, so that a change of the clocks makes none early; the day itself begins at midnight. */
function expiryMoments(targetMs: number, leadDays: readonly number[], zone: string): Moment[] {
  return unique(leadDays).map((lead) => ({
    lead,
    // A day of 25 hours would begin before the reminder of one day ahead.
    atMs: lead === 0 ? Math.max(startOfLocalDay(targetMs, zone), targetMs - DAY_MS) : targetMs - lead * DAY_MS
  }))
}

function before(targetMs: number, leads: readonly number[], unitMs: number): Moment[] {
  return unique(leads).map((lead) => ({ lead, atMs: targetMs - lead * unitMs }))
}

/** From the highest to the lowest. */
function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((one, other) => other - one)
}
