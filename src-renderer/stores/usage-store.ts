import type { OutputOf, PayloadOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { create } from 'zustand'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'
import { everything, type CallView, type Range } from './call-view'

export const usageTabs = ['calls', 'breakdown', 'quotas', 'findings', 'accounts'] as const
export type UsageTab = (typeof usageTabs)[number]

export interface UsageState {
  /** How each account's usage stands; null until it came. */
  readonly accounts: OutputOf<'usage.state'>['items'] | null
  readonly failure: CallFailure | null
  /** Findings that nobody has acknowledged. */
  readonly openFindings: number
  /** Rises with every change of calls, quotas, findings, local use or the sync; what shows them asks again. */
  readonly revision: number
  readonly syncing: PayloadOf<'usage.progress'>['syncing']
  readonly exporting: PayloadOf<'usage.progress'>['exporting']
  readonly tab: UsageTab
  readonly view: CallView
  /** What was looked at before a part of the chart was chosen. */
  readonly zoomedFrom: CallView['when'] | null
  /** New calls come in by themselves while the list is read from the top. */
  readonly live: boolean
  /** Whether the details of a key show its usage. */
  readonly inDetails: boolean
  refresh(): void
  show(tab: UsageTab): void
  look(change: Partial<CallView>): void
  /** Looks at all calls of one key or account. */
  lookAt(of: { readonly keyId: KeyId } | { readonly connectionId: ConnectionId }): void
  zoom(range: Range): void
  zoomOut(): void
  setLive(live: boolean): void
  showInDetails(shown: boolean): void
  forget(): void
}

const blank: Pick<
  UsageState,
  | 'accounts'
  | 'failure'
  | 'openFindings'
  | 'revision'
  | 'syncing'
  | 'exporting'
  | 'tab'
  | 'view'
  | 'zoomedFrom'
  | 'live'
  | 'inDetails'
> = {
  accounts: null,
  failure: null,
  openFindings: 0,
  revision: 0,
  syncing: [],
  exporting: null,
  tab: 'calls',
  view: everything,
  zoomedFrom: null,
  live: false,
  inDetails: false
}

// A sync tells of every page it reads; what is shown need not be asked for as often.
const REST_MS = 500

export const useUsage = create<UsageState>()((set, get) => {
  let generation = 0
  let resting: number | undefined
  let again = false

  function ask(): void {
    const mine = generation
    set((state) => ({ revision: state.revision + 1 }))
    Promise.all([client.call('usage.state', {}), client.call('usage.findings', { limit: 1 })]).then(
      ([{ items }, { open }]) => {
        if (mine === generation) set({ accounts: items, openFindings: open, failure: null })
      },
      (error: unknown) => {
        if (mine === generation) set({ failure: toCallFailure(error) })
      }
    )
  }

  return {
    ...blank,
    refresh() {
      if (resting !== undefined) {
        again = true
        return
      }
      ask()
      resting = window.setTimeout(() => {
        resting = undefined
        if (!again) return
        again = false
        get().refresh()
      }, REST_MS)
    },
    show(tab) {
      set({ tab })
    },
    look(change) {
      set((state) => ({
        view: { ...state.view, ...change },
        zoomedFrom: change.when === undefined ? state.zoomedFrom : null
      }))
    },
    lookAt(of) {
      set({
        tab: 'calls',
        view: 'keyId' in of ? { ...everything, keyIds: [of.keyId] } : { ...everything, connectionId: of.connectionId },
        zoomedFrom: null
      })
    },
    zoom(range) {
      set(({ view, zoomedFrom }) => ({ view: { ...view, when: range }, zoomedFrom: zoomedFrom ?? view.when }))
    },
    zoomOut() {
      set(({ view, zoomedFrom }) => ({ view: { ...view, when: zoomedFrom ?? everything.when }, zoomedFrom: null }))
    },
    setLive(live) {
      set({ live })
    },
    showInDetails(inDetails) {
      set({ inDetails })
    },
    forget() {
      generation++
      window.clearTimeout(resting)
      resting = undefined
      again = false
      set(blank)
    }
  }
})
