import { IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { everything, isNarrowed } from '../../../stores/call-view'
import { useUsage } from '../../../stores/usage-store'
import { EmptyState } from '../../../ui/EmptyState'

/** There are calls, but none is among what is looked at. */
export function NothingFits() {
  const { t } = useTranslation()
  const view = useUsage((state) => state.view)
  const narrowed = isNarrowed(view)
  return (
    <EmptyState
      icon={<IconFilterOff size={20} />}
      title={t('usage.empty.fitsTitle')}
      text={t(narrowed ? 'usage.empty.fitsText' : 'usage.empty.spanText')}
      action={t(narrowed ? 'list.clearFilters' : 'usage.empty.spanAction')}
      onAction={() => {
        useUsage.getState().look(narrowed ? { ...everything, when: view.when } : { when: 'all' })
      }}
    />
  )
}
