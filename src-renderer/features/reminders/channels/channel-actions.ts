import type { Channel } from '@contract/model/reminder'
import { client } from '../../../client/client'
import { texts } from '../../../texts/texts'
import { showToast } from '../../../ui/toasts'
import { said } from '../said'

/** Adds a channel to those the rule for all keys tells. */
export async function tellOfAllKeys(id: string): Promise<void> {
  const { items } = await client.call('reminders.rules', {})
  const all = items.find(({ scope }) => scope.of === 'all')
  if (all === undefined || all.parts.channels?.includes(id) === true) return
  const channels = [...(all.parts.channels ?? []), id]
  await client.call('reminders.saveRule', { scope: all.scope, parts: { ...all.parts, channels } })
}

export function addToRuleForAll({ id, fields }: Channel): Promise<void> {
  return said(async () => {
    await tellOfAllKeys(id)
    showToast(texts.t('reminders.channels.usedForAll', { name: fields.name }))
  })
}

export function removeChannel({ id, fields }: Channel): Promise<void> {
  return said(async () => {
    await client.call('reminders.removeChannel', { id })
    showToast(texts.t('reminders.channels.removed', { name: fields.name }))
  })
}

export function retryDelivery(id: string): Promise<void> {
  return said(async () => {
    await client.call('reminders.retryDelivery', { id })
    showToast(texts.t('reminders.channels.retried'))
  })
}

export function forgetDelivery(id: string): Promise<void> {
  return said(async () => {
    await client.call('reminders.forgetDelivery', { id })
  })
}
