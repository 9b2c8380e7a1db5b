import { AppError } from '@contract/errors'
import type { ReminderId } from '@contract/model/reminder'
import type { ReminderKey, StoredRule, SubjectState } from '../../ports/reminder-store'
import type { SessionKeeper } from '../session'
import { stateOf } from './plan'
import { subjectsOf, type AccountReadings, type KeySubject } from './subjects'

/** Where it is known what providers tell of usage. */
export type UsageSource = () => Promise<AccountReadings>

/** The open vault's reminders, as they were read from it. */
export interface ReminderBook {
  readonly keys: readonly ReminderKey[]
  readonly rules: readonly StoredRule[]
  readonly marksKey: Uint8Array
  readonly states: Map<ReminderId, SubjectState>
  /** Dates depend on the zone the computer is in. */
  subjects(zone: string): readonly KeySubject[]
  /** Throws `reminder-not-found`. */
  subject(id: ReminderId, zone: string): KeySubject
  stateOf(subject: KeySubject): SubjectState
}

/** Reads everything anew. Throws `vault-locked`, also when the vault was locked and opened again meanwhile. */
export async function readBook(session: SessionKeeper, usage: UsageSource): Promise<ReminderBook> {
  const mustBeSame = session.hold()
  const store = session.store().reminders
  const [keys, rules, states, marksKey, readings] = await Promise.all([
    store.keys(),
    store.rules(),
    store.states(),
    store.marksKey(),
    usage()
  ])
  mustBeSame()
  let made: { zone: string; subjects: KeySubject[]; byId: Map<ReminderId, KeySubject> } | null = null

  function inZone(zone: string): NonNullable<typeof made> {
    if (made?.zone !== zone) {
      const subjects = subjectsOf({ keys, rules, readings, zone })
      made = { zone, subjects, byId: new Map(subjects.map((subject) => [subject.id, subject])) }
    }
    return made
  }

  const book: ReminderBook = {
    keys,
    rules,
    marksKey,
    states: new Map(states.map((state) => [state.id, state])),
    subjects: (zone) => inZone(zone).subjects,
    subject(id, zone) {
      const found = inZone(zone).byId.get(id)
      if (found === undefined) throw new AppError('reminder-not-found', {})
      return found
    },
    stateOf: (subject) => stateOf(subject, book.states.get(subject.id))
  }
  return book
}
