import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEnv } from '../../stores/env-store'
import { useUi } from '../../stores/ui-store'
import { CopyablePath } from '../../ui/CopyablePath'
import { scanFolder } from '../env-files'
import { SettingRow } from './SettingRow'
import classes from './SettingsScreen.module.css'

const HOOK = 'kq scan --install-hook'

/** Folders whose env files are looked after, and what keeps secrets out of the others. */
export function EnvFileSettings() {
  const { t } = useTranslation()
  const projects = useEnv((state) => state.projects)?.length ?? 0
  const bindings = useEnv((state) => state.bindings)?.length ?? 0
  return (
    <section>
      <h2 className={classes.heading}>{t('settings.envFiles.title')}</h2>
      <SettingRow
        id="env-projects"
        label={t('settings.envFiles.projects')}
        help={
          projects + bindings === 0
            ? t('settings.envFiles.none')
            : `${t('settings.envFiles.projectsHelp', { count: projects })} ${t('settings.envFiles.bindings', { count: bindings })}`
        }
      >
        <Button
          variant="default"
          onClick={() => {
            useUi.getState().goTo('projects')
          }}
        >
          {t('settings.envFiles.openProjects')}
        </Button>
      </SettingRow>
      <SettingRow id="env-scan" label={t('settings.envFiles.scan')} help={t('settings.envFiles.scanHelp')}>
        <Button variant="default" onClick={() => void scanFolder({})}>
          {t('settings.envFiles.scanOpen')}
        </Button>
      </SettingRow>
      <SettingRow id="env-hook" label={t('settings.envFiles.hook')} help={t('settings.envFiles.hookHelp')}>
        <CopyablePath path={HOOK} label={t('settings.copyCommand')} copiedLabel={t('settings.copied')} />
      </SettingRow>
    </section>
  )
}
