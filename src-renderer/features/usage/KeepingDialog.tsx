import type { SettingsChange } from '@contract/model/settings'
import { Modal, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isCallFailure, toCallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { changeSetting } from '../../stores/change-setting'
import { showFailureToast } from '../../ui/toasts'
import classes from './KeepingDialog.module.css'

interface KeepingDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

const keepDays = [30, 90, 180, 365, 730, 0]
const syncMinutes = [5, 15, 60, 360, 1_440, 0]

/** How long calls are kept, and how often accounts are asked. What is chosen holds at once. */
export function KeepingDialog({ opened, onClose }: KeepingDialogProps) {
  const { t } = useTranslation()
  const settings = useApp((state) => state.settings)
  if (settings === null) return null
  const { usageKeepDays, usageSyncMinutes } = settings
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('usage.keeping.title')}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.fields}>
        <Select
          label={t('usage.keeping.keep')}
          description={t('usage.keeping.keepHelp')}
          data={withPresent(keepDays, usageKeepDays).map((days) => ({
            value: String(days),
            label: days === 0 ? t('usage.keeping.always') : t('usage.keeping.days', { count: days })
          }))}
          value={String(usageKeepDays)}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) void keep({ usageKeepDays: Number(value) })
          }}
        />
        <Select
          label={t('usage.keeping.sync')}
          description={t('usage.keeping.syncHelp')}
          data={withPresent(syncMinutes, usageSyncMinutes).map((minutes) => ({
            value: String(minutes),
            label:
              minutes === 0
                ? t('usage.keeping.never')
                : minutes < 60
                  ? t('usage.keeping.minutes', { count: minutes })
                  : t('usage.keeping.hours', { count: Math.round(minutes / 60) })
          }))}
          value={String(usageSyncMinutes)}
          allowDeselect={false}
          onChange={(value) => {
            if (value !== null) void keep({ usageSyncMinutes: Number(value) })
          }}
        />
      </div>
    </Modal>
  )
}

/** The choices with the one that holds now, should it be none of them; the one that means "without end" stays last. */
function withPresent(choices: readonly number[], present: number): number[] {
  if (choices.includes(present)) return [...choices]
  return [...choices.filter((one) => one > 0), present].sort((one, other) => one - other).concat(0)
}

async function keep(change: SettingsChange): Promise<void> {
  try {
    await changeSetting(change)
  } catch (error) {
    if (!isCallFailure(error, 'cancelled')) showFailureToast(toCallFailure(error))
  }
}
