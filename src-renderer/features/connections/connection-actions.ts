import type { KeyId } from '@contract/model/base'
import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useConnections } from '../../stores/connections-store'
import { noFilter } from '../../stores/key-filter'
import { useKeyList } from '../../stores/key-list-store'
import { useUi } from '../../stores/ui-store'
import { texts } from '../../texts/texts'
import { showFailureToast, showToast } from '../../ui/toasts'

/** Runs what a button asked for and shows a failure in words; one that the person cancelled stays silent. */
async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    const failure = toCallFailure(error)
    if (failure.code !== 'cancelled') showFailureToast(failure)
  }
}

/** Takes an account out of the vault; its keys stay, untied, where that was agreed to. */
export function removeConnection({ id, name }: Connection, keepKeys: boolean): Promise<void> {
  return attempt(async () => {
    await client.call('connections.remove', { id, keepKeys })
    useConnections.getState().open(null)
    showToast(texts.t('connections.remove.removed', { name }))
  })
}

/** Opens the provider's page for keys in the browser. */
export function openConsole(connection: Connection, connector: ConnectorDescription | undefined): Promise<void> {
  return attempt(async () => {
    const kind = connector?.kinds[0]
    if (kind !== undefined)
      await client.call('remote.openConsole', { connectionId: connection.id, kind: kind.id, job: 'create' })
  })
}

/** Shows a key of the vault in the list of keys. */
export function openKey(id: KeyId): void {
  useUi.getState().goTo('keys')
  useKeyList.getState().setFilter(noFilter)
  useKeyList.getState().open(id)
}

/** Shows what the vault holds of a provider. */
export function showKeysOf({ provider }: Connection): void {
  useUi.getState().goTo('keys')
  useKeyList.getState().setFilter({ ...noFilter, providers: [provider] })
}
