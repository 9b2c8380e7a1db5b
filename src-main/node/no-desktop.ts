import type { ReminderPorts } from '../ports/reminder-ports'

/** For a process without a desktop: it shows nothing and says so. */
export const noDesktop: Pick<ReminderPorts, 'notifier' | 'tray' | 'locale'> = {
  notifier: { isSupported: false, hasButtons: false, show: () => undefined },
  tray: {
    abilities: { tray: false, badge: false, startAtLogin: false },
    show: () => undefined,
    openWindow: () => undefined,
    quit: () => undefined
  },
  locale: () => process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? 'en'
}
