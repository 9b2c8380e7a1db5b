import type { Settings } from '@contract/model/settings'
import { useTranslation } from 'react-i18next'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'
import { TimeField } from './TimeField'

interface SecuritySettingsProps {
  readonly settings: Settings
}

export function SecuritySettings({ settings }: SecuritySettingsProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className={classes.heading}>{t('settings.security')}</h2>
      <SettingRow id="setting-autoLockMinutes" label={t('settings.autoLock')} help={t('settings.autoLockHelp')}>
        <TimeField settings={settings} name="autoLockMinutes" zero={t('settings.never')} />
      </SettingRow>
      <SettingRow id="setting-askPasswordAgainMinutes" label={t('settings.askAgain')} help={t('settings.askAgainHelp')}>
        <TimeField settings={settings} name="askPasswordAgainMinutes" zero={t('settings.always')} />
      </SettingRow>
      <SettingRow id="setting-revealSeconds" label={t('settings.reveal')}>
        <TimeField settings={settings} name="revealSeconds" zero={t('settings.never')} />
      </SettingRow>
    </section>
  )
}
