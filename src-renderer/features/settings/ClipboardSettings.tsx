import type { Settings } from '@contract/model/settings'
import { useTranslation } from 'react-i18next'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'
import { TimeField } from './TimeField'

interface ClipboardSettingsProps {
  readonly settings: Settings
}

export function ClipboardSettings({ settings }: ClipboardSettingsProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className={classes.heading}>{t('settings.clipboardSection')}</h2>
      <SettingRow
        id="setting-clipboardClearSeconds"
        label={t('settings.clipboard')}
        help={t('settings.clipboardHelp')}
        warning={settings.clipboardClearSeconds === 0 ? t('settings.clipboardNever') : undefined}
      >
        <TimeField settings={settings} name="clipboardClearSeconds" zero={t('settings.never')} />
      </SettingRow>
    </section>
  )
}
