import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
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
    <div className={classes.screen} tabIndex={0} role="region" aria-label={t('settings.title')}>
      <div className={classes.column}>
        <h1 className={classes.title}>{t('settings.title')}</h1>
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
    </div>
  )
}
