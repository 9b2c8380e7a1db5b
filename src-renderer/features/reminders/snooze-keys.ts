import type { InputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import type { Reminder } from '@contract/model/reminder'
import { client } from '../../client/client'
import { texts } from '../../texts/texts'
import { showToast } from '../../ui/toasts'
import { said } from './said'

export const snoozeSpans = ['hour', 'tomorrow', 'next-week'] as const

const PAGE = 500

/** Puts off what these keys are due for, and says how many reminders that were. */
export function snoozeKeys(ids: readonly KeyId[], until: InputOf<'reminders.snooze'>['until']): Promise<void> {
  return said(async () => {
    const due = await dueOf(new Set(ids))
    if (due.length === 0) {
      showToast(texts.t('keys.bulk.nothingDue'))
      return
    }
    await inParts(due, (part) => client.call('reminders.snooze', { ids: part, until }))
    showToast(texts.t('keys.bulk.snoozed', { count: due.length }), {
      label: texts.t('common.undo'),
      run: () => {
        void said(() => inParts(due, (part) => client.call('reminders.reopen', { ids: part })))
      }
    })
  })
}

async function dueOf(keys: ReadonlySet<KeyId>): Promise<Reminder['id'][]> {
  const found: Reminder['id'][] = []
  for (let offset = 0; ; offset += PAGE) {
    const { items } = await client.call('reminders.list', { states: ['due', 'overdue'], offset, limit: PAGE })
    found.push(...items.filter(({ keyId }) => keys.has(keyId)).map(({ id }) => id))
    if (items.length < PAGE) return found
  }
}

async function inParts(
  ids: readonly Reminder['id'][],
  send: (part: Reminder['id'][]) => Promise<unknown>
): Promise<void> {
  for (let at = 0; at < ids.length; at += PAGE) await send(ids.slice(at, at + PAGE))
}
