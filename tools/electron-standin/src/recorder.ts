/** What a person would have seen outside the app's windows, as plain data, oldest first. */
export interface Recorder {
  /** Every notification shown, and whether it was closed since. */
  readonly notifications: {
    title: string
    subtitle: string
    body: string
    silent: boolean
    actions: string[]
    closed: boolean
  }[]
  /** The trays there are now. */
  readonly trays: { toolTip: string; title: string; imageBytes: number; menu: RecordedMenuItem[] | null }[]
  applicationMenu: RecordedMenuItem[] | null
  /** Every context menu that was opened. */
  readonly popups: RecordedMenuItem[][]
  /** `contents` is what is there now; `writes` is what the app has put there, in order. */
  readonly clipboard: {
    contents: RecordedClipboardWrite
    writes: RecordedClipboardWrite[]
    clears: number
    reads: number
    selectionWrites: number
  }
  readonly openedExternal: string[]
  readonly openedPaths: string[]
  readonly shownInFolder: string[]
  readonly trashed: string[]
  beeps: number
  /** Every dialog asked, with what it was answered. */
  readonly dialogs: { kind: string; options: unknown; answer: unknown }[]
  badge: number
  loginItem: Electron.Settings | null
  /** Protocols the app has registered itself for. */
  readonly protocolClients: string[]
  readonly permissions: { permission: string; origin: string; asked: 'check' | 'request'; granted: boolean }[]
  /** Navigations, windows and requests that were refused. */
  readonly refused: { kind: string; url: string }[]
  readonly shortcuts: string[]
  readonly relaunches: number[]
  readonly crashReporterStarts: unknown[]
  /** Command-line switches the app added; Chromium was already running and has not seen them. */
  readonly switches: string[]
}

export interface RecordedMenuItem {
  label: string
  type: string
  role: string
  accelerator: string
  enabled: boolean
  visible: boolean
  checked: boolean
  submenu: RecordedMenuItem[] | null
}

/** One write: each format's exact bytes, in base64. */
export type RecordedClipboardWrite = Record<string, string>

export const recorder: Recorder = {
  notifications: [],
  trays: [],
  applicationMenu: null,
  popups: [],
  clipboard: { contents: {}, writes: [], clears: 0, reads: 0, selectionWrites: 0 },
  openedExternal: [],
  openedPaths: [],
  shownInFolder: [],
  trashed: [],
  beeps: 0,
  dialogs: [],
  badge: 0,
  loginItem: null,
  protocolClients: [],
  permissions: [],
  refused: [],
  shortcuts: [],
  relaunches: [],
  crashReporterStarts: [],
  switches: []
}
