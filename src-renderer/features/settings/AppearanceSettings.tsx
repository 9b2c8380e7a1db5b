import type { Settings } from '@contract/model/settings'
import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSetting } from './change-setting'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

interface AppearanceSettingsProps {
  readonly settings: Settings
}

const themes = ['system', 'light', 'dark'] as const
const densities = ['comfortable', 'compact'] as const
const languages = ['system', 'en', 'de'] as const

export function AppearanceSettings({ settings }: AppearanceSettingsProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className={classes.heading}>{t('settings.appearance')}</h2>
      <SettingRow id="setting-theme" label={t('settings.theme')}>
        <SegmentedControl
          aria-labelledby="setting-theme"
          data={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          value={settings.theme}
          onChange={(theme) => {
            void changeSetting({ theme })
          }}
        />
      </SettingRow>
      <SettingRow id="setting-density" label={t('settings.density')}>
        <SegmentedControl
          aria-labelledby="setting-density"
          data={densities.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
          value={settings.density}
          onChange={(density) => {
            void changeSetting({ density })
          }}
        />
      </SettingRow>
      <SettingRow id="setting-language" label={t('settings.language')}>
        <SegmentedControl
          aria-labelledby="setting-language"
          data={languages.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
          value={settings.language}
          onChange={(language) => {
            void changeSetting({ language })
          }}
        />
      </SettingRow>
    </section>
  )
}
