import type { Instant } from '@contract/model/base'
import type { FindingFacts } from '@contract/model/usage'
import type { SeenWord } from '../../ports/usage-store'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** What happened longer ago is history: a log that is read for the first time raises no alarm for last year. */
export const RECENT_MS = 7 * DAY_MS
/** A key's ways are known after this long. */
const WATCHED_MS = 7 * DAY_MS

interface NewWordRule {
  /** A key with more known ones than this has no ways a new one could stand out from. */
  readonly mostKnown: number
  /** So many new ones in a week are named; with more, new ones are its way. */
  readonly mostNewInAWeek: number
}

const ADDRESSES: NewWordRule = { mostKnown: 20, mostNewInAWeek: 3 }
const ENDPOINTS: NewWordRule = { mostKnown: 200, mostNewInAWeek: 5 }

/** A word that is new after a week in which the key went its usual ways. */
export interface NewWord {
  readonly word: string
  readonly at: Instant
  readonly known: number
  readonly watchedDays: number
}

/**
 * An address is unusual when the key has been watched for a week or more, was used from 20 addresses at most, and had
 * no more than three new ones in a week.
 */
export function newAddresses(seen: readonly SeenWord[], nowMs: number): NewWord[] {
  return newWords(seen, ADDRESSES, nowMs)
}

/** The same of endpoints: 200 known ones at most, and no more than five new ones in a week. */
export function newEndpoints(seen: readonly SeenWord[], nowMs: number): NewWord[] {
  return newWords(seen, ENDPOINTS, nowMs)
}

function newWords(seen: readonly SeenWord[], rule: NewWordRule, nowMs: number): NewWord[] {
  const sorted = seen.toSorted((one, other) => (one.firstAt < other.firstAt ? -1 : one.firstAt > other.firstAt ? 1 : 0))
  const [first] = sorted
  if (first === undefined) return []
  const beganMs = Date.parse(first.firstAt)
  const times = sorted.map(({ firstAt }) => Date.parse(firstAt))
  return sorted.flatMap(({ word, firstAt }, index) => {
    const atMs = times[index] ?? 0
    const isNew = atMs - beganMs >= WATCHED_MS && nowMs - atMs <= RECENT_MS
    const newBefore = times.slice(0, index).filter((ms) => ms - beganMs >= WATCHED_MS && atMs - ms < WATCHED_MS).length
    if (!isNew || index > rule.mostKnown || newBefore >= rule.mostNewInAWeek) return []
    return [{ word, at: firstAt, known: index, watchedDays: Math.floor((atMs - beganMs) / DAY_MS) }]
  })
}

/** Calls and errors of one hour, which `at` begins. */
export interface Hour {
  readonly at: Instant
  readonly requests: number
  readonly errors: number
}

const LEAST_ERRORS = 20
const LEAST_PERCENT = 20
const TIMES_USUAL = 5
/** Of fewer calls in the week before nothing can be told that is usual. */
const LEAST_USUAL_CALLS = 20

interface Burst {
  readonly fromMs: number
  untilMs: number
  requests: number
  errors: number
  readonly usualPercent: number
}

/**
 * An hour is one of a burst when at least 20 calls and a fifth of all failed, and five times the share that failed in
 * the week before, in which there were at least 20 calls. Hours that follow each other are one burst; what lasts over a
 * day becomes usual. `hours` may lack those without calls, and reach back a week further than what is recent.
 */
export function errorBursts(hours: readonly Hour[], nowMs: number): Extract<FindingFacts, { kind: 'error-burst' }>[] {
  const bursts: Burst[] = []
  const past: { atMs: number; requests: number; errors: number }[] = []
  for (const { at, requests, errors } of hours.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    const atMs = Date.parse(at)
    const last = bursts.at(-1)
    const goesOn = last?.untilMs === atMs ? last : null
    const before = past.filter((hour) => {
      const isOfThis = goesOn !== null && hour.atMs >= goesOn.fromMs && atMs - hour.atMs < DAY_MS
      return atMs - hour.atMs <= WATCHED_MS && !isOfThis
    })
    past.push({ atMs, requests, errors })
    const usual = sumOf(before)
    const percent = (100 * errors) / Math.max(1, requests)
    const usualPercent = (100 * usual.errors) / Math.max(1, usual.requests)
    const isMany = errors >= LEAST_ERRORS && percent >= LEAST_PERCENT
    if (!isMany || usual.requests < LEAST_USUAL_CALLS || percent < usualPercent * TIMES_USUAL) continue
    if (goesOn === null) bursts.push({ fromMs: atMs, untilMs: atMs + HOUR_MS, requests, errors, usualPercent })
    else {
      goesOn.untilMs += HOUR_MS
      goesOn.requests += requests
      goesOn.errors += errors
    }
  }
  return bursts
    .filter(({ untilMs }) => nowMs - untilMs <= RECENT_MS)
    .map(({ fromMs, untilMs, requests, errors, usualPercent }) => ({
      kind: 'error-burst',
      errors,
      requests,
      from: new Date(fromMs).toISOString(),
      until: new Date(untilMs).toISOString(),
      percent: rounded((100 * errors) / requests),
      usualPercent: rounded(usualPercent)
    }))
}

function sumOf(hours: readonly { requests: number; errors: number }[]): { requests: number; errors: number } {
  return hours.reduce((sum, hour) => ({ requests: sum.requests + hour.requests, errors: sum.errors + hour.errors }), {
    requests: 0,
    errors: 0
  })
}

/** The highest threshold that is passed; null where none is. Each is told once in a period. */
export function passedThreshold(percent: number, thresholds: readonly number[]): number | null {
  const passed = thresholds.filter((threshold) => threshold <= percent)
  return passed.length === 0 ? null : Math.max(...passed)
}

function rounded(percent: number): number {
  return Math.round(percent * 10) / 10
}
