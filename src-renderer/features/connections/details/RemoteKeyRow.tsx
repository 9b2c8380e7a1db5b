import type { ListedRemoteKey, RemoteKey } from '@contract/model/connection'
import type { KeyStatus } from '@contract/model/key'
import { Button, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import { StatusTag } from '../../../ui/StatusTag'
import table from '../../../ui/table.module.css'
import { openKey } from '../connection-actions'
import classes from './RemoteKeyTable.module.css'
import { adoptable } from './remote-choice'

interface RemoteKeyRowProps {
  readonly item: ListedRemoteKey
  readonly kind: string | null
  readonly chosen: boolean
  readonly onToggle?: () => void
}

const shapes: Readonly<Record<RemoteKey['status'], KeyStatus>> = {
  active: 'active',
  disabled: 'disabled',
  expired: 'expired',
  grace: 'rotating',
  revoked: 'revoked',
  unknown: 'unknown'
}

export function RemoteKeyRow({ item, kind, chosen, onToggle }: RemoteKeyRowProps) {
  const { t } = useTranslation()
  const { key, keyId } = item
  const name = key.name === '' ? key.remoteId : key.name
  const rights = [...key.scopes, ...key.roles].join(', ')
  const free = adoptable([item]).length > 0
  return (
    <tr aria-selected={chosen}>
      {onToggle !== undefined && (
        <td className={classes.check}>
          {free && (
            <Checkbox
              size="xs"
              aria-label={t('connections.remote.selectOne', { name })}
              checked={chosen}
              onChange={onToggle}
            />
          )}
        </td>
      )}
      <td className={classes.name} title={[name, key.description].filter(Boolean).join(': ')}>
        {name}
        {kind !== null && <span className={table.second}>{kind}</span>}
      </td>
      <td className={cx(classes.preview, classes.mono)}>{key.preview}</td>
      <td className={cx(classes.scopes, classes.mono)} title={rights}>
        {rights}
      </td>
      <td className={classes.status}>
        <StatusTag status={shapes[key.status]} word={t(`connections.remote.statuses.${key.status}`)} />
      </td>
      <td className={classes.created}>
        {key.createdAt === null ? t('connections.remote.unknown') : <Moment at={key.createdAt} past />}
      </td>
      <td className={classes.expires}>
        <Moment at={key.expiresAt} />
      </td>
      <td className={classes.used}>
        <Moment at={key.lastUsedAt} past />
      </td>
      <td className={classes.here}>
        {keyId === null ? (
          t('connections.remote.notFollowed')
        ) : (
          <Button
            className={classes.open ?? ''}
            size="compact-sm"
            variant="subtle"
            aria-label={t('connections.remote.openOf', { name })}
            onClick={() => {
              openKey(keyId)
            }}
          >
            {t('connections.remote.open')}
          </Button>
        )}
      </td>
    </tr>
  )
}
