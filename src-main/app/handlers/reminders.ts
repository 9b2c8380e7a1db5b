import type { Actor } from '../../core/actor'
import { AppError } from '@contract/errors'
import { calendarFile } from '../../core/reminders/calendar-file'
import { reminderTexts } from '../../core/reminders/texts'
import { calendarOf, listReminders, standingOf, summarise } from '../../core/reminders/views'
import type { SessionKeeper } from '../../core/session-keeper'
import type { SettingsBook } from '../../core/settings'
import { auditOf } from '../../core/actor'
import type { Clock } from '../../ports/clock'
import type { Dialogs, Files } from '../../ports/files'
import type { ReminderPorts } from '../../ports/reminder-ports'
import type { SecureStorage } from '../../ports/secure-storage'
import { done, type HandlersOf } from '../handler-types'
import type { Reminders } from '../reminders'

interface Parts {
  readonly reminders: Reminders
  readonly ports: ReminderPorts
  readonly secureStorage: SecureStorage
  readonly session: SessionKeeper
  readonly settings: SettingsBook
  readonly clock: Clock
  readonly files: Files
  readonly dialogs: Dialogs
}

/** How long a proof of the password lets the schedule outside the vault be changed. */
const SECURITY_MINUTES = 5

export function reminderHandlers(parts: Parts): HandlersOf<'reminders' | 'navigation'> {
  const { reminders, ports, session, settings, clock } = parts
  const { keeper, actions, channels, outbox, navigation, schedule } = reminders
  const { zone } = ports

  async function fileFor(named: string | null, actor: Actor): Promise<string> {
    // The window does not name files: the system's dialog asks for them.
    if (named !== null && actor !== 'cli') throw new AppError('sender-refused', {})
    const chosen = named ?? (await parts.dialogs.chooseFile('export-calendar', 'keyquay.ics'))
    if (chosen === null) throw new AppError('cancelled', {})
    return chosen
  }

  return {
    'reminders.list': async (query) => listReminders(await keeper.book(), query, clock.nowMs(), zone()),
    'reminders.summary': async () => summarise(await keeper.book(), clock.nowMs(), zone(), keeper.nextMs()),
    'reminders.calendar': async ({ from, to }) => ({
      days: calendarOf(await keeper.book(), from, to, clock.nowMs(), zone())
    }),
    'reminders.snooze': ({ ids, until }) => done(actions.snooze(ids, until)),
    'reminders.done': ({ ids }) => done(actions.done(ids)),
    'reminders.dismiss': ({ ids }, { actor }) => done(actions.dismiss(ids, actor)),
    'reminders.reopen': ({ ids }) => done(actions.reopen(ids)),

    'reminders.rules': async () => ({ items: await actions.rules() }),
    'reminders.saveRule': async ({ scope, parts: said }, { actor }) => ({
      id: await actions.saveRule(scope, said, actor)
    }),
    'reminders.removeRule': ({ id }, { actor }) => done(actions.removeRule(id, actor)),

    'reminders.channels': async () => ({ items: await channels.list() }),
    'reminders.saveChannel': async ({ id, fields, secret }, { actor }) => ({
      id: await channels.save(id, fields, secret, actor)
    }),
    'reminders.removeChannel': ({ id }, { actor }) => done(channels.remove(id, actor)),
    'reminders.testChannel': async ({ id }) => ({ failure: await channels.test(id) }),
    'reminders.deliveries': async () => ({ items: await channels.deliveries() }),
    'reminders.retryDelivery': ({ id }) => done(outbox.retry(id)),
    'reminders.forgetDelivery': ({ id }) => done(outbox.forget(id)),

    'reminders.setWhileLocked': async ({ mode, names }, { actor }) => {
      session.requireRecentPassword(SECURITY_MINUTES)
      if (mode === 'schedule' && !(await schedule.isAvailable()))
        throw new AppError('locked-schedule-unavailable', { backend: parts.secureStorage.backend() })
      try {
        settings.update({ whileLocked: mode, whileLockedNames: mode === 'schedule' && names })
      } finally {
        // Names that are not to be told any more are kept of no vault; each leaves its own at its next unlock.
        if (mode !== 'schedule' || !names) ports.removeOtherSchedules()
        // Also when it could not be stored: until the app quits it holds.
        await keeper.keepSchedule()
        const said = auditOf('settings.changed', actor, clock.nowMs(), null, `while locked: ${mode}`)
        if (!session.current().readOnly) await session.record(said)
      }
      return {}
    },
    'reminders.abilities': async () => ({
      notifications: ports.notifier.isSupported,
      notificationActions: ports.notifier.hasButtons,
      ...ports.tray.abilities,
      sealedSchedule: await schedule.isAvailable(),
      keyring: parts.secureStorage.backend()
    }),
    'reminders.testNotification': () => {
      const { test } = reminderTexts[reminders.language()]
      ports.notifier.show({ ...test, buttons: [], urgent: false }, () => {
        navigation.want({ screen: 'reminders', keyId: null })
      })
      return {}
    },
    'reminders.exportCalendar': async ({ file, withNames }, { actor }) => {
      const chosen = await fileFor(file, actor)
      const book = await keeper.book()
      const nowMs = clock.nowMs()
      const coming = book.subjects(zone()).filter((subject) => {
        const standing = standingOf(subject, book.stateOf(subject), nowMs)
        return standing === 'upcoming' || standing === 'due' || standing === 'snoozed'
      })
      const now = new Date(nowMs).toISOString()
      const text = calendarFile(coming, { withNames, language: reminders.language(), now })
      await parts.files.writeNew(chosen, new Uint8Array(Buffer.from(text, 'utf8')))
      return { events: coming.length }
    },
    'navigation.take': () => ({ place: navigation.take() })
  }
}
