import type { AuditVerdict } from '@contract/model/audit'
import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { dateText } from '../../texts/dates'
import { cx } from '../../ui/cx'
import { FailureNote } from '../../ui/FailureNote'
import classes from './ChainVerdict.module.css'

export function ChainVerdict() {
  const { t, i18n } = useTranslation()
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [busy, setBusy] = useState(false)

  async function verify(): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      setVerdict(await client.call('audit.verify', {}))
    } catch (error) {
      setFailure(toCallFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={classes.verdict}>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        onClick={() => {
          void verify()
        }}
      >
        {t('audit.verify')}
      </Button>
      <p
        role="status"
        className={cx(classes.words, verdict !== null && (verdict.whole ? classes.whole : classes.broken))}
      >
        {verdict !== null && (
          <>
            {verdict.whole ? (
              <IconShieldCheck size={16} aria-hidden="true" />
            ) : (
              <IconShieldX size={16} aria-hidden="true" />
            )}
            {wordsOf(verdict, i18n.language, t)}
          </>
        )}
      </p>
      {failure && <FailureNote failure={failure} />}
    </div>
  )
}

function wordsOf(verdict: AuditVerdict, language: string, t: TFunction): string {
  if (!verdict.whole) return t('audit.broken', { brokenAt: verdict.brokenAt ?? 1 })
  if (verdict.since === null) return t('audit.wholeEmpty')
  return t('audit.whole', { count: verdict.entries, since: dateText(verdict.since, language) })
}
