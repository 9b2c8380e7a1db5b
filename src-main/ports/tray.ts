export type TrayStatus = 'fine' | 'expiring' | 'expired' | 'locked'

export type TrayItem =
  | { readonly kind: 'separator' }
  /** `choice` null: it only says something. */
  | { readonly kind: 'item'; readonly label: string; readonly choice: TrayChoice | null }
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly TrayItem[] }

export type TrayChoice =
  | { readonly do: 'open' | 'reminders' | 'lock' | 'quit' }
  | { readonly do: 'key' | 'rotate' | 'copy'; readonly keyId: string }

/** What stands in the tray. Names of keys are in it only while the vault is open. */
export interface TrayView {
  readonly status: TrayStatus
  readonly tooltip: string
  /** The heading of the same menu in the window. */
  readonly title: string
  readonly items: readonly TrayItem[]
  /** The number on the dock or the taskbar; 0 takes it away. */
  readonly badge: number
}

/** The app's place on the desktop outside its window. */
export interface Tray {
  readonly abilities: { readonly tray: boolean; readonly badge: boolean; readonly startAtLogin: boolean }
  show(view: TrayView, choose: (choice: TrayChoice) => void): void
  /** Brings the window forward, or makes it anew. */
  openWindow(): void
  quit(): void
}
