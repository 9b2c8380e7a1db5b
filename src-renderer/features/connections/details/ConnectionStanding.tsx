import type { Connection } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { planOf } from '../connection-facts'
import { KeyCount } from '../KeyCount'
import { VerdictTag } from '../VerdictTag'
import classes from './ConnectionStanding.module.css'

interface ConnectionStandingProps {
  readonly connection: Connection
  readonly connector: ConnectorDescription | undefined
}

/** The few figures one opens an account for. */
export function ConnectionStanding({ connection, connector }: ConnectionStandingProps) {
  const { t } = useTranslation()
  const { lastTest, mode, keys } = connection
  const facts: [label: string, value: ReactNode][] = [
    [
      mode === 'api' ? t('connections.lastTest') : t('connections.details.mode'),
      <VerdictTag key="verdict" short connection={connection} />
    ],
    ...(mode === 'api' && lastTest?.keysUsed != null
      ? ([[t('connections.keys'), <KeyCount key="count" connection={connection} />]] as [string, ReactNode][])
      : []),
    [t('connections.remote.here'), t('connections.followed', { count: keys })],
    ...(mode === 'api'
      ? ([[t('connections.plan'), planOf(lastTest, connector) ?? t('connections.details.noPlan')]] as [
          string,
          ReactNode
        ][])
      : [])
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
