import { Select, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { FilterMenu } from '../../ui/FilterMenu'
import { SpanField } from '../usage'
import { auditActions } from './audit-actions'
import { wholeTrail, type AuditView } from './audit-filter'
import classes from './AuditFilters.module.css'
import { KeyField } from './KeyField'

interface AuditFiltersProps {
  readonly view: AuditView
  readonly onLook: (change: Partial<AuditView>) => void
}

const actors = ['window', 'cli', 'app'] as const

/** What narrows the trail: what was done, from where, with which key, and when. */
export function AuditFilters({ view, onLook }: AuditFiltersProps) {
  const { t } = useTranslation()
  const narrowed = view.action !== null || view.actors.length > 0 || view.key !== null || view.when !== 'all'
  return (
    <div className={classes.bar} role="group" aria-label={t('audit.filters')}>
      <Select
        size="xs"
        className={cx(classes.field)}
        aria-label={t('audit.filter')}
        placeholder={t('audit.every')}
        data={auditActions.map((value) => ({ value, label: t(`audit.actions.${value}`) }))}
        value={view.action}
        onChange={(chosen) => {
          onLook({ action: auditActions.find((one) => one === chosen) ?? null })
        }}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clear') }}
        searchable
        maxDropdownHeight={320}
      />
      <KeyField
        chosen={view.key}
        onChoose={(key) => {
          onLook({ key })
        }}
      />
      <FilterMenu
        label={t('audit.from')}
        choices={actors.map((actor) => ({ value: actor, label: t(`audit.actors.${actor}`) }))}
        chosen={view.actors}
        onChange={(chosen) => {
          onLook({ actors: actors.filter((actor) => chosen.includes(actor)) })
        }}
      />
      {narrowed && (
        <UnstyledButton
          className={cx(classes.clear)}
          onClick={() => {
            onLook(wholeTrail)
          }}
        >
          {t('list.clearFilters')}
        </UnstyledButton>
      )}
      <SpanField
        when={view.when}
        onChange={(when) => {
          onLook({ when })
        }}
      />
    </div>
  )
}
