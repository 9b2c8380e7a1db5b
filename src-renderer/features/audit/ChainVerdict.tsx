import type { AuditVerdict } from '@contract/model/audit'
import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { dateText } from '../../texts/dates'
import { cx } from '../../ui/cx'
import { FailureNote } from '../../ui/FailureNote'
import classes from './ChainVerdict.module.css'
import type { ChainCheck } from './use-chain-check'

interface ChainProps {
  readonly check: ChainCheck
}

export function VerifyButton({ check: { busy, verify } }: ChainProps) {
  const { t } = useTranslation()
  return (
    <Button
      variant="default"
      loading={busy}
      onClick={() => {
        void verify()
      }}
    >
      {t('audit.verify')}
    </Button>
  )
}

/** What the check found. Nothing before the first one. */
export function ChainVerdict({ check: { verdict, failure } }: ChainProps) {
  const { t, i18n } = useTranslation()
  return (
    <div className={classes.verdict}>
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
