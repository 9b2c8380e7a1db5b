import type { Settings } from '@contract/model/settings'
import { Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSetting } from './change-setting'
import classes from './NotificationSettings.module.css'
import { timesOfDay, timeText } from './quiet-times'
import { SettingRow } from './SettingRow'
import screen from './SettingsScreen.module.css'

interface NotificationSettingsQuietProps {
  readonly settings: Settings
}

/** The hours in which nothing is shown. */
export function NotificationSettingsQuiet({ settings }: NotificationSettingsQuietProps) {
  const { t, i18n } = useTranslation()
  const { quietHours, quietFromMinute, quietToMinute } = settings
  const time = (name: 'quietFromMinute' | 'quietToMinute', label: string) => (
    <Select
      className={classes.time ?? ''}
      aria-label={`${t('settings.notifications.quiet')}: ${label}`}
      data={timesOfDay(settings[name]).map((minutes) => ({
        value: String(minutes),
        label: timeText(minutes, i18n.language)
      }))}
      value={String(settings[name])}
      allowDeselect={false}
      onChange={(value) => {
        void changeSetting({ [name]: Number(value) })
      }}
    />
  )
  return (
    <SettingRow
      id="setting-quietHours"
      label={t('settings.notifications.quiet')}
      help={t('settings.notifications.quietHelp')}
      warning={quietHours && quietFromMinute === quietToMinute ? t('settings.notifications.quietSame') : undefined}
    >
      <div className={classes.quiet}>
        {quietHours && (
          <>
            {time('quietFromMinute', t('settings.notifications.quietFrom'))}
            <span aria-hidden="true">–</span>
            {time('quietToMinute', t('settings.notifications.quietTo'))}
          </>
        )}
        <Switch
          className={screen.switch ?? ''}
          aria-labelledby="setting-quietHours"
          checked={quietHours}
          onChange={(event) => {
            void changeSetting({ quietHours: event.currentTarget.checked })
          }}
        />
      </div>
    </SettingRow>
  )
}
