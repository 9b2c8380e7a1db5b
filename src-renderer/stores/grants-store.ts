import type { Grant, GrantRequest } from '@contract/model/grant'
import { create } from 'zustand'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'

/** How long a terminal is allowed: for the command that asks, an hour, or as long as it may at most. */
export type GrantTime = 'once' | 'hour' | 'day'

export interface GrantsState {
  /** Who waits at a terminal for an answer; oldest first. */
  readonly pending: readonly GrantRequest[]
  /** What terminals may do now; null until it came. */
  readonly live: readonly Grant[] | null
  readonly failure: CallFailure | null
  /** What was chosen the last time, which the next question begins with. */
  readonly time: GrantTime
  noteTime(time: GrantTime): void
  refresh(): void
  forget(): void
}

const blank = { pending: [], live: null, failure: null } as const

export const useGrants = create<GrantsState>()((set) => {
  let generation = 0
  return {
    ...blank,
    time: 'day',
    noteTime(time) {
      set({ time })
    },
    refresh() {
      const mine = ++generation
      Promise.all([client.call('grants.pending', {}), client.call('grants.list', {})]).then(
        ([pending, live]) => {
          if (mine === generation) set({ pending: pending.items, live: live.items, failure: null })
        },
        (error: unknown) => {
          if (mine === generation) set({ failure: toCallFailure(error) })
        }
      )
    },
    forget() {
      generation++
      set(blank)
    }
  }
})
