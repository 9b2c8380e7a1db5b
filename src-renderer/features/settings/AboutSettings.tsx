import { useTranslation } from 'react-i18next'
import type { AppState } from '../../stores/app-store'
import { CopyablePath } from '../../ui/CopyablePath'
import classes from './SettingsScreen.module.css'

interface AboutSettingsProps {
  readonly app: NonNullable<AppState['app']>
}

/** Which Keyquay this is, and where its vault lies. */
export function AboutSettings({ app }: AboutSettingsProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className={classes.heading}>{t('settings.about')}</h2>
      <dl className={classes.facts}>
        <div>
          <dt>{t('settings.version')}</dt>
          <dd data-selectable>Keyquay {app.version}</dd>
        </div>
        <div>
          <dt>{t('settings.folder')}</dt>
          <dd>
            <CopyablePath
              path={app.vaultFolder}
              label={t('connections.copyFolder')}
              copiedLabel={t('connections.copied')}
            />
          </dd>
        </div>
      </dl>
    </section>
  )
}
