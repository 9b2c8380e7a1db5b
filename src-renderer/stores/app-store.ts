import type { ClipboardLease, Session, Snapshot } from '@contract/model/session'
import type { Settings } from '@contract/model/settings'
import { create } from 'zustand'
import type { CallFailure } from '../client/failure'

/** What the window knows of the app around the vault. Null until the snapshot came. */
export interface AppState {
  readonly app: Pick<Snapshot, 'version' | 'platform' | 'vaultFolder'> | null
  readonly session: Session | null
  readonly clipboard: ClipboardLease
  readonly settings: Settings | null
  readonly bootFailure: CallFailure | null
  /** A lock has begun, with which the main process loads this page anew: what is typed into it would be lost. */
  readonly leaving: boolean
}

export const useApp = create<AppState>()(() => ({
  app: null,
  session: null,
  clipboard: { keyName: null, clearsAt: null },
  settings: null,
  bootFailure: null,
  leaving: false
}))
