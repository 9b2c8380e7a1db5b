import fc from 'fast-check'
import type { KeyId } from '@contract/model/base'
import type { ReminderId } from '@contract/model/reminder'
import { afterTelling, plan } from '@main/core/reminders/plan'
import type { QuietHours } from '@main/core/reminders/quiet-hours'
import { NO_PARTS } from '@main/core/reminders/rules'
import { subjectsOf, type KeySubject } from '@main/core/reminders/subjects'
import type { ReminderKey, StoredRule, SubjectState } from '@main/ports/reminder-store'

export const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000
/** Zones of both hemispheres, of half and quarter hours, that skip midnight, that skipped a whole day, without changes. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Beirut'
]

export type Event =
  | { do: 'wait'; ms: number }
  | { do: 'sleep'; ms: number }
  | { do: 'until-next' }
  | { do: 'jump'; ms: number }
  | { do: 'restart' }
  | { do: 'travel'; zone: string }
  | { do: 'snooze'; key: number; ms: number }
  | { do: 'close'; key: number; how: 'done' | 'dismissed' }
  | { do: 'renew'; key: number; ms: number }

export interface History {
  startMs: number
  zone: string
  quiet: QuietHours | null
  keys: { expiresInMs: number; tags: string[]; provider: string }[]
  all: number[]
  tagged: number[] | null
  own: number[] | null
  events: Event[]
}

const leads = fc.uniqueArray(fc.oneof(fc.constantFrom(0, 1, 7, 30), fc.integer({ min: 0, max: 400 })), { maxLength: 5 })
const minute = fc.integer({ min: 0, max: 1439 })
const span = fc.oneof(
  fc.integer({ min: 0, max: 2 * HOUR }),
  fc.integer({ min: 0, max: 3 * DAY }),
  fc.integer({ min: 0, max: 60 * DAY })
)
const years = fc.integer({ min: -3_652, max: 3_652 })
const at = fc.integer({ min: 0, max: 5 })

export const histories: fc.Arbitrary<History> = fc.record({
  startMs: fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2040, 0, 1) }),
  zone: fc.constantFrom(...ZONES),
  quiet: fc.option(fc.record({ fromMinute: minute, toMinute: minute })),
  keys: fc.array(
    fc.record({
      expiresInMs: fc.integer({ min: -40 * DAY, max: 120 * DAY }),
      tags: fc.subarray(['ci', 'prod']),
      provider: fc.constantFrom('CloudAPI', 'CloudNexus')
    }),
    { minLength: 1, maxLength: 6 }
  ),
  all: leads,
  tagged: fc.option(leads),
  own: fc.option(leads),
  events: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: span }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('sleep' as const), ms: span }) },
      { weight: 6, arbitrary: fc.record({ do: fc.constant('until-next' as const) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('jump' as const), ms: years.map((days) => days * DAY) }) },
      {
        weight: 1,
        arbitrary: fc.record({ do: fc.constant('jump' as const), ms: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) })
      },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('travel' as const), zone: fc.constantFrom(...ZONES) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('snooze' as const),
          key: at,
          ms: fc.integer({ min: MINUTE, max: 10 * DAY })
        })
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('close' as const),
          key: at,
          how: fc.constantFrom('done' as const, 'dismissed' as const)
        })
      },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('renew' as const),
          key: at,
          ms: fc.integer({ min: DAY, max: 400 * DAY })
        })
      }
    ),
    { minLength: 1, maxLength: 40 }
  )
})

/** The scheduler with a clock, a store that survives restarts, and a person: what was told, and when. */
export function createLife({ startMs, zone, quiet, keys, all, tagged, own }: History) {
  const world = { nowMs: startMs, zone }
  const held: ReminderKey[] = keys.map(({ expiresInMs, tags, provider }, number) => ({
    id: `01ARZ3NDEKTSV4RRFFQ69G5FA${String(number)}` as KeyId,
    name: `key ${String(number)}`,
    provider,
    tags,
    state: 'active',
    preview: '••••••••',
    expiresAt: new Date(startMs + expiresInMs).toISOString(),
    lastUsedAt: null,
    valueSince: new Date(startMs).toISOString(),
    policy: null,
    graceEndsAt: null
  }))
  const rules: StoredRule[] = [{ id: 'all', scope: { of: 'all' }, parts: { ...NO_PARTS, expiryLeadDays: all } }]
  if (tagged) rules.push({ id: 'ci', scope: { of: 'tag', tag: 'ci' }, parts: { ...NO_PARTS, expiryLeadDays: tagged } })
  const first = held[0]
  if (own && first)
    rules.push({ id: 'own', scope: { of: 'key', keyId: first.id }, parts: { ...NO_PARTS, expiryLeadDays: own } })
  let states = new Map<ReminderId, SubjectState>()

  const subjects = (): KeySubject[] =>
    subjectsOf({ keys: held, rules, readings: { quotas: [], renewals: [], unusual: [] }, zone: world.zone })
  const look = (nowMs = world.nowMs) => plan({ subjects: subjects(), states, nowMs, quiet, zone: world.zone })

  return {
    world,
    held,
    quiet,
    look,
    /** Wakes: writes down, then tells. Answers the ids told. */
    wake(): { told: ReminderId[]; nextMs: number | null } {
      const { due, nextMs } = look()
      for (const telling of due) states.set(telling.subject.id, afterTelling(telling, states.get(telling.subject.id)))
      return { told: due.map(({ subject }) => subject.id), nextMs }
    },
    restart(): void {
      states = new Map(JSON.parse(JSON.stringify([...states])) as [ReminderId, SubjectState][])
    },
    change(number: number, change: (state: SubjectState) => SubjectState): ReminderId | null {
      const subject = subjects().find(({ key }) => key === held[number])
      if (subject === undefined) return null
      const stored = states.get(subject.id)
      const same = stored?.targetMs === subject.targetMs
      const fresh: SubjectState = {
        id: subject.id,
        targetMs: subject.targetMs,
        toldLead: null,
        snooze: null,
        closed: null,
        closedAtMs: null
      }
      if (stored?.closed === 'dismissed') return null
      states.set(subject.id, change(same ? stored : fresh))
      return subject.id
    },
    renew(number: number, ms: number): boolean {
      const key = held[number]
      if (key === undefined) return false
      held[number] = { ...key, expiresAt: new Date(world.nowMs + ms).toISOString() }
      return true
    },
    /** The lead times that hold for a key, found without the scheduler's help. */
    leadsOf(number: number): number[] {
      if (number === 0 && own !== null) return own
      return keys[number]?.tags.includes('ci') === true && tagged !== null ? tagged : all
    }
  }
}
