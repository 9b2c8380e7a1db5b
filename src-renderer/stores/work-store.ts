import type { PayloadOf } from '@contract/ipc'
import { create } from 'zustand'
import { client } from '../client/client'

export type WorkItem = PayloadOf<'work.changed'>['items'][number]

export interface WorkState {
  readonly items: readonly WorkItem[]
}

/** Whether somebody may wait for it: usage is read in the background, and its own screen says how far. */
export function isAwaited({ job }: WorkItem): boolean {
  return job !== 'usageLog' && job !== 'usageTotals'
}

/** Provider calls under way, as the core tells them. */
export const useWork = create<WorkState>()(() => ({ items: [] }))

/** Ends every provider call that is under way; what waits for one is refused with `cancelled`. */
export function cancelWork(): void {
  client.call('remote.cancel', {}).catch(() => undefined)
}
