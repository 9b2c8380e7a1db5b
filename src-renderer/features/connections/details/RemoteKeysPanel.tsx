import type { ErrorCode } from '@contract/errors'
import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { Button } from '@mantine/core'
import { IconHandClick, IconKey, IconListSearch, IconPlayerStop, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/EmptyState'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { showKeysOf } from '../connection-actions'
import { hasCredentials } from '../connection-facts'
import classes from './ConnectionDetails.module.css'
import { RemoteKeys } from './RemoteKeys'
import { useRemoteKeys } from './use-remote-keys'

interface RemoteKeysPanelProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription | undefined
  /** The failure that stands above already. */
  readonly known: ErrorCode | null
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

const ICON = 20

/** What the provider lists now, or why there is no list. */
export function RemoteKeysPanel(props: RemoteKeysPanelProps) {
  const { connection, connector, known, chosen, onChoose } = props
  const { t } = useTranslation()
  const byHand = connection.mode === 'guided'
  const ready = !byHand && connector !== undefined && hasCredentials(connection, connector)
  const { listed, failure, loading, reload } = useRemoteKeys(connection.id, ready)
  const showHere = {
    action: t('connections.remote.showKeys'),
    onAction: () => {
      showKeysOf(connection)
    }
  }

  if (byHand)
    return (
      <EmptyState
        icon={<IconHandClick size={ICON} />}
        title={t('connections.remote.byHandTitle')}
        text={t('connections.remote.byHandText')}
        {...showHere}
      />
    )
  if (!ready)
    return (
      <EmptyState
        icon={<IconPlugConnectedX size={ICON} />}
        title={connector === undefined ? t('connections.verdicts.unusable') : t('connections.remote.notYet')}
        text={
          connector === undefined
            ? t('connections.unusableText', { connector: connection.connectorId })
            : t('connections.remote.noCredential')
        }
        {...showHere}
      />
    )
  if (listed === null) {
    if (loading || failure === null) return <Loading label={t('connections.remote.listing')} />
    if (failure.code === 'cancelled')
      return (
        <EmptyState
          icon={<IconPlayerStop size={ICON} />}
          title={t('connections.remote.cancelled')}
          text={t('connections.remote.cancelledText')}
          action={t('connections.remote.refresh')}
          onAction={reload}
        />
      )
    if (failure.code === known)
      return (
        <EmptyState
          icon={<IconPlugConnectedX size={ICON} />}
          title={t('connections.remote.notYet')}
          text={t('connections.remote.refused')}
          action={t('common.tryAgain')}
          onAction={reload}
        />
      )
    return (
      <div className={classes.section}>
        <FailureNote failure={failure} />
        <Button mt="sm" variant="default" onClick={reload}>
          {t('common.tryAgain')}
        </Button>
      </div>
    )
  }
  if (listed.items.length === 0 && listed.notOffered.length === connector.kinds.length)
    return (
      <EmptyState
        icon={<IconListSearch size={ICON} />}
        title={t('connections.remote.noneOffered')}
        text={t('connections.remote.noneOfferedText')}
        {...showHere}
      />
    )
  if (listed.items.length === 0)
    return (
      <EmptyState
        icon={<IconKey size={ICON} />}
        title={t('connections.remote.emptyTitle')}
        text={t('connections.remote.emptyText')}
        action={t('connections.remote.refresh')}
        onAction={reload}
      />
    )
  return (
    <>
      {failure !== null && failure.code !== 'cancelled' && (
        <div className={classes.section}>
          <FailureNote failure={failure} />
        </div>
      )}
      <RemoteKeys
        connection={connection}
        connector={connector}
        listed={listed}
        loading={loading}
        chosen={chosen}
        onChoose={onChoose}
        onReload={reload}
      />
    </>
  )
}
