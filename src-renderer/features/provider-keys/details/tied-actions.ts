import type { KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { client } from '../../../client/client'
import { texts } from '../../../texts/texts'
import { showToast } from '../../../ui/toasts'
import { said } from '../said'

interface Named {
  readonly id: KeyId
  readonly name: string
}

export function setEnabled({ id, name }: Named, enabled: boolean): Promise<void> {
  return said(async () => {
    await client.call('remote.setEnabled', { id, enabled })
    showToast(texts.t(enabled ? 'provider.details.enabled' : 'provider.details.disabled', { name }))
  })
}

/** Lists the account's keys, which brings what the vault follows up to date. */
export function sync(id: ConnectionId, provider: string): Promise<void> {
  return said(async () => {
    await client.call('connections.keys', { id })
    showToast(texts.t('provider.details.synced', { provider }))
  })
}

export function untie({ id, name }: Named): Promise<void> {
  return said(async () => {
    await client.call('remote.untie', { id })
    showToast(texts.t('provider.details.untied', { name }))
  })
}
