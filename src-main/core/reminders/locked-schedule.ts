import { z } from 'zod'
import { reminderId, reminderKind } from '@contract/model/reminder'
import type { SubjectState } from '../../ports/reminder-store'
import type { DeviceKeyFile, SecureStorage } from '../../ports/secure-storage'
import { stateOf, type Subject } from './plan'

const moment = z.strictObject({ lead: z.int(), atMs: z.number() })
const entry = z.strictObject({
  id: reminderId,
  kind: reminderKind,
  targetMs: z.number(),
  moments: z.array(moment).max(20),
  label: z.string().nullable(),
  toldLead: z.int().nullable(),
  snooze: z.strictObject({ fromMs: z.number(), untilMs: z.number() }).nullable()
})
const schedule = z.strictObject({ marksKey: z.base64(), entries: z.array(entry) })

/** All that is known of a reminder while the vault is locked: whose it is, when, and its name if that was allowed. */
export type LockedSubject = Subject & { readonly label: string | null }

export interface LockedSchedule {
  readonly marksKey: Uint8Array
  readonly subjects: readonly LockedSubject[]
  readonly states: Map<SubjectState['id'], SubjectState>
}

/** Those whose turn comes first; the rest is told of at the next unlock. */
const MOST = 2_000

/** What the open vault leaves behind. `label` answers null where no name may be kept. */
export function toLockedSchedule<Of extends Subject>(
  subjects: readonly Of[],
  states: ReadonlyMap<SubjectState['id'], SubjectState>,
  marksKey: Uint8Array,
  label: (subject: Of) => string | null
): LockedSchedule {
  // Nobody watches usage while the vault is locked, and what is told then speaks of keys alone.
  const watched = subjects.filter(
    (subject) =>
      !['usage', 'unusual', 'renewal'].includes(subject.kind) &&
      stateOf(subject, states.get(subject.id)).closed === null
  )
  const kept = watched.sort((one, other) => one.targetMs - other.targetMs).slice(0, MOST)
  return {
    marksKey: Uint8Array.from(marksKey),
    subjects: kept.map((subject) => {
      const { id, kind, targetMs, moments } = subject
      return { id, kind, targetMs, moments, label: label(subject) }
    }),
    states: new Map(kept.map((subject) => [subject.id, stateOf(subject, states.get(subject.id))]))
  }
}

export interface ScheduleKeeper {
  isAvailable(): Promise<boolean>
  /** Seals it into its file; what cannot be sealed is not kept, and what was kept before is removed. */
  keep(schedule: LockedSchedule): Promise<void>
  /** Null when there is none, or none that this computer's keyring opens. */
  read(): Promise<LockedSchedule | null>
  remove(): void
}

/** The schedule outside the vault, sealed by the system's keyring. */
export function createScheduleKeeper(storage: SecureStorage, file: DeviceKeyFile): ScheduleKeeper {
  return {
    isAvailable: () => storage.isSafe().catch(() => false),
    async keep(kept) {
      const bytes = new Uint8Array(Buffer.from(JSON.stringify(toStored(kept))))
      try {
        file.write({ backend: storage.backend(), sealed: await storage.seal(bytes) })
      } catch {
        file.remove()
      }
      bytes.fill(0)
    },
    async read() {
      const found = file.read()
      if (found?.backend !== storage.backend() || !(await storage.isSafe().catch(() => false))) return null
      try {
        const bytes = await storage.unseal(found.sealed)
        const parsed = schedule.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')))
        bytes.fill(0)
        return parsed.success ? fromStored(parsed.data) : null
      } catch {
        return null
      }
    },
    remove() {
      file.remove()
    }
  }
}

function toStored({ marksKey, subjects, states }: LockedSchedule): z.input<typeof schedule> {
  return {
    marksKey: Buffer.from(marksKey).toString('base64'),
    entries: subjects.map(({ id, kind, targetMs, moments, label }) => {
      const { toldLead = null, snooze = null } = states.get(id) ?? {}
      return { id, kind, targetMs, moments: [...moments], label, toldLead, snooze }
    })
  }
}

function fromStored({ marksKey, entries }: z.output<typeof schedule>): LockedSchedule {
  return {
    marksKey: new Uint8Array(Buffer.from(marksKey, 'base64')),
    subjects: entries.map(({ id, kind, targetMs, moments, label }) => ({ id, kind, targetMs, moments, label })),
    states: new Map(
      entries.map(({ id, targetMs, toldLead, snooze }) => [
        id,
        { id, targetMs, toldLead, snooze, closed: null, closedAtMs: null }
      ])
    )
  }
}
