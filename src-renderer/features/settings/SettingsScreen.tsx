import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { Screen, ScreenHead, ScreenScroll } from '../../ui/Screen'
import { TerminalSettings } from '../grants'
import { AboutSettings } from './AboutSettings'
import { AccessSettings } from './AccessSettings'
import { AppearanceSettings } from './AppearanceSettings'
import { ClipboardSettings } from './ClipboardSettings'
import { ConnectorSettings } from './ConnectorSettings'
import { DataSettings } from './DataSettings'
import { EnvFileSettings } from './EnvFileSettings'
import { NotificationSettings } from './NotificationSettings'
import { SectionList } from './SectionList'
import { SecuritySettings } from './SecuritySettings'
import classes from './SettingsScreen.module.css'

export function SettingsScreen() {
  const { t } = useTranslation()
  const settings = useApp((state) => state.settings)
  const app = useApp((state) => state.app)
  const column = useRef<HTMLDivElement>(null)
  if (settings === null || app === null) return null
  const sections: readonly (readonly [title: string, content: ReactNode])[] = [
    [t('settings.appearance'), <AppearanceSettings key="appearance" settings={settings} />],
    [t('settings.security'), <SecuritySettings key="security" settings={settings} />],
    [t('settings.clipboardSection'), <ClipboardSettings key="clipboard" settings={settings} />],
    [t('grants.heading'), <TerminalSettings key="terminals" settings={settings} />],
    [t('settings.notifications.title'), <NotificationSettings key="notifications" settings={settings} />],
    [t('access.title'), <AccessSettings key="access" />],
    [t('data.title'), <DataSettings key="data" />],
    [t('settings.envFiles.title'), <EnvFileSettings key="env-files" />],
    [t('settings.connectors.title'), <ConnectorSettings key="connectors" />],
    [t('settings.about'), <AboutSettings key="about" app={app} />]
  ]
  return (
    <Screen>
      <ScreenHead title={t('settings.title')} />
      <ScreenScroll fades label={t('settings.title')}>
        <div className={classes.page}>
          <SectionList titles={sections.map(([title]) => title)} column={column} />
          <div className={classes.column} ref={column}>
            {sections.map(([title, content]) => (
              <div key={title} tabIndex={-1} className={classes.section ?? ''}>
                {content}
              </div>
            ))}
          </div>
        </div>
      </ScreenScroll>
    </Screen>
  )
}
