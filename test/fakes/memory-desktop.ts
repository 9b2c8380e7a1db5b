import type { Mail, Mailer, MailServer } from '../../src-main/ports/mailer'
import type { Notice, NoticeChoice } from '../../src-main/ports/notifier'
import type { ReminderPorts } from '../../src-main/ports/reminder-ports'
import type { ToldMark, ToldMarks } from '../../src-main/ports/told-marks'
import type { TrayChoice, TrayView } from '../../src-main/ports/tray'
import { createMemoryDeviceKeyFile } from './memory-secure-storage'

/** A desktop that remembers what was shown on it. */
export interface MemoryDesktop {
  readonly ports: ReminderPorts
  readonly notices: Notice[]
  readonly mails: { server: MailServer; mail: Mail }[]
  /** How often the window was asked for. */
  opened: number
  zone: string
  view: TrayView | null
  /** A person chooses on the last notification. */
  choose(choice: NoticeChoice): void
  chooseInTray(choice: TrayChoice): void
}

export function createMemoryDesktop(over: Partial<ReminderPorts> = {}): MemoryDesktop {
  let chosen: (choice: NoticeChoice) => void = () => undefined
  let inTray: (choice: TrayChoice) => void = () => undefined
  const notices: Notice[] = []
  const mails: MemoryDesktop['mails'] = []
  const mailer: Mailer = {
    send: (server, mail) => {
      mails.push({ server, mail })
      return Promise.resolve()
    }
  }
  const desktop: MemoryDesktop = {
    notices,
    mails,
    opened: 0,
    zone: 'UTC',
    view: null,
    choose: (choice) => {
      chosen(choice)
    },
    chooseInTray: (choice) => {
      inTray(choice)
    },
    ports: {
      notifier: {
        isSupported: true,
        hasButtons: true,
        show(notice, onChosen) {
          notices.push(notice)
          chosen = onChosen
        }
      },
      tray: {
        abilities: { tray: true, badge: true, startAtLogin: true },
        show(view, choose) {
          desktop.view = view
          inTray = choose
        },
        openWindow() {
          desktop.opened += 1
        },
        quit: () => undefined
      },
      scheduleFile: createMemoryDeviceKeyFile(),
      removeOtherSchedules: () => undefined,
      toldMarks: createMemoryMarks(),
      http: { send: () => Promise.reject(new Error('no network in this test')) },
      mailer,
      locale: () => 'en-GB',
      zone: () => desktop.zone,
      ...over
    }
  }
  return desktop
}

export function createMemoryMarks(): ToldMarks & { marks: ToldMark[] } {
  return {
    marks: [],
    read() {
      return this.marks
    },
    add(marks) {
      this.marks = [...this.marks, ...marks]
      return true
    },
    clear() {
      this.marks = []
    }
  }
}
