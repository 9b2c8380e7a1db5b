import type { OutputOf } from '@contract/ipc'
import type { Settings } from '@contract/model/settings'
import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSetting } from './change-setting'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

interface NotificationSettingsTrayProps {
  readonly settings: Settings
  readonly abilities: OutputOf<'reminders.abilities'>
}

type Choice = 'tray' | 'closeToTray' | 'startAtLogin' | 'startHidden'

/** Where Keyquay stays while its window is closed, and when it starts. */
export function NotificationSettingsTray({ settings, abilities }: NotificationSettingsTrayProps) {
  const { t } = useTranslation()
  const hasTray = abilities.tray && settings.tray
  const trayNeeded = hasTray ? undefined : t('settings.notifications.needsTray')
  const row = (name: Choice, possible: boolean, reason: string | undefined) => (
    <SettingRow
      id={`setting-${name}`}
      label={t(`settings.notifications.${name}`)}
      help={t(`settings.notifications.${name}Help`)}
      warning={possible ? undefined : reason}
    >
      <Switch
        className={classes.switch ?? ''}
        aria-labelledby={`setting-${name}`}
        checked={settings[name] && possible}
        disabled={!possible}
        onChange={(event) => {
          void changeSetting({ [name]: event.currentTarget.checked })
        }}
      />
    </SettingRow>
  )
  return (
    <>
      {row('tray', abilities.tray, t('settings.notifications.noTray'))}
      {row('closeToTray', hasTray, trayNeeded)}
      {row('startAtLogin', abilities.startAtLogin, t('settings.notifications.noLogin'))}
      {row('startHidden', hasTray, trayNeeded)}
    </>
  )
}
