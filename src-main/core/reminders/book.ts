import { AppError } from '@contract/errors'
import type { ReminderId } from '@contract/model/reminder'
import type {
  ReminderKey,
  ReminderKeysPage,
  ReminderKeysQuery,
  StoredRule,
  SubjectState
} from '../../ports/reminder-store'
import type { SessionKeeper } from '../session-keeper'
import { stateOf } from './plan'
import { tellsOfAge } from './rules'
import { subjectsOf, type AccountReadings, type KeySubject } from './subjects'

/** Where it is known what providers tell of usage. */
export type UsageSource = () => Promise<AccountReadings>

/** The open vault's reminders, as they were read from it. */
export interface ReminderBook {
  readonly rules: readonly StoredRule[]
  readonly marksKey: Uint8Array
  readonly states: Map<ReminderId, SubjectState>
  /** Dates depend on the zone the computer is in. */
  subjects(zone: string): readonly KeySubject[]
  /** Throws `reminder-not-found`. */
  subject(id: ReminderId, zone: string): KeySubject
  stateOf(subject: KeySubject): SubjectState
}

/** So many keys at a time: the store answers what else is asked in between, and none is held twice for long. */
const PAGE = 2_000

/**
 * Reads everything anew, all that is told in `zone` made ready. Throws `vault-locked`, also when the vault was locked
 * and opened again meanwhile.
 */
export async function readBook(session: SessionKeeper, usage: UsageSource, zone: string): Promise<ReminderBook> {
  const mustBeSame = session.hold()
  const store = session.store().reminders
  const [rules, states, marksKey, readings] = await Promise.all([
    store.rules(),
    store.states(),
    store.marksKey(),
    usage()
  ])
  const keys: ReminderKey[] = []
  const first: KeySubject[] = []
  const which = keysFor(rules, readings)
  for (let after: number | null = 0; after !== null;) {
    const page: ReminderKeysPage = await store.keys({ after, limit: PAGE, ...which })
    keys.push(...page.keys)
    first.push(...subjectsOf({ keys: page.keys, rules, readings, zone }))
    after = page.next
  }
  mustBeSame()
  let made: Made = toMade(zone, first)

  function inZone(wanted: string): Made {
    if (made.zone !== wanted) made = toMade(wanted, subjectsOf({ keys, rules, readings, zone: wanted }))
    return made
  }

  const book: ReminderBook = {
    rules,
    marksKey,
    states: new Map(states.map((state) => [state.id, state])),
    subjects: (zone) => inZone(zone).subjects,
    subject(id, zone) {
      const found = inZone(zone).byId().get(id)
      if (found === undefined) throw new AppError('reminder-not-found', {})
      return found
    },
    stateOf: (subject) => stateOf(subject, book.states.get(subject.id))
  }
  return book
}

interface Made {
  readonly zone: string
  readonly subjects: readonly KeySubject[]
  byId(): ReadonlyMap<ReminderId, KeySubject>
}

function toMade(zone: string, subjects: readonly KeySubject[]): Made {
  let byId: ReadonlyMap<ReminderId, KeySubject> | null = null
  return { zone, subjects, byId: () => (byId ??= new Map(subjects.map((subject) => [subject.id, subject]))) }
}

/** Which keys these rules and readings have something to tell of. */
function keysFor(
  rules: readonly StoredRule[],
  { quotas, renewals, unusual }: AccountReadings
): Pick<ReminderKeysQuery, 'undated' | 'also' | 'tags'> {
  return {
    undated: tellsOfAge(rules),
    also: [...new Set([...quotas, ...renewals, ...unusual].map(({ keyId }) => keyId))],
    tags: rules.flatMap(({ scope }) => (scope.of === 'tag' ? [scope.tag] : []))
  }
}
