import { Button } from '@mantine/core'
import { IconPlus, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useConnections } from '../../../stores/connections-store'
import { useUi } from '../../../stores/ui-store'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { Screen, ScreenHead, ScreenNote, ScreenScroll } from '../../../ui/Screen'
import { BrokenManifests } from './BrokenManifests'
import { ConnectionsEmpty } from './ConnectionsEmpty'
import { ConnectionTable } from './ConnectionTable'
import { ManifestFolder } from './ManifestFolder'

export function ConnectionList() {
  const { t } = useTranslation()
  const { connections, connectors, failure, refresh } = useConnections()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const add = (connectorId: string | null): void => {
    useUi.getState().addConnection({ connectorId })
  }

  return (
    <Screen>
      <ScreenHead title={t('connections.title')} lead={t('connections.lead')}>
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={refresh}>
          {t('connections.refresh')}
        </Button>
        <Button
          leftSection={<IconPlus size={16} />}
          disabled={readOnly}
          onClick={() => {
            add(null)
          }}
        >
          {t('connections.add')}
        </Button>
      </ScreenHead>
      {failure !== null && (
        <ScreenNote>
          <FailureNote failure={failure} />
        </ScreenNote>
      )}
      {connections === null || connectors === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : (
        <ScreenScroll label={t('connections.title')}>
          {connections.length === 0 ? (
            <ConnectionsEmpty connectors={connectors.items} onChoose={add} />
          ) : (
            <ConnectionTable connections={connections} connectors={connectors} />
          )}
          {connectors.broken.length > 0 && <BrokenManifests broken={connectors.broken} />}
          <ManifestFolder folder={connectors.folder} />
        </ScreenScroll>
      )}
    </Screen>
  )
}
