import type { Settings } from '@contract/model/settings'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isCallFailure, toCallFailure } from '../../client/failure'
import { changeSetting } from '../../stores/change-setting'
import { showFailureToast } from '../../ui/toasts'
import classes from './Schedule.module.css'

interface ScheduleProps {
  readonly settings: Settings
}

const everyDays = [1, 7, 30, 0] as const
const kept = [3, 5, 10, 20, 50, 100] as const

/** How often Keyquay backs up by itself, and how many of those it keeps. */
export function Schedule({ settings }: ScheduleProps) {
  const { t } = useTranslation()
  const { backupEveryDays, backupsKept } = settings
  const days = (count: number): string => (count === 0 ? t('settings.never') : t('backups.every', { count }))

  async function change(part: { backupEveryDays?: number; backupsKept?: number }): Promise<void> {
    try {
      await changeSetting(part)
    } catch (error) {
      if (!isCallFailure(error, 'cancelled')) showFailureToast(toCallFailure(error))
    }
  }

  return (
    <div className={classes.schedule} role="group" aria-label={t('backups.schedule')}>
      <label>
        {t('backups.byItself')}
        <Select
          className={classes.choice ?? ''}
          data={withCurrent(everyDays, backupEveryDays).map((count) => ({ value: String(count), label: days(count) }))}
          value={String(backupEveryDays)}
          allowDeselect={false}
          onChange={(value) => {
            void change({ backupEveryDays: Number(value) })
          }}
        />
      </label>
      <label>
        {t('backups.keep')}
        <Select
          className={classes.choice ?? ''}
          data={withCurrent(kept, backupsKept).map((count) => ({
            value: String(count),
            label: t('backups.newest', { count })
          }))}
          value={String(backupsKept)}
          allowDeselect={false}
          onChange={(value) => {
            void change({ backupsKept: Number(value) })
          }}
        />
      </label>
    </div>
  )
}

/** The choices with the one in force among them, as it may have been set elsewhere. */
function withCurrent(counts: readonly number[], current: number): readonly number[] {
  return counts.includes(current) ? counts : [current, ...counts]
}
