import type { ConnectionId } from '@contract/model/connection'
import type { GuidedJob } from '@contract/model/connector'
import { client } from '../../client/client'
import { texts } from '../../texts/texts'
import { showToast } from '../../ui/toasts'
import { said } from './said'

interface ConsolePage {
  readonly connectionId: ConnectionId
  readonly kind: string
  readonly job: GuidedJob
}

/** Opens the provider's page for a job in the browser; says so when there is none to open. */
export function openConsole({ connectionId, kind, job }: ConsolePage, provider: string): Promise<void> {
  return said(async () => {
    const { opened } = await client.call('remote.openConsole', { connectionId, kind, job })
    if (!opened) showToast(texts.t('provider.consoleClosed', { provider }))
  })
}
