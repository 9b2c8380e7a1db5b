import type { Connection } from '@contract/model/connection'
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addressOf, hostOf } from '../../../stores/account-marks'
import { connectorOf, useConnections, type Connectors } from '../../../stores/connections-store'
import { useAccountMarks } from '../../../stores/use-account-marks'
import { cx } from '../../../ui/cx'
import table from '../../../ui/table.module.css'
import { hasCredentials, planOf } from '../connection-facts'
import { KeyCount } from '../KeyCount'
import { VerdictTag } from '../VerdictTag'
import classes from './ConnectionTable.module.css'

interface ConnectionTableProps {
  readonly connections: readonly Connection[]
  readonly connectors: Connectors
}

export function ConnectionTable({ connections, connectors }: ConnectionTableProps) {
  const { t } = useTranslation()
  const leftId = useConnections((state) => state.leftId)
  const marks = useAccountMarks()
  return (
    <table className={cx(table.table, table.tall)} aria-label={t('connections.table')}>
      <thead>
        <tr>
          <th scope="col">{t('connections.name')}</th>
          <th scope="col" className={classes.address}>
            {t('connections.address')}
          </th>
          <th scope="col" className={classes.keys}>
            {t('connections.keys')}
          </th>
          <th scope="col" className={classes.test}>
            {t('connections.lastTest')}
          </th>
          <th scope="col" className={classes.credential}>
            {t('connections.credential')}
          </th>
        </tr>
      </thead>
      <tbody>
        {connections.map((connection) => (
          <Row
            key={connection.id}
            connection={connection}
            mark={marks.get(connection.id)}
            left={connection.id === leftId}
            connector={connectorOf(connectors, connection)}
            onOpen={() => {
              useConnections.getState().open(connection.id)
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly connection: Connection
  readonly mark: string | undefined
  readonly left: boolean
  readonly connector: ReturnType<typeof connectorOf>
  readonly onOpen: () => void
}

function Row({ connection, mark, left, connector, onOpen }: RowProps) {
  const { t } = useTranslation()
  const { name, provider, mode } = connection
  const host = hostOf(addressOf(connection, connector))
  const credentials =
    mode === 'guided' ? 'needless' : hasCredentials(connection, connector) ? 'there' : ('missing' as const)
  return (
    <tr onClick={onOpen}>
      <td>
        {/* The row is for the pointer; this is the same for the keyboard and for screen readers. */}
        <UnstyledButton
          className={cx(table.name)}
          autoFocus={left}
          onClick={(event) => {
            event.stopPropagation()
            onOpen()
          }}
        >
          {name}
        </UnstyledButton>
        <span className={table.second} title={mark}>
          {[provider, mark, t(`connections.modes.${mode}`)].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td className={classes.address}>
        {mode === 'guided' ? (
          t('connections.inConsole')
        ) : (
          <span className={classes.mono} title={host ?? undefined}>
            {host}
          </span>
        )}
      </td>
      <td className={classes.keys}>
        <KeyCount connection={connection} />
        <span className={table.second}>{planOf(connection.lastTest, connector)}</span>
      </td>
      <td className={classes.test}>
        <VerdictTag connection={connection} />
      </td>
      <td className={cx(classes.credential, credentials === 'missing' && classes.missing)}>
        {t(`connections.credentials.${credentials}`)}
      </td>
    </tr>
  )
}
