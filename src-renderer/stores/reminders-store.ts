import type { Reminder, ReminderSummary, RuleScope } from '@contract/model/reminder'
import { create } from 'zustand'
import { client } from '../client/client'

export type ReminderTab = 'open' | 'snoozed' | 'settled' | 'rules' | 'channels'

/** What is being decided about reminders. One at a time; none of them holds a secret. */
export type ReminderDialog =
  | { readonly kind: 'snooze'; readonly reminder: Reminder }
  | { readonly kind: 'dismiss'; readonly reminder: Reminder }
  | { readonly kind: 'export' }
  /** `scope` null: the person chooses what the rule is about. */
  | { readonly kind: 'rule'; readonly scope: RuleScope | null; readonly name: string | null }
  /** `id` null: a new channel. */
  | { readonly kind: 'channel'; readonly id: string | null }

export interface RemindersState {
  /** Null until the first answer. */
  readonly summary: ReminderSummary | null
  /** Keys have changed since the summary was asked for, so it may be wrong. */
  readonly isBehind: boolean
  /** Rises with every change of reminders, rules, channels or deliveries; what shows them asks again. */
  readonly revision: number
  readonly tab: ReminderTab
  readonly dialog: ReminderDialog | null
  refresh(): void
  /** Keys have changed. The core tells of reminders only after a while, as many keys may change in a row. */
  fallBehind(): void
  show(tab: ReminderTab): void
  open(dialog: ReminderDialog): void
  close(): void
  forget(): void
}

const blank = { summary: null, isBehind: false, revision: 0, tab: 'open', dialog: null } as const

export const useReminders = create<RemindersState>()((set) => {
  let generation = 0
  return {
    ...blank,
    refresh() {
      const mine = ++generation
      set((state) => ({ revision: state.revision + 1 }))
      client.call('reminders.summary', {}).then(
        (summary) => {
          if (mine === generation) set({ summary, isBehind: false })
        },
        // The list says why the vault does not answer; the counts stay as they were.
        () => undefined
      )
    },
    fallBehind() {
      // What is being answered may be of before the change.
      generation++
      set({ isBehind: true })
    },
    show(tab) {
      set({ tab })
    },
    open(dialog) {
      set({ dialog })
    },
    close() {
      set({ dialog: null })
    },
    forget() {
      generation++
      set(blank)
    }
  }
})
