import type { ConnectionTest } from '@contract/model/connection'
import type { ConnectorDescription } from '@contract/model/connector'
import { useTranslation } from 'react-i18next'
import { operationText } from '../../texts/operations'
import { FailureNote } from '../../ui/FailureNote'
import { StatusTag } from '../../ui/StatusTag'
import { planOf, shownFailure } from './connection-facts'
import classes from './TestReport.module.css'

interface TestReportProps {
  readonly test: ConnectionTest
  readonly connector: ConnectorDescription | undefined
}

/** What was asked of the provider, in order, and what it said. */
export function TestReport({ test, connector }: TestReportProps) {
  const { t } = useTranslation()
  return (
    <ul className={classes.checks} aria-label={t('connections.test.checks')}>
      {test.checks.map(({ operation, ok, failure }, at) => (
        <li key={`${operation} ${String(at)}`}>
          <div className={classes.check}>
            <span>{operationText(operation, t)}</span>
            <StatusTag
              status={ok ? 'active' : 'expired'}
              word={ok ? t('connections.test.ok') : t('connections.test.notOk')}
            />
          </div>
          {failure !== null && <FailureNote failure={shownFailure(failure)} />}
        </li>
      ))}
      {test.keysUsed !== null && (
        <li className={classes.check}>
          <span>{t('connections.keys')}</span>
          <span className={classes.value}>
            {test.keysLimit === null
              ? t('connections.keysAt', { count: test.keysUsed })
              : t('connections.keysOf', { used: test.keysUsed, limit: test.keysLimit })}
          </span>
        </li>
      )}
      {test.plan !== null && (
        <li className={classes.check}>
          <span>{t('connections.plan')}</span>
          <span className={classes.value}>{planOf(test, connector)}</span>
        </li>
      )}
    </ul>
  )
}
