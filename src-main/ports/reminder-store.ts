import type { Instant, KeyId } from '@contract/model/base'
import type { Failure, RotationPolicy } from '@contract/model/connection'
import type { KeyState } from '@contract/model/key'
import type { ChannelFields, Delivery, ReminderId, RuleParts, RuleScope } from '@contract/model/reminder'
import type { AuditDraft } from './store-parts'

/** What reminders ask of a key; nothing of its secret but the mask, so that no name that holds a part of it is shown. */
export interface ReminderKey {
  readonly id: KeyId
  readonly name: string
  readonly provider: string | null
  /** Of its tags those that were asked about. */
  readonly tags: readonly string[]
  readonly state: KeyState
  readonly preview: string
  readonly expiresAt: Instant | null
  readonly lastUsedAt: Instant | null
  /** When its present value was made. */
  readonly valueSince: Instant
  readonly policy: RotationPolicy | null
  /** Until when the old value of an open rotation works. */
  readonly graceEndsAt: Instant | null
}

/** Which keys there may be something to tell of, page by page: nobody holds 100,000 of them twice. */
export interface ReminderKeysQuery {
  /** Where the page before ended; 0 begins. */
  readonly after: number
  readonly limit: number
  /** Keys without a date too; under some rules each key has one in the end. */
  readonly undated: boolean
  /** Keys that are wanted with or without a date. */
  readonly also: readonly KeyId[]
  /** The tags that rules speak of. */
  readonly tags: readonly string[]
}

export interface ReminderKeysPage {
  readonly keys: readonly ReminderKey[]
  /** Where the next page begins; null after the last. */
  readonly next: number | null
}

/** What is remembered of a subject; all of the scheduler's memory. Times are Unix milliseconds. */
export interface SubjectState {
  readonly id: ReminderId
  readonly targetMs: number
  /** The nearest lead a person was told of: those that are farther count as told with it. Null: none yet. */
  readonly toldLead: number | null
  readonly snooze: { readonly fromMs: number; readonly untilMs: number } | null
  readonly closed: 'done' | 'dismissed' | null
  readonly closedAtMs: number | null
}

export interface StoredRule {
  readonly id: string
  readonly scope: RuleScope
  readonly parts: RuleParts
}

export interface StoredChannel {
  readonly id: string
  readonly fields: ChannelFields
  readonly host: string
  readonly hasSecret: boolean
}

/** A text on its way. It is written in the transaction that counts its reminders as told. */
export interface StoredDelivery extends Omit<Delivery, 'channelName' | 'at' | 'nextTryAt' | 'failure'> {
  readonly atMs: number
  readonly nextTryAtMs: number | null
  readonly failure: Failure | null
  readonly text: { readonly title: string; readonly body: string }
}

export type ReminderChange =
  | { readonly op: 'save-state'; readonly state: SubjectState }
  | { readonly op: 'save-rule'; readonly rule: StoredRule }
  | { readonly op: 'drop-rule'; readonly id: string }
  | {
      readonly op: 'save-channel'
      readonly id: string
      readonly fields: ChannelFields
      readonly host: string
      readonly secret: Uint8Array | null
      /** What is stored stays where no other is given. */
      readonly keepsSecret: boolean
    }
  /** Its deliveries go with it. */
  | { readonly op: 'drop-channel'; readonly id: string }
  | { readonly op: 'save-delivery'; readonly delivery: StoredDelivery }
  | { readonly op: 'drop-delivery'; readonly id: string }

/** Rules, what was told, channels and what is on its way to them. Part of the open vault. */
export interface ReminderStore {
  /** Keys outside the bin that are neither revoked nor disabled. */
  keys(query: ReminderKeysQuery): ReminderKeysPage
  states(): SubjectState[]
  /** In their order of making. */
  rules(): StoredRule[]
  channels(): StoredChannel[]
  /** The bytes are handed over. */
  channelSecret(id: string): Uint8Array | null
  /** Newest first. */
  deliveries(): StoredDelivery[]
  /** Makes marks of what was told that say nothing to whoever has not got the vault. */
  marksKey(): Uint8Array
  /** Carries out all of it with its audit entries, in one transaction, or nothing. States of purged keys are skipped. */
  apply(changes: readonly ReminderChange[], audit: readonly AuditDraft[]): void
}
