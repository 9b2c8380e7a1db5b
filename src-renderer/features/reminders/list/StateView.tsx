import type { ReminderState } from '@contract/model/reminder'
import { IconBellZ, IconChecks } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useReminders } from '../../../stores/reminders-store'
import { EmptyState } from '../../../ui/EmptyState'
import { Loading } from '../../../ui/Loading'
import classes from './OpenView.module.css'
import { LoadFailure } from '../LoadFailure'
import { ReminderList } from './ReminderList'
import { useReminderPages } from './use-reminder-pages'

interface StateViewProps {
  readonly tab: 'snoozed' | 'settled'
}

const states: Readonly<Record<StateViewProps['tab'], readonly ReminderState[]>> = {
  snoozed: ['snoozed'],
  settled: ['done', 'dismissed']
}

/** What was put off, or is settled; both can be opened again. */
export function StateView({ tab }: StateViewProps) {
  const { t } = useTranslation()
  const { value, failure, more } = useReminderPages(states[tab], null)
  const isSnoozed = tab === 'snoozed'
  return (
    <div className={classes.list} tabIndex={0} role="region" aria-label={t(`reminders.tabs.${tab}`)}>
      <LoadFailure failure={failure} />
      {value === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : value.items.length === 0 ? (
        <EmptyState
          icon={isSnoozed ? <IconBellZ size={20} /> : <IconChecks size={20} />}
          title={t(`reminders.empty.${tab}Title`)}
          text={t(`reminders.empty.${tab}Text`)}
          action={t('reminders.empty.settledAction')}
          onAction={() => {
            useReminders.getState().show('open')
          }}
        />
      ) : (
        <ReminderList groups={[{ group: tab, items: value.items }]} total={value.total} onMore={more} />
      )}
    </div>
  )
}
