import { Button } from '@mantine/core'
import { IconFolderPlus, IconFolderSearch, IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useEnv } from '../../../stores/env-store'
import { Loading } from '../../../ui/Loading'
import { BindingRow } from '../bindings/BindingRow'
import bindingClasses from '../bindings/Bindings.module.css'
import { newProject } from '../env-actions'
import { LoadFailure } from '../parts/LoadFailure'
import screen from '../parts/Screen.module.css'
import { scanFolder } from '../scan/scan-actions'
import { ProjectsEmpty } from './ProjectsEmpty'
import { ProjectTable } from './ProjectTable'
import { RecentWrites } from './RecentWrites'

/** Every project, how its env files stand to the vault, and what is bound outside of projects. */
export function ProjectList() {
  const { t } = useTranslation()
  const { projects, bindings, failure } = useEnv()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const outside = bindings?.filter(({ projectId }) => projectId === null) ?? []
  const scan = (): void => {
    void scanFolder({})
  }
  const add = (): void => {
    void newProject()
  }

  return (
    <div className={screen.screen}>
      <header className={screen.header}>
        <div className={screen.words}>
          <h1 className={screen.title}>{t('env.projects.title')}</h1>
          <p className={screen.lead}>{t('env.projects.lead')}</p>
        </div>
        <div className={screen.actions}>
          <Button variant="default" leftSection={<IconRadar2 size={16} />} onClick={scan}>
            {t('env.scan.open')}
          </Button>
          <Button
            variant={projects?.length === 0 ? 'default' : 'filled'}
            leftSection={<IconFolderPlus size={16} />}
            disabled={readOnly}
            onClick={add}
          >
            {t('env.projects.add')}
          </Button>
        </div>
      </header>
      {failure !== null && (
        <div className={screen.note}>
          <LoadFailure failure={failure} />
        </div>
      )}
      {projects === null || bindings === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : (
        <div className={screen.scroll} tabIndex={0} role="region" aria-label={t('env.projects.title')}>
          {projects.length === 0 ? (
            <ProjectsEmpty icon={<IconFolderSearch size={20} />} />
          ) : (
            <ProjectTable projects={projects} bindings={bindings} />
          )}
          {outside.length > 0 && (
            <section className={screen.section} aria-labelledby="env-outside">
              <h2 id="env-outside" className={screen.heading}>
                {t('env.projects.outside')}
              </h2>
              <p className={screen.text}>{t('env.projects.outsideText')}</p>
              <ul className={bindingClasses.list}>
                {outside.map((binding) => (
                  <BindingRow key={binding.id} binding={binding} />
                ))}
              </ul>
            </section>
          )}
          <RecentWrites />
        </div>
      )}
    </div>
  )
}
