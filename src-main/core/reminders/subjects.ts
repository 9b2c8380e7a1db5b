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

/** A subject of the vault, with what it is shown with. */
export interface KeySubject extends Subject {
  readonly key: ReminderKey
  readonly rule: EffectiveRule
  readonly usedPercent: number | null
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

interface Input {
  readonly keys: readonly ReminderKey[]
  readonly rules: readonly StoredRule[]
  readonly usage: ReadonlyMap<KeyId, UsageReading>
  readonly zone: string
}

/** Everything the keys are reminded of under the rules. A key that was revoked or switched off is left in peace. */
export function subjectsOf({ keys, rules, usage, zone }: Input): KeySubject[] {
  const ruleOf = createRuleBook(rules)
  const subjects: KeySubject[] = []
  for (const key of keys) {
    if (key.state === 'revoked' || key.state === 'disabled') continue
    const rule = ruleOf(key)
    const add = (kind: ReminderKind, targetMs: number, moments: Moment[], usedPercent: number | null = null): void => {
      if (moments.length === 0) return
      subjects.push({ id: `${key.id}.${kind}` as ReminderId, kind, targetMs, moments, key, rule, usedPercent })
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
    const reading = usage.get(key.id)
    if (reading !== undefined) {
      const crossed = rule.usagePercents.filter((percent) => percent <= reading.usedPercent)
      const moments = unique(crossed).map((lead) => ({ lead, atMs: Date.parse(reading.at) }))
      add('usage', Date.parse(reading.periodEndsAt), moments.reverse(), reading.usedPercent)
    }
  }
  return subjects
}

/** A key that is rotated by itself needs nobody to think of it. */
function ruledRotation(key: ReminderKey, rule: EffectiveRule): number {
  return key.policy?.kind === 'automatic' ? 0 : rule.rotateEveryDays
}

function addAge(
  add: (kind: ReminderKind, targetMs: number, moments: Moment[]) => void,
  kind: ReminderKind,
  since: Instant,
  days: number
): void {
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
