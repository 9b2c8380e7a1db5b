import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { noFilter, useKeyList } from '../../../stores/key-list-store'
import { cx } from '../../../ui/cx'
import { FilterMenu } from '../../../ui/FilterMenu'
import { shortStatus } from '../status-word'
import classes from './FilterChips.module.css'
import { isFiltered } from './is-filtered'

const statuses = ['active', 'expiring', 'expired', 'rotating', 'disabled', 'revoked', 'unknown'] as const

export function FilterChips() {
  const { t, i18n } = useTranslation()
  const facets = useFacets((state) => state.facets)
  const filter = useKeyList((state) => state.filter)
  const setFilter = useKeyList((state) => state.setFilter)
  const total = useKeyList((state) => state.cache.total)
  const plain = (values: readonly { value: string }[] | undefined) =>
    (values ?? []).map(({ value }) => ({ value, label: value }))

  if (facets?.all === 0 && filter.view === 'all' && !isFiltered(filter)) return null
  return (
    <div className={classes.chips} role="group" aria-label={t('list.filters')}>
      <FilterMenu
        label={t('list.provider')}
        choices={plain(facets?.providers)}
        chosen={filter.providers}
        onChange={(providers) => {
          setFilter({ providers })
        }}
      />
      <FilterMenu
        label={t('list.status')}
        choices={statuses.map((status) => ({ value: status, label: shortStatus(status, t) }))}
        chosen={filter.statuses}
        onChange={(chosen) => {
          setFilter({ statuses: statuses.filter((status) => chosen.includes(status)) })
        }}
      />
      <FilterMenu
        label={t('list.environment')}
        choices={plain(facets?.environments)}
        chosen={filter.environments}
        onChange={(environments) => {
          setFilter({ environments })
        }}
      />
      <FilterMenu
        label={t('list.tag')}
        choices={plain(facets?.tags)}
        chosen={filter.tags}
        onChange={(tags) => {
          setFilter({ tags })
        }}
      />
      {isFiltered(filter) && (
        <UnstyledButton
          className={cx(classes.clear)}
          onClick={() => {
            setFilter({ ...noFilter, view: filter.view })
          }}
        >
          {t('list.clearFilters')}
        </UnstyledButton>
      )}
      {total !== null && (
        <span className={classes.total} role="status">
          {t('list.found', { count: total, formatted: total.toLocaleString(i18n.language) })}
        </span>
      )}
    </div>
  )
}
