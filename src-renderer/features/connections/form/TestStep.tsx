import type { ConnectorDescription } from '@contract/model/connector'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureNote } from '../../../ui/FailureNote'
import { cx } from '../../../ui/cx'
import { TestReport } from '../TestReport'
import { TestRunning } from '../TestRunning'
import type { ConnectionTesting } from '../use-connection-test'
import classes from './ConnectionForm.module.css'

interface TestStepProps {
  readonly testing: ConnectionTesting
  readonly connector: ConnectorDescription | undefined
  readonly onAgain: () => void
  readonly onDone: () => void
}

/** The connection is saved; whether the provider answers. */
export function TestStep({ testing: { running, result, failure }, connector, onAgain, onDone }: TestStepProps) {
  const { t } = useTranslation()
  const passed = result?.ok === true
  return (
    <div className={classes.form}>
      <div className={classes.fields}>
        {running && <TestRunning />}
        {result !== null && (
          <>
            <p className={cx(classes.note, passed ? classes.ok : classes.notOk)} role="status">
              {passed ? (
                <IconCircleCheck size={20} aria-hidden="true" />
              ) : (
                <IconAlertTriangle size={20} aria-hidden="true" />
              )}
              {passed ? t('connections.test.passed') : t('connections.test.failed')}
            </p>
            <TestReport test={result} connector={connector} />
          </>
        )}
        {failure !== null &&
          (failure.code === 'cancelled' ? (
            <p role="status">{t('connections.test.cancelled')}</p>
          ) : (
            <FailureNote failure={failure} />
          ))}
      </div>
      <footer className={classes.footer}>
        <Button variant="default" disabled={running} onClick={onAgain}>
          {t('connections.test.again')}
        </Button>
        <Button autoFocus onClick={onDone}>
          {t('connections.test.open')}
        </Button>
      </footer>
    </div>
  )
}
