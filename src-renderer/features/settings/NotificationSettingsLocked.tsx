import type { OutputOf } from '@contract/ipc'
import type { WhileLocked } from '@contract/model/reminder'
import type { Settings } from '@contract/model/settings'
import { SegmentedControl, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { isCallFailure, toCallFailure } from '../../client/failure'
import { withPassword } from '../../stores/password-gate'
import { showFailureToast } from '../../ui/toasts'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

interface NotificationSettingsLockedProps {
  readonly settings: Settings
  readonly abilities: OutputOf<'reminders.abilities'>
}

const modes = ['nothing', 'counts', 'schedule'] as const

/** What is told while the vault is locked. What leaves the vault for it asks for the password. */
export function NotificationSettingsLocked({ settings, abilities }: NotificationSettingsLockedProps) {
  const { t } = useTranslation()
  const { whileLocked, whileLockedNames } = settings
  const { sealedSchedule, keyring } = abilities

  async function set(mode: WhileLocked, names: boolean): Promise<void> {
    try {
      await withPassword(() => client.call('reminders.setWhileLocked', { mode, names }))
    } catch (error) {
      if (!isCallFailure(error, 'cancelled')) showFailureToast(toCallFailure(error))
    }
  }

  return (
    <>
      <SettingRow
        id="setting-whileLocked"
        label={t('settings.notifications.locked')}
        help={t(`settings.notifications.lockedHelps.${whileLocked}`)}
        warning={sealedSchedule ? undefined : t('settings.notifications.noSealing', { keyring })}
      >
        <SegmentedControl
          aria-labelledby="setting-whileLocked"
          data={modes.map((value) => ({
            value,
            label: t(`settings.notifications.lockedModes.${value}`),
            disabled: value === 'schedule' && !sealedSchedule && whileLocked !== 'schedule'
          }))}
          value={whileLocked}
          onChange={(mode) => {
            void set(mode, mode === 'schedule' && whileLockedNames)
          }}
        />
      </SettingRow>
      {whileLocked === 'schedule' && (
        <SettingRow
          id="setting-whileLockedNames"
          label={t('settings.notifications.lockedNames')}
          help={t('settings.notifications.lockedNamesHelp')}
        >
          <Switch
            className={classes.switch ?? ''}
            aria-labelledby="setting-whileLockedNames"
            checked={whileLockedNames}
            onChange={(event) => {
              void set('schedule', event.currentTarget.checked)
            }}
          />
        </SettingRow>
      )}
    </>
  )
}
