import { z } from 'zod'
import { call, event } from '../define'
import { failure } from '../model/connection'
import { instant, keyId, nothing } from '../model/base'
import { secretText } from '../model/key'
import { place } from '../model/place'
import {
  channel,
  channelFields,
  delivery,
  reminder,
  reminderId,
  reminderKind,
  reminderRule,
  reminderState,
  reminderSummary,
  ruleParts,
  ruleScope,
  whileLocked
} from '../model/reminder'

const byId = z.strictObject({ id: z.string().min(1).max(64) })
const ids = z.array(reminderId).min(1).max(500)
const day = z.iso.date()

export const reminderCalls = {
  /** One page, in the order of `targetAt`; those that were settled last come first when only they are asked for. */
  'reminders.list': call({
    input: z.strictObject({
      states: z.array(reminderState).max(6).default(['upcoming', 'due', 'overdue', 'snoozed']),
      kinds: z.array(reminderKind).max(7).default([]),
      keyId: keyId.nullable().default(null),
      /** `targetAt` from the one up to, but without, the other. */
      from: instant.nullable().default(null),
      until: instant.nullable().default(null),
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(500).default(200)
    }),
    output: z.strictObject({ total: z.int(), items: z.array(reminder) })
  }),
  'reminders.summary': call({ input: nothing, output: reminderSummary }),
  /** How many targets fall on each local day, both ends included (62 days at most); days without any are left out. */
  'reminders.calendar': call({
    input: z.strictObject({ from: day, to: day }),
    output: z.strictObject({
      days: z.array(z.strictObject({ day, open: z.int(), overdue: z.int(), settled: z.int() }))
    })
  }),

  /** Says nothing of them before then. Throws `input-invalid` for a moment that has passed. */
  'reminders.snooze': call({
    input: z.strictObject({ ids, until: z.union([z.enum(['hour', 'tomorrow', 'next-week']), instant]) }),
    output: nothing
  }),
  'reminders.done': call({ input: z.strictObject({ ids }), output: nothing }),
  /** For ever, also when the key is renewed. */
  'reminders.dismiss': call({ input: z.strictObject({ ids }), output: nothing }),
  /** Takes back snooze, done and dismiss. What was told is not told again. */
  'reminders.reopen': call({ input: z.strictObject({ ids }), output: nothing }),

  /** The rule for all keys comes first and is always there, with a value in each part. */
  'reminders.rules': call({ input: nothing, output: z.strictObject({ items: z.array(reminderRule) }) }),
  /** A rule of the same scope is replaced. Parts that are left out of the rule for all keys get their defaults. */
  'reminders.saveRule': call({ input: z.strictObject({ scope: ruleScope, parts: ruleParts }), output: byId }),
  'reminders.removeRule': call({ input: byId, output: nothing }),

  'reminders.channels': call({ input: nothing, output: z.strictObject({ items: z.array(channel) }) }),
  /**
   * `secret` null keeps the one that is stored; `id` null makes a channel. A stored secret follows to no other kind,
   * server, port, encryption or user: such a change needs it anew, and the password. Throws `url-…` codes,
   * `channel-not-found`, `channel-secret-needed`, `password-needed-again`.
   */
  'reminders.saveChannel': call({
    secret: 'input',
    input: z.strictObject({
      id: byId.shape.id.nullable().default(null),
      fields: channelFields,
      secret: secretText.nullable().default(null)
    }),
    output: byId
  }),
  'reminders.removeChannel': call({ input: byId, output: nothing }),
  /** Sends one text that says it is a test. A refusal is in the answer, not thrown. */
  'reminders.testChannel': call({ input: byId, output: z.strictObject({ failure: failure.nullable() }) }),
  /** What was sent, is waiting or failed; newest first, 100 at most. */
  'reminders.deliveries': call({ input: nothing, output: z.strictObject({ items: z.array(delivery) }) }),
  /** Sends one that failed, or may not have arrived, again. */
  'reminders.retryDelivery': call({ input: byId, output: nothing }),
  /** Forgets one that is not on its way any more. */
  'reminders.forgetDelivery': call({ input: byId, output: nothing }),

  /**
   * What is told while the vault is locked. `schedule` keeps dates outside the vault, sealed by the system's keyring,
   * with names only if `names`. Throws `locked-schedule-unavailable`, `password-needed-again`.
   */
  'reminders.setWhileLocked': call({
    input: z.strictObject({ mode: whileLocked, names: z.boolean().default(false) }),
    output: nothing
  }),
  /** What this computer can do. */
  'reminders.abilities': call({
    requires: 'nothing',
    input: nothing,
    output: z.strictObject({
      notifications: z.boolean(),
      /** Whether notifications have buttons here. */
      notificationActions: z.boolean(),
      tray: z.boolean(),
      badge: z.boolean(),
      startAtLogin: z.boolean(),
      /** Whether a schedule can be sealed, and by which keyring. */
      sealedSchedule: z.boolean(),
      keyring: z.string()
    })
  }),
  /** Shows a notification that says it is a test. */
  'reminders.testNotification': call({ input: nothing, output: nothing }),
  /** Writes a calendar of what is to come. `file` null: the window asks. Throws `cancelled`, `file-exists`. */
  'reminders.exportCalendar': call({
    input: z.strictObject({ file: z.string().min(1).max(4_096).nullable().default(null), withNames: z.boolean() }),
    output: z.strictObject({ events: z.int() })
  }),

  /** Reminders, rules, channels or deliveries have changed. */
  'reminders.changed': event(z.strictObject({ revision: z.int() })),

  /** Where a notification or the tray wants the window to be; answered once. Ask after each unlock and each event. */
  'navigation.take': call({ input: nothing, output: z.strictObject({ place: place.nullable() }) }),
  'navigation.wanted': event(z.strictObject({ revision: z.int() }))
} as const
