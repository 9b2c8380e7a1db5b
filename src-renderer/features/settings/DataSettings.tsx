import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUi } from '../../stores/ui-store'
import { ExportDialog } from './ExportDialog'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

/** What comes into the vault and what leaves it as a file. */
export function DataSettings() {
  const { t } = useTranslation()
  const [exporting, setExporting] = useState(false)
  return (
    <section>
      <h2 className={classes.heading}>{t('data.title')}</h2>
      <SettingRow id="data-import" label={t('data.import')} help={t('data.importHelp')}>
        <Button
          variant="default"
          onClick={() => {
            useUi.getState().setImporting(true)
          }}
        >
          {t('import.open')}
        </Button>
      </SettingRow>
      <SettingRow id="data-backups" label={t('data.backups')} help={t('data.backupsHelp')}>
        <Button
          variant="default"
          onClick={() => {
            useUi.getState().goTo('backups')
          }}
        >
          {t('data.openBackups')}
        </Button>
      </SettingRow>
      <SettingRow id="data-export" label={t('data.export')} help={t('data.exportHelp')}>
        <Button
          variant="default"
          onClick={() => {
            setExporting(true)
          }}
        >
          {t('data.exportOpen')}
        </Button>
      </SettingRow>
      <SettingRow id="data-vaults" label={t('data.vaults')} help={t('data.vaultsHelp')}>
        <Button
          variant="default"
          onClick={() => {
            useUi.getState().chooseVault(true)
          }}
        >
          {t('data.openVaults')}
        </Button>
      </SettingRow>
      <ExportDialog
        opened={exporting}
        onClose={() => {
          setExporting(false)
        }}
      />
    </section>
  )
}
