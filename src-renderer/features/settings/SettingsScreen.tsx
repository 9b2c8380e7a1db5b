import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { Screen, ScreenHead, ScreenScroll } from '../../ui/Screen'
import { TerminalSettings } from '../grants'
import { AboutSettings } from './AboutSettings'
import { AccessSettings } from './AccessSettings'
import { AppearanceSettings } from './AppearanceSettings'
import { ConnectorSettings } from './ConnectorSettings'
import { DataSettings } from './DataSettings'
import { EnvFileSettings } from './EnvFileSettings'
import { NotificationSettings } from './NotificationSettings'
import { SecuritySettings } from './SecuritySettings'
import classes from './SettingsScreen.module.css'

export function SettingsScreen() {
  const { t } = useTranslation()
  const settings = useApp((state) => state.settings)
  const app = useApp((state) => state.app)
  if (settings === null || app === null) return null
  return (
    <Screen>
      <ScreenHead title={t('settings.title')} />
      <ScreenScroll label={t('settings.title')}>
        <div className={classes.column}>
          <AppearanceSettings settings={settings} />
          <SecuritySettings settings={settings} />
          <TerminalSettings settings={settings} />
          <NotificationSettings settings={settings} />
          <AccessSettings />
          <DataSettings />
          <EnvFileSettings />
          <ConnectorSettings />
          <AboutSettings app={app} />
        </div>
      </ScreenScroll>
    </Screen>
  )
}
