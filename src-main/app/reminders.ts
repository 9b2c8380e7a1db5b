import type { KeyId } from '@contract/model/base'
import { keyQuery } from '@contract/model/key-query'
import type { ReminderId } from '@contract/model/reminder'
import { createReminderActions, type ReminderActions } from '../core/reminders/actions'
import type { ReminderBook, UsageSource } from '../core/reminders/book'
import { createChannels, deliveriesFor, type Channels } from '../core/reminders/channels'
import { createReminderKeeper } from '../core/reminders/keeper'
import type { ReminderKeeper } from '../core/reminders/keeper-types'
import { createScheduleKeeper, type ScheduleKeeper } from '../core/reminders/locked-schedule'
import { createNavigation, type Navigation } from '../core/reminders/navigation'
import { createOutbox, type Outbox } from '../core/reminders/outbox'
import { languageOf, type Language } from '../core/reminders/texts'
import { trayView } from '../core/reminders/tray-view'
import { standingOf } from '../core/reminders/views'
import type { FirstPage } from '../core/first-page'
import type { Keys } from '../core/keys'
import type { SessionKeeper } from '../core/session-keeper'
import type { SettingsBook } from '../core/settings'
import type { Unattended } from '../core/unattended'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'
import type { NoticeChoice } from '../ports/notifier'
import type { ReminderPorts } from '../ports/reminder-ports'
import type { StoredChannel } from '../ports/reminder-store'
import type { SecureStorage } from '../ports/secure-storage'
import type { TrayChoice } from '../ports/tray'
import type { StoredSummary } from '../ports/vault-store'

export interface Reminders {
  readonly keeper: ReminderKeeper
  readonly actions: ReminderActions
  readonly channels: Channels
  readonly outbox: Outbox
  readonly navigation: Navigation
  readonly schedule: ScheduleKeeper
  readonly language: () => Language
  /** Takes up what was left for while the vault is locked, and shows the tray. */
  start(): Promise<void>
  /** The computer woke, or somebody is back at it. */
  wake(): void
  /** Keys, the session or settings have changed. */
  changed(): void
}

interface Parts {
  readonly ports: ReminderPorts
  readonly secureStorage: SecureStorage
  readonly session: SessionKeeper
  readonly firstPage: FirstPage
  readonly unattended: Unattended
  readonly settings: SettingsBook
  readonly keys: Keys
  readonly clock: Clock
  readonly log: Log
  readonly keepsUp: boolean
  readonly usage: UsageSource
  readonly told: () => void
  readonly wanted: () => void
}

const IN_A_MENU = 10

/** Reminders with everything they move: notifications, the tray, channels and where the window is to go. */
export function createReminders(parts: Parts): Reminders {
  const { ports, session, firstPage, settings, clock, log, keepsUp, keys } = parts
  const { http, mailer, tray, zone } = ports
  const language = (): Language => languageOf(settings.current().language, ports.locale())
  const navigation = createNavigation({ openWindow: tray.openWindow, wanted: parts.wanted })
  const schedule = createScheduleKeeper(parts.secureStorage, ports.scheduleFile)
  let channelsNow: readonly StoredChannel[] = []
  let favourites: readonly StoredSummary[] = []

  const keeper = createReminderKeeper({
    session,
    firstPage,
    clock,
    log,
    settings: settings.current,
    notifier: ports.notifier,
    marks: ports.toldMarks,
    schedule,
    usage: parts.usage,
    locale: ports.locale,
    zone,
    keepsUp,
    deliveriesFor: async (due, now) => {
      channelsNow = await session.store().reminders.channels()
      return deliveriesFor(due, channelsNow, now)
    },
    chosen,
    told: () => {
      outbox.kick()
      void show()
      parts.told()
    }
  })
  const outbox = createOutbox({
    session,
    unattended: parts.unattended,
    clock,
    log,
    http,
    mailer,
    keepsUp,
    changed: parts.told
  })
  const channels = createChannels({
    session,
    clock,
    http,
    mailer,
    language,
    askAgainMinutes: () => settings.current().askPasswordAgainMinutes,
    changed: parts.told
  })
  const actions = createReminderActions({ session, keeper, clock, zone })

  function chosen(choice: NoticeChoice, ids: readonly ReminderId[]): void {
    const keyIds = new Set(ids.map((id) => id.split('.')[0] as KeyId))
    const [only] = keyIds
    if (choice === 'snooze') {
      void keeper.snoozeForAnHour(ids).catch(() => {
        log.warn('reminders not snoozed')
      })
    } else if (only === undefined || keyIds.size > 1) navigation.want({ screen: 'reminders', keyId: null })
    else navigation.want({ screen: choice === 'rotate' ? 'rotate' : 'key', keyId: only })
  }

  function chooseInTray(choice: TrayChoice): void {
    switch (choice.do) {
      case 'open':
        tray.openWindow()
        return
      case 'reminders':
        navigation.want({ screen: 'reminders', keyId: null })
        return
      case 'key':
      case 'rotate':
        navigation.want({ screen: choice.do, keyId: choice.keyId as KeyId })
        return
      case 'copy':
        // Locked meanwhile: the window asks to unlock.
        void keys.copy(choice.keyId as KeyId, 'value', 'window').catch(tray.openWindow)
        return
      case 'lock':
        void session.lock('user', 'window')
        return
      case 'quit':
        tray.quit()
    }
  }

  async function show(): Promise<void> {
    if (!keepsUp) return
    const facts = session.current().phase === 'unlocked' ? await openFacts().catch(() => null) : null
    tray.show(trayView(facts ?? lockedFacts(), language()), chooseInTray)
  }

  async function openFacts(): Promise<Parameters<typeof trayView>[0]> {
    const book: ReminderBook = await keeper.book()
    const page = keyQuery.parse({ view: 'favourites', limit: IN_A_MENU })
    favourites = (await session.store().keys.page(page, new Date(clock.nowMs()).toISOString())).items
    const standing = book.subjects(zone()).flatMap((subject) => {
      const state = standingOf(subject, book.stateOf(subject), clock.nowMs())
      return state === 'due' || state === 'overdue' ? [{ subject, state }] : []
    })
    standing.sort((one, other) => one.subject.targetMs - other.subject.targetMs)
    const overdue = standing.filter(({ state }) => state === 'overdue').length
    const dueKeys = new Map(standing.map(({ subject }) => [subject.key.id, subject.key]))
    return {
      isLocked: false,
      due: standing.length - overdue,
      overdue,
      dueKeys: [...dueKeys.values()].slice(0, IN_A_MENU),
      favourites
    }
  }

  function lockedFacts(): Parameters<typeof trayView>[0] {
    const nowMs = clock.nowMs()
    const left = keeper.locked()
    const begun = left?.subjects.filter(({ moments }) => moments.some(({ atMs }) => atMs <= nowMs)) ?? []
    const due = settings.current().whileLocked === 'nothing' ? 0 : begun.length
    return { isLocked: true, due, overdue: 0, dueKeys: [], favourites: [] }
  }

  session.beforeLock(() => {
    favourites = []
    // The menu with names goes before the vault does.
    if (keepsUp) tray.show(trayView(lockedFacts(), language()), chooseInTray)
  })

  return {
    keeper,
    actions,
    channels,
    outbox,
    navigation,
    schedule,
    language,
    async start() {
      await keeper.start()
      await show()
    },
    wake: () => void keeper.look(),
    changed() {
      keeper.changed()
      if (session.current().phase !== 'unlocked') void show()
    }
  }
}
