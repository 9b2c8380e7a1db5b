import { z } from 'zod'
import { instant, keyId, line } from './base'
import { failure } from './connection'

/**
 * What a person is reminded of. `expiry`: the key ends. `rotation`: its value is as old as the rule allows. `unused`:
 * nobody took it out for so long. `grace`: the old value of a rotation ends. `usage`: a share of its quota is used.
 * `renewal`: its account renews a domain, a certificate, a plan. `unusual`: it is used in a way it was not used before.
 */
export const reminderKind = z.enum(['expiry', 'rotation', 'unused', 'grace', 'usage', 'renewal', 'unusual'])
export type ReminderKind = z.infer<typeof reminderKind>

/**
 * `upcoming`: nothing to say yet. `due`: a lead time has begun. `overdue`: the moment itself has passed. `done`: settled
 * for this moment; a new one (the key was renewed) starts anew. `dismissed`: never again for this key and kind.
 */
export const reminderState = z.enum(['upcoming', 'due', 'overdue', 'snoozed', 'done', 'dismissed'])
export type ReminderState = z.infer<typeof reminderState>

/** Identifies what a key is reminded of: `<key id>.<kind>`, and which one where there may be several. */
export const reminderId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}\.(expiry|rotation|unused|grace|usage|unusual|renewal-[0-9a-f]{12})$/)
  .brand<'ReminderId'>()
export type ReminderId = z.infer<typeof reminderId>

export const reminder = z.strictObject({
  id: reminderId,
  keyId,
  keyName: z.string(),
  provider: z.string().nullable(),
  kind: reminderKind,
  state: reminderState,
  /** The moment it is about: the end of the key or of the grace, the day its value is too old. */
  targetAt: instant,
  /** Usage only: the share of the quota that is used, in percent. */
  usedPercent: z.int().nullable(),
  /** Renewals only: what is renewed, as the provider says it: `domain example.com`. */
  what: z.string().nullable(),
  /** Each time a person is told. `lead` is in days (`expiry`), hours (`grace`) or percent (`usage`); otherwise 0. */
  leads: z.array(z.strictObject({ lead: z.int().nonnegative(), at: instant, told: z.boolean() })),
  /** When it is told next; null when there is nothing left to tell. Quiet hours may move it. */
  nextAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  closedAt: instant.nullable(),
  may: z.array(z.enum(['rotate', 'snooze', 'done', 'dismiss', 'reopen']))
})
export type Reminder = z.infer<typeof reminder>

/** Whose keys a rule is about. The narrowest rule that says something of a part decides: key, tag, provider, all. */
export const ruleScope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('all') }),
  z.strictObject({ of: z.literal('provider'), provider: line(100).min(1) }),
  z.strictObject({ of: z.literal('tag'), tag: line(60).min(1) }),
  z.strictObject({ of: z.literal('key'), keyId })
])
export type RuleScope = z.infer<typeof ruleScope>

const list = (lowest: number, highest: number): z.ZodNullable<z.ZodArray<z.ZodInt>> =>
  z.array(z.int().min(lowest).max(highest)).max(10).nullable()

/** Null leaves a part to the next wider rule; an empty list, or 0, turns it off. */
export const ruleParts = z.strictObject({
  /** Days before a key expires; 0 is the day itself. */
  expiryLeadDays: list(0, 3_650).default(null),
  rotateEveryDays: z.int().min(0).max(3_650).nullable().default(null),
  unusedForDays: z.int().min(0).max(3_650).nullable().default(null),
  /** Hours before the old value of a rotation ends. */
  graceLeadHours: list(0, 720).default(null),
  /** Percent of a quota. */
  usagePercents: list(1, 100).default(null),
  /** Whether the system shows a notification. */
  notify: z.boolean().nullable().default(null),
  /** Channels that are told as well. */
  channels: z.array(z.string().min(1).max(64)).max(20).nullable().default(null)
})
export type RuleParts = z.output<typeof ruleParts>

/** What holds where no rule says otherwise: the rule for all keys starts with it. */
export const DEFAULT_RULE_PARTS = {
  expiryLeadDays: [30, 7, 1, 0],
  rotateEveryDays: 0,
  unusedForDays: 0,
  graceLeadHours: [12, 1],
  usagePercents: [75, 90, 100],
  notify: true,
  channels: []
} as const satisfies { readonly [Part in keyof RuleParts]: unknown }

export const reminderRule = z.strictObject({
  id: z.string(),
  scope: ruleScope,
  parts: ruleParts,
  /** How many keys it is about, outside the bin. */
  keys: z.int().nonnegative(),
  /** The name of the key it is about, where it is about one. */
  keyName: z.string().nullable()
})
export type ReminderRule = z.infer<typeof reminderRule>

/** What a webhook is sent: plain JSON, or the shape that a service understands. */
export const webhookShape = z.enum(['json', 'slack', 'discord', 'ntfy'])
export type WebhookShape = z.infer<typeof webhookShape>

const common = {
  name: line(60).min(1),
  /** Whether texts may carry the names that the person gave the keys. */
  withNames: z.boolean().default(false),
  /** The host may stand in a private network. */
  allowPrivate: z.boolean().default(false)
}
const address = line(254).regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/, 'an e-mail address')

/** Where reminders go besides the desktop. Its secret is the webhook's URL, or the mail account's password. */
export const channelFields = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webhook'), ...common, shape: webhookShape.default('json') }),
  z.strictObject({
    kind: z.literal('email'),
    ...common,
    host: line(253).min(1),
    port: z.int().min(1).max(65_535).default(465),
    /** `none` only to this computer itself. */
    security: z.enum(['tls', 'starttls', 'none']).default('tls'),
    /** Empty: the server asks for no login. */
    user: line(254).default(''),
    from: address,
    to: z.array(address).min(1).max(10)
  })
])
export type ChannelFields = z.output<typeof channelFields>

export const channel = z.strictObject({
  id: z.string(),
  fields: channelFields,
  /** Where it goes: a host, never a path. */
  host: z.string(),
  hasSecret: z.boolean(),
  lastSentAt: instant.nullable(),
  /** Why the newest delivery has not arrived. */
  failure: failure.nullable()
})
export type Channel = z.infer<typeof channel>

/** One text on its way to one channel. `unsure`: it may have arrived, so it is not sent again by itself. */
export const delivery = z.strictObject({
  id: z.string(),
  channelId: z.string(),
  channelName: z.string(),
  at: instant,
  /** How many reminders it tells of. */
  reminders: z.int().positive(),
  outcome: z.enum(['waiting', 'sent', 'failed', 'unsure']),
  attempts: z.int().nonnegative(),
  nextTryAt: instant.nullable(),
  failure: failure.nullable()
})
export type Delivery = z.infer<typeof delivery>

/** What is told while the vault is locked; see docs/reminders.md. */
export const whileLocked = z.enum(['nothing', 'counts', 'schedule'])
export type WhileLocked = z.infer<typeof whileLocked>

export const reminderSummary = z.strictObject({
  overdue: z.int(),
  due: z.int(),
  thisWeek: z.int(),
  upcoming: z.int(),
  snoozed: z.int(),
  done: z.int(),
  dismissed: z.int(),
  nextAt: instant.nullable()
})
export type ReminderSummary = z.infer<typeof reminderSummary>
