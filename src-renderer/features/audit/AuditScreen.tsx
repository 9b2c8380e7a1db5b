import { Button } from '@mantine/core'
import { IconFilterOff, IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { boundsOf } from '../../stores/call-view'
import { EmptyState } from '../../ui/EmptyState'
import { FailureNote } from '../../ui/FailureNote'
import { Loading } from '../../ui/Loading'
import { Screen, ScreenHead, ScreenNote, ScreenScroll } from '../../ui/Screen'
import { useNow } from '../../ui/use-now'
import { auditFilterOf, wholeTrail, type AuditView } from './audit-filter'
import { AuditFilters } from './AuditFilters'
import { AuditMenu } from './AuditMenu'
import classes from './AuditScreen.module.css'
import { AuditTable } from './AuditTable'
import { ChainVerdict, VerifyButton } from './ChainVerdict'
import { useAuditTrail } from './use-audit-trail'
import { useChainCheck } from './use-chain-check'

export function AuditScreen() {
  const { t, i18n } = useTranslation()
  const [view, setView] = useState<AuditView>(wholeTrail)
  const nowMs = useNow(60_000)
  const { fromMs } = boundsOf(view.when, nowMs)
  // eslint-disable-next-line react-hooks/exhaustive-deps -- of the clock only what moves the beginning counts
  const filter = useMemo(() => auditFilterOf(view, nowMs), [view, fromMs])
  const { entries, total, failure, loadOlder } = useAuditTrail(filter)
  const check = useChainCheck()
  const look = (change: Partial<AuditView>): void => {
    setView((now) => ({ ...now, ...change }))
  }
  const number = (count: number): string => count.toLocaleString(i18n.language)

  return (
    <Screen>
      <ScreenHead title={t('audit.title')} lead={t('audit.lead')}>
        <VerifyButton check={check} />
        <AuditMenu filter={filter} />
      </ScreenHead>
      <ChainVerdict check={check} />
      <AuditFilters view={view} onLook={look} />
      {failure !== null && (
        <ScreenNote>
          <FailureNote failure={failure} />
        </ScreenNote>
      )}
      {entries === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : entries.length === 0 ? (
        <EmptyState
          icon={view === wholeTrail ? <IconHistory size={20} /> : <IconFilterOff size={20} />}
          title={t(view === wholeTrail ? 'empty.auditTitle' : 'audit.fitsTitle')}
          text={t(view === wholeTrail ? 'empty.auditText' : 'audit.fitsText')}
          action={t('empty.auditAction')}
          onAction={() => {
            setView(wholeTrail)
          }}
        />
      ) : (
        <ScreenScroll label={t('audit.table')}>
          <AuditTable
            entries={entries}
            onKey={(key) => {
              look({ key })
            }}
          />
          <p className={classes.older} role="status">
            {t('audit.shown', { shown: number(entries.length), total: number(total) })}
            {entries.length < total && (
              <Button size="compact-sm" variant="default" onClick={loadOlder}>
                {t('audit.older')}
              </Button>
            )}
          </p>
        </ScreenScroll>
      )}
    </Screen>
  )
}
