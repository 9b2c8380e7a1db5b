import { Button, SegmentedControl } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useApp } from '../../../stores/app-store'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'
import { EmptyState } from '../../../ui/EmptyState'
import { FailureNote } from '../../../ui/FailureNote'
import { Loading } from '../../../ui/Loading'
import { acknowledge } from '../usage-actions'
import { FindingRow } from './FindingRow'
import classes from './Findings.module.css'

const MOST = 500

/** What about the use of keys and accounts a person should look at, with the rule that found it. */
export function FindingsView() {
  const { t } = useTranslation()
  const revision = useUsage((state) => state.revision)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const [settled, setSettled] = useState(false)
  const load = useCallback(async () => {
    const { items } = await client.call('usage.findings', { acknowledged: settled, limit: MOST })
    return { items, settled }
  }, [settled])
  const { value, failure } = useResource(revision, load)
  // Those of the other list are not shown while these are on their way.
  const items = value?.settled === settled ? value.items : null

  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('usage.findings.which')}
          data={[
            { value: 'open', label: t('usage.findings.open') },
            { value: 'settled', label: t('usage.findings.settled') }
          ]}
          value={settled ? 'settled' : 'open'}
          onChange={(chosen) => {
            setSettled(chosen === 'settled')
          }}
        />
        {!settled && items !== null && items.length > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={readOnly}
            onClick={() => {
              void acknowledge(items)
            }}
          >
            {t('usage.findings.acknowledgeAll', { count: items.length })}
          </Button>
        )}
      </div>
      {failure !== null && (
        <div className={classes.note}>
          <FailureNote failure={failure} />
        </div>
      )}
      {items === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : items.length === 0 ? (
        <EmptyState
          icon={<IconShieldCheck size={20} />}
          title={t(settled ? 'usage.empty.settledTitle' : 'usage.empty.findingsTitle')}
          text={t(settled ? 'usage.empty.settledText' : 'usage.empty.findingsText')}
          action={t(settled ? 'usage.empty.settledAction' : 'usage.empty.findingsAction')}
          onAction={() => {
            if (settled) setSettled(false)
            else useUsage.getState().show('calls')
          }}
        />
      ) : (
        <ul className={classes.list} tabIndex={0} aria-label={t('usage.tabs.findings')}>
          {items.map((finding) => (
            <FindingRow key={finding.id} finding={finding} readOnly={readOnly} />
          ))}
        </ul>
      )}
    </div>
  )
}
