import type { ConnectionId } from '@contract/model/connection'
import { Button } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useConnections } from '../../../stores/connections-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useUi } from '../../../stores/ui-store'
import { EmptyState } from '../../../ui/EmptyState'
import { Loading } from '../../../ui/Loading'
import { DialogPage } from '../dialogs/DialogPage'
import { CreateWizard } from './CreateWizard'

interface CreateDialogProps {
  readonly connectionId: ConnectionId | null
}

/** The wizard, once the connections are known; without one, what they are for. */
export function CreateDialog({ connectionId }: CreateDialogProps) {
  const { t } = useTranslation()
  const connections = useConnections((state) => state.connections)
  const connectors = useConnections((state) => state.connectors)
  const failure = useConnections((state) => state.failure)
  const { close } = useProviderDialog.getState()
  if (connections !== null && connectors !== null && connections.length > 0) {
    return <CreateWizard connectionId={connectionId} />
  }
  const loading = (connections === null || connectors === null) && failure === null
  return (
    <DialogPage
      title={t('provider.create.title')}
      failure={failure}
      footer={
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
      }
    >
      {loading && <Loading label={t('common.loading')} />}
      {!loading && failure === null && (
        <EmptyState
          icon={<IconPlugConnected size={20} />}
          title={t('provider.create.noConnections')}
          text={t('provider.create.noConnectionsText')}
          action={t('provider.create.addConnection')}
          primary
          onAction={() => {
            close()
            useUi.getState().goTo('connections')
          }}
        />
      )}
    </DialogPage>
  )
}
