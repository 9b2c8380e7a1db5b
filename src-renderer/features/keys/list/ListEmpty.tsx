import { IconClockCheck, IconKey, IconSearch, IconStar, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isFiltered, noFilter } from '../../../stores/key-filter'
import { useKeyList } from '../../../stores/key-list-store'
import { useUi } from '../../../stores/ui-store'
import { EmptyState } from '../../../ui/EmptyState'
import { BringKeys } from '../../welcome'

const ICON = 20

export function ListEmpty() {
  const { t } = useTranslation()
  const filter = useKeyList((state) => state.filter)
  const setFilter = useKeyList((state) => state.setFilter)
  const setAdding = useUi((state) => state.setAdding)
  const setImporting = useUi((state) => state.setImporting)
  const importOffered = useUi((state) => state.importOffered)
  const showAll = (): void => {
    setFilter(noFilter)
  }

  const searchAlone = filter.text !== '' && !isFiltered({ ...filter, text: '' })
  if (isFiltered(filter)) {
    return (
      <EmptyState
        icon={<IconSearch size={ICON} />}
        title={t('empty.searchTitle')}
        text={t(searchAlone ? 'empty.searchAloneText' : 'empty.searchText')}
        action={t(searchAlone ? 'empty.searchAloneAction' : 'empty.searchAction')}
        onAction={() => {
          setFilter({ ...noFilter, view: filter.view })
        }}
      />
    )
  }
  switch (filter.view) {
    case 'all':
      if (importOffered) return <BringKeys />
      return (
        <EmptyState
          primary
          icon={<IconKey size={ICON} />}
          title={t('empty.keysTitle')}
          text={t('empty.keysText')}
          action={t('empty.keysAction')}
          onAction={() => {
            setAdding(true)
          }}
          other={t('import.open')}
          onOther={() => {
            setImporting(true)
          }}
        />
      )
    case 'expiring':
      return (
        <EmptyState
          icon={<IconClockCheck size={ICON} />}
          title={t('empty.expiringTitle')}
          text={t('empty.expiringText')}
          action={t('empty.expiringAction')}
          onAction={showAll}
        />
      )
    case 'favourites':
      return (
        <EmptyState
          icon={<IconStar size={ICON} />}
          title={t('empty.favouritesTitle')}
          text={t('empty.favouritesText')}
          action={t('empty.favouritesAction')}
          onAction={showAll}
        />
      )
    case 'bin':
      return (
        <EmptyState
          icon={<IconTrash size={ICON} />}
          title={t('empty.binTitle')}
          text={t('empty.binText')}
          action={t('empty.binAction')}
          onAction={showAll}
        />
      )
  }
}
