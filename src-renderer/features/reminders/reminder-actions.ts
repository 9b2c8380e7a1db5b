import type { InputOf } from '@contract/ipc'
import type { Reminder } from '@contract/model/reminder'
import { client } from '../../client/client'
import { goToRotation } from '../../stores/go-to-place'
import { texts } from '../../texts/texts'
import { showToast } from '../../ui/toasts'
import { said } from './said'

type Snooze = InputOf<'reminders.snooze'>['until']

export function snooze(reminder: Reminder, until: Snooze): Promise<void> {
  return said(async () => {
    await client.call('reminders.snooze', { ids: [reminder.id], until })
    saySnoozed(reminder)
  })
}

/** Says that it was put off, with the way back. */
export function saySnoozed(reminder: Reminder): void {
  showToast(texts.t('reminders.toasts.snoozed', { name: reminder.keyName }), undoOf(reminder))
}

export function markDone(reminder: Reminder): Promise<void> {
  return said(async () => {
    await client.call('reminders.done', { ids: [reminder.id] })
    showToast(texts.t('reminders.toasts.done', { name: reminder.keyName }), undoOf(reminder))
  })
}

export function dismiss(reminder: Reminder): Promise<void> {
  return said(async () => {
    await client.call('reminders.dismiss', { ids: [reminder.id] })
    showToast(texts.t('reminders.toasts.dismissed', { name: reminder.keyName }), undoOf(reminder))
  })
}

export function reopen({ id, keyName }: Reminder): Promise<void> {
  return said(async () => {
    await client.call('reminders.reopen', { ids: [id] })
    showToast(texts.t('reminders.toasts.reopened', { name: keyName }))
  })
}

/** Goes to the rotation of a key; of one that is tied to no provider, to its details, and says why. */
export function rotate({ keyId, keyName }: Reminder): Promise<void> {
  return said(async () => {
    if (!(await goToRotation(keyId))) showToast(texts.t('reminders.toasts.byHand', { name: keyName }))
  })
}

/** Has the system show a notification that says it is a test. */
export function testNotification(): Promise<void> {
  return said(async () => {
    await client.call('reminders.testNotification', {})
    showToast(texts.t('reminders.toasts.tested'))
  })
}

function undoOf(reminder: Reminder): { label: string; run: () => void } {
  return {
    label: texts.t('common.undo'),
    run: () => {
      void reopen(reminder)
    }
  }
}
