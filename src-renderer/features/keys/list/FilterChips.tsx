import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { isFiltered, noFilter } from '../../../stores/key-filter'
import { useKeyList } from '../../../stores/key-list-store'
import { cx } from '../../../ui/cx'
import { FilterMenu } from '../../../ui/FilterMenu'
import { shortStatus } from '../status-word'
import { ViewMenu } from '../views/ViewMenu'
import { DaysChip } from './DaysChip'
import classes from './FilterChips.module.css'

const statuses = ['active', 'expiring', 'expired', 'rotating', 'disabled', 'revoked', 'unknown'] as const
/** A menu of more would be a list of its own; the search finds the rest. */
const MOST_CHOICES = 100
const expiryDays = [7, 30, 90] as const
const unusedDays = [30, 90, 180, 365] as const

export function FilterChips() {
  const { t } = useTranslation()
  const facets = useFacets((state) => state.facets)
  const filter = useKeyList((state) => state.filter)
  const setFilter = useKeyList((state) => state.setFilter)
  const plain = (values: readonly { value: string }[] | undefined) =>
    (values ?? []).slice(0, MOST_CHOICES).map(({ value }) => ({ value, label: value }))

  if (facets?.all === 0 && filter.view === 'all' && !isFiltered(filter)) return null
  return (
    <div className={classes.chips} role="group" aria-label={t('list.filters')}>
      <ViewMenu />
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
      <DaysChip
        label={t('keys.filters.expires')}
        any={t('keys.filters.anyExpiry')}
        choices={expiryDays}
        chosen={filter.expiresWithinDays}
        onChange={(expiresWithinDays) => {
          setFilter({ expiresWithinDays })
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
      <DaysChip
        label={t('keys.filters.unused')}
        any={t('keys.filters.anyUse')}
        choices={unusedDays}
        chosen={filter.unusedDays}
        onChange={(days) => {
          setFilter({ unusedDays: days })
        }}
      />
      {isFiltered({ ...filter, text: '' }) && (
        <UnstyledButton
          className={cx(classes.clear)}
          onClick={() => {
            setFilter({ ...noFilter, view: filter.view })
          }}
        >
          {t('list.clearFilters')}
        </UnstyledButton>
      )}
    </div>
  )
}
