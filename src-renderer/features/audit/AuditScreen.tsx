import { auditActions } from './audit-actions'
import { Button, Select } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState'
import { FailureNote } from '../../ui/FailureNote'
import { Loading } from '../../ui/Loading'
import classes from './AuditScreen.module.css'
import { AuditTable } from './AuditTable'
import { ChainVerdict } from './ChainVerdict'
import { useAuditTrail } from './use-audit-trail'

export function AuditScreen() {
  const { t } = useTranslation()
  const { entries, failure, more, loadOlder } = useAuditTrail()
  const [action, setAction] = useState<string | null>(null)
  const shown = entries?.filter((entry) => action === null || entry.action === action)

  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <div className={classes.words}>
          <h1 className={classes.title}>{t('audit.title')}</h1>
          <p className={classes.lead}>{t('audit.lead')}</p>
        </div>
        <Select
          className={classes.filter ?? ''}
          aria-label={t('audit.filter')}
          placeholder={t('audit.every')}
          data={auditActions.map((value) => ({ value, label: t(`audit.actions.${value}`) }))}
          value={action}
          onChange={setAction}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          searchable
          maxDropdownHeight={320}
        />
      </header>
      <ChainVerdict />
      {failure !== null && (
        <div className={classes.failure}>
          <FailureNote failure={failure} />
        </div>
      )}
      {shown === undefined ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : shown.length === 0 ? (
        <EmptyState
          icon={<IconHistory size={20} />}
          title={t('empty.auditTitle')}
          text={t('empty.auditText')}
          action={t('empty.auditAction')}
          onAction={() => {
            setAction(null)
          }}
        />
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('audit.table')}>
          <AuditTable entries={shown} />
          {more && (
            <Button className={classes.older ?? ''} variant="default" onClick={loadOlder}>
              {t('audit.older')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
