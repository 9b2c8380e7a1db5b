import { Button } from '@mantine/core'
import { IconPlus, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useConnections } from '../../../stores/connections-store'
import { useUi } from '../../../stores/ui-store'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { BrokenManifests } from './BrokenManifests'
import classes from './ConnectionList.module.css'
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
    <div className={classes.screen}>
      <header className={classes.header}>
        <div className={classes.words}>
          <h1 className={classes.title}>{t('connections.title')}</h1>
          <p className={classes.lead}>{t('connections.lead')}</p>
        </div>
        <div className={classes.actions}>
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
        </div>
      </header>
      {failure !== null && (
        <div className={classes.note}>
          <FailureNote failure={failure} />
        </div>
      )}
      {connections === null || connectors === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('connections.title')}>
          {connections.length === 0 ? (
            <ConnectionsEmpty connectors={connectors.items} onChoose={add} />
          ) : (
            <ConnectionTable connections={connections} connectors={connectors} />
          )}
          {connectors.broken.length > 0 && <BrokenManifests broken={connectors.broken} />}
          <ManifestFolder folder={connectors.folder} />
        </div>
      )}
    </div>
  )
}
