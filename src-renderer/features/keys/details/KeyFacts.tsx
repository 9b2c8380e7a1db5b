import type { KeyDetails } from '@contract/model/key'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { absoluteText } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import classes from './DetailsPane.module.css'
import facts from './KeyFacts.module.css'
import { ScopeUse } from './ScopeUse'

interface KeyFactsProps {
  readonly saved: KeyDetails
}

export function KeyFacts({ saved }: KeyFactsProps) {
  const { t, i18n } = useTranslation()
  const words = (values: readonly string[], mono: boolean): ReactNode =>
    values.length > 0 && (
      <span className={facts.words}>
        {values.map((value) => (
          <span key={value} className={cx(facts.word, mono && facts.mono)}>
            {value}
          </span>
        ))}
      </span>
    )
  const mono = (value: string | null): ReactNode => value !== null && <span className={facts.mono}>{value}</span>
  const rows: [label: string, value: ReactNode][] = [
    [t('details.envName'), mono(saved.envName)],
    [t('details.provider'), saved.provider],
    [t('details.project'), saved.project],
    [t('details.environment'), saved.environment],
    [
      t('details.scopes'),
      saved.scopes.length > 0 && (
        <div key="scopes">
          {words(saved.scopes, true)}
          <ScopeUse saved={saved} />
        </div>
      )
    ],
    [t('details.roles'), words(saved.roles, false)],
    [t('details.ipRanges'), words(saved.ipRanges, true)],
    [t('details.tags'), words(saved.tags, false)],
    [t('details.lastUsed'), <Moment key="used" at={saved.lastUsedAt} past />],
    [t('details.created'), absoluteText(saved.createdAt, i18n.language)],
    [t('details.expires'), saved.expiresAt === null ? t('common.never') : absoluteText(saved.expiresAt, i18n.language)],
    [t('details.updated'), absoluteText(saved.updatedAt, i18n.language)],
    [t('details.fingerprint'), mono(saved.fingerprint)],
    [t('details.notes'), saved.notes !== '' && <span className={facts.notes}>{saved.notes}</span>]
  ]
  return (
    <section className={classes.section}>
      <dl className={facts.list}>
        {rows
          .filter(([, value]) => value !== null && value !== false)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd data-selectable>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
