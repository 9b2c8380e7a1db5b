import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { TerminalSettings } from '../grants'
import { AccessSettings } from './AccessSettings'
import { AppearanceSettings } from './AppearanceSettings'
import { DataSettings } from './DataSettings'
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
        <section>
          <h2 className={classes.heading}>{t('settings.about')}</h2>
          <dl className={classes.facts}>
            <div>
              <dt>{t('settings.version')}</dt>
              <dd data-selectable>Keyquay {app.version}</dd>
            </div>
            <div>
              <dt>{t('settings.folder')}</dt>
              <dd className={classes.path} data-selectable>
                {app.vaultFolder}
              </dd>
            </div>
          </dl>
        </section>
      </div>
    </div>
  )
}
