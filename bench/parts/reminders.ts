import type { KeyId } from '@contract/model/base'
import type { ReminderId } from '@contract/model/reminder'
import { afterTelling, plan } from '@main/core/reminders/plan'
import { subjectsOf, type KeySubject } from '@main/core/reminders/subjects'
import { listReminders, summarise } from '@main/core/reminders/views'
import type { ReminderKey, SubjectState } from '@main/ports/reminder-store'
import { grouped, keep, tellFigures } from '../figures'
import { measure } from '../measure'

const KEYS = 10_000
const DAY_MS = 86_400_000
const NOW_MS = Date.parse('2026-11-20T09:30:00.000Z')
const ZONE = 'Europe/Berlin'
const QUIET = { fromMinute: 22 * 60, toMinute: 8 * 60 }
const keys = Array.from({ length: KEYS }, (_, number): ReminderKey => ({
  id: `01${String(number).padStart(24, '0')}` as KeyId,
  name: `key ${String(number)}`,
  provider: number % 2 === 0 ? 'CloudAPI' : null,
  tags: number % 3 === 0 ? ['ci'] : [],
  state: 'active',
  preview: '••••••••',
  expiresAt: new Date(NOW_MS + ((number * 7_919) % (720 * 24)) * 3_600_000).toISOString(),
  lastUsedAt: null,
  valueSince: new Date(NOW_MS - (number % 365) * DAY_MS).toISOString(),
  policy: null,
  graceEndsAt: null
}))
const rules = [
  {
    id: 'all',
    scope: { of: 'all' as const },
    parts: {
      expiryLeadDays: null,
      rotateEveryDays: 90,
      unusedForDays: 180,
      graceLeadHours: null,
      usagePercents: null,
      notify: null,
      channels: null
    }
  }
]
const read = (): KeySubject[] =>
  subjectsOf({ keys, rules, readings: { quotas: [], renewals: [], unusual: [] }, zone: ZONE })
const subjects = read()
const states = new Map<ReminderId, SubjectState>()
const look = (nowMs: number): ReturnType<typeof plan<KeySubject>> =>
  plan({ subjects, states, nowMs, quiet: QUIET, zone: ZONE })

const title = `${grouped(KEYS)} keys, ${grouped(subjects.length)} reminders`
const tell = async (what: string, work: () => unknown, note = ''): Promise<void> => {
  keep(`${title}: ${what}`, 'ms', await measure(work), note)
}
await tell(`keys handed over by the store’s thread`, () => structuredClone(keys), 'at a change of keys or rules')
await tell(`from keys and rules to what is told when`, read, 'at a change of keys or rules')
await tell(`waking, with all that was missed due at once`, () => look(NOW_MS + 3_650 * DAY_MS), 'one timer in all')
for (const telling of look(NOW_MS).due) states.set(telling.subject.id, afterTelling(telling, undefined))
await tell(`waking, with nothing due`, () => look(NOW_MS), 'budget 50 ms')
const book = {
  rules,
  marksKey: new Uint8Array(32),
  states,
  subjects: () => subjects,
  subject: () => {
    throw new Error('not asked for here')
  },
  stateOf: (subject: KeySubject) =>
    states.get(subject.id) ?? {
      id: subject.id,
      targetMs: subject.targetMs,
      toldLead: null,
      snooze: null,
      closed: null,
      closedAtMs: null
    }
}
const page = {
  states: ['upcoming', 'due', 'overdue'] as const,
  kinds: [],
  keyId: null,
  from: null,
  until: null,
  offset: 0,
  limit: 200
}
await tell(`first page of the list`, () => listReminders(book, page, NOW_MS, ZONE))
await tell(`counts`, () => summarise(book, NOW_MS, ZONE, null))

tellFigures()
