import type { Settings } from '@contract/model/settings'
import { Button, Switch } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useReminders } from '../../stores/reminders-store'
import { useUi } from '../../stores/ui-store'
import { useResource } from '../../stores/use-resource'
import { testNotification } from '../reminders'
import { changeSetting } from './change-setting'
import { NotificationSettingsLocked } from './NotificationSettingsLocked'
import { NotificationSettingsQuiet } from './NotificationSettingsQuiet'
import { NotificationSettingsTray } from './NotificationSettingsTray'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

interface NotificationSettingsProps {
  readonly settings: Settings
}

/** What the system may show, when, and what of it while the vault is locked. */
export function NotificationSettings({ settings }: NotificationSettingsProps) {
  const { t } = useTranslation()
  const load = useCallback(() => client.call('reminders.abilities', {}), [])
  const { value: abilities } = useResource('once', load)
  if (abilities === null) return null
  const { notifications, notificationActions } = abilities

  return (
    <section>
      <h2 className={classes.heading}>{t('settings.notifications.title')}</h2>
      <SettingRow
        id="setting-test-notification"
        label={t('settings.notifications.test')}
        help={t('settings.notifications.testHelp')}
        warning={
          notifications
            ? notificationActions
              ? undefined
              : t('settings.notifications.noActions')
            : t('settings.notifications.unavailable')
        }
      >
        <Button
          variant="default"
          disabled={!notifications}
          onClick={() => {
            void testNotification()
          }}
        >
          {t('settings.notifications.testAction')}
        </Button>
      </SettingRow>
      <SettingRow
        id="setting-notifyWithNames"
        label={t('settings.notifications.names')}
        help={t('settings.notifications.namesHelp')}
      >
        <Switch
          className={classes.switch ?? ''}
          aria-labelledby="setting-notifyWithNames"
          checked={settings.notifyWithNames}
          onChange={(event) => {
            void changeSetting({ notifyWithNames: event.currentTarget.checked })
          }}
        />
      </SettingRow>
      <NotificationSettingsQuiet settings={settings} />
      <NotificationSettingsLocked settings={settings} abilities={abilities} />
      <NotificationSettingsTray settings={settings} abilities={abilities} />
      <SettingRow
        id="setting-reminder-rules"
        label={t('settings.notifications.rules')}
        help={t('settings.notifications.rulesHelp')}
      >
        <Button
          variant="default"
          onClick={() => {
            useReminders.getState().show('rules')
            useUi.getState().goTo('reminders')
          }}
        >
          {t('settings.notifications.rulesAction')}
        </Button>
      </SettingRow>
    </section>
  )
}
