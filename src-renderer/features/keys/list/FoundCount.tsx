import { useTranslation } from 'react-i18next'
import { useFacets } from '../../../stores/facets-store'
import { isFiltered } from '../../../stores/key-filter'
import { useKeyList } from '../../../stores/key-list-store'
import classes from './ListToolbar.module.css'

/** How many keys the list shows. Nothing in a vault without any. */
export function FoundCount() {
  const { t, i18n } = useTranslation()
  const found = useKeyList((state) => state.found)
  const filter = useKeyList((state) => state.filter)
  const none = useFacets((state) => state.facets?.all === 0)
  if (found === null || (none && filter.view === 'all' && !isFiltered(filter))) return null
  return (
    <span className={classes.total} role="status">
      {t('list.found', { count: found, formatted: found.toLocaleString(i18n.language) })}
    </span>
  )
}
