import type { KeyDetails } from '@contract/model/key'
import { useTranslation } from 'react-i18next'
import { absoluteText, dateText } from '../../../texts/dates'
import { LifeLine } from '../../../ui/LifeLine'
import { StatusTag } from '../../../ui/StatusTag'
import { useNow } from '../../../ui/use-now'
import { longStatus } from '../status-word'
import classes from './DetailsPane.module.css'
import life from './KeyLife.module.css'

interface KeyLifeProps {
  readonly saved: KeyDetails
}

export function KeyLife({ saved }: KeyLifeProps) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(30_000)
  const { language } = i18n
  return (
    <section className={classes.section}>
      <div
        className={life.status}
        title={saved.expiresAt === null ? undefined : absoluteText(saved.expiresAt, language)}
      >
        <StatusTag status={saved.status} word={longStatus(saved.status, saved.expiresAt, nowMs, t)} />
        {saved.deletedAt !== null && (
          <span className={life.bin}>{t('details.inBin', { when: dateText(saved.deletedAt, language) })}</span>
        )}
      </div>
      <LifeLine
        createdAt={saved.createdAt}
        expiresAt={saved.expiresAt}
        status={saved.status}
        label={t('details.lifeLine')}
        start={dateText(saved.createdAt, language)}
        end={saved.expiresAt === null ? t('details.neverExpires') : dateText(saved.expiresAt, language)}
      />
    </section>
  )
}
