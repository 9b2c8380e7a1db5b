import { AppError } from '@contract/errors'
import { DEFAULT_RULE_PARTS } from '@contract/model/reminder'
import type { HandlersOf } from '../handler-types'

const refuse = (): never => {
  throw new AppError('reminder-not-found', {})
}

export function reminderHandlers(): HandlersOf<'reminders' | 'navigation'> {
  return {
    'reminders.list': () => ({ total: 0, items: [] }),
    'reminders.summary': () => ({
      overdue: 0,
      due: 0,
      thisWeek: 0,
      upcoming: 0,
      snoozed: 0,
      done: 0,
      dismissed: 0,
      nextAt: null
    }),
    'reminders.calendar': () => ({ days: [] }),
    'reminders.snooze': refuse,
    'reminders.done': refuse,
    'reminders.dismiss': refuse,
    'reminders.reopen': refuse,
    'reminders.rules': () => ({
      items: [
        {
          id: 'all',
          scope: { of: 'all' },
          parts: structuredClone({ ...DEFAULT_RULE_PARTS }) as never,
          keys: 0,
          keyName: null
        }
      ]
    }),
    'reminders.saveRule': refuse,
    'reminders.removeRule': refuse,
    'reminders.channels': () => ({ items: [] }),
    'reminders.saveChannel': refuse,
    'reminders.removeChannel': refuse,
    'reminders.testChannel': refuse,
    'reminders.deliveries': () => ({ items: [] }),
    'reminders.retryDelivery': refuse,
    'reminders.forgetDelivery': refuse,
    'reminders.setWhileLocked': refuse,
    'reminders.abilities': () => ({
      notifications: false,
      notificationActions: false,
      tray: false,
      badge: false,
      startAtLogin: false,
      sealedSchedule: false,
      keyring: 'none'
    }),
    'reminders.testNotification': refuse,
    'reminders.exportCalendar': refuse,
    'navigation.take': () => ({ place: null })
  }
}
