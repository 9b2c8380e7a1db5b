import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConnections } from '../../stores/connections-store'
import { useUi } from '../../stores/ui-store'
import { CopyablePath } from '../../ui/CopyablePath'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

/** The providers Keyquay knows, and where a manifest of one's own goes. */
export function ConnectorSettings() {
  const { t } = useTranslation()
  const connectors = useConnections((state) => state.connectors)
  const known = connectors?.items ?? []
  const own = known.filter(({ builtIn }) => !builtIn).length
  const broken = connectors?.broken.length ?? 0
  return (
    <section>
      <h2 className={classes.heading}>{t('settings.connectors.title')}</h2>
      <SettingRow
        id="connectors-known"
        label={t('settings.connectors.known', { count: known.length })}
        help={own === 0 ? t('settings.connectors.builtIn') : t('settings.connectors.own', { count: own })}
        warning={broken === 0 ? undefined : t('settings.connectors.broken', { count: broken })}
      >
        <Button
          variant="default"
          onClick={() => {
            useUi.getState().goTo('connections')
          }}
        >
          {t('settings.connectors.open')}
        </Button>
      </SettingRow>
      {connectors !== null && (
        <SettingRow
          id="connectors-folder"
          label={t('settings.connectors.folder')}
          help={t('settings.connectors.folderHelp')}
        >
          <CopyablePath
            path={connectors.folder}
            label={t('connections.copyFolder')}
            copiedLabel={t('connections.copied')}
          />
        </SettingRow>
      )}
    </section>
  )
}
