import { Button } from '@mantine/core'
import { IconFolderPlus, IconFolderSearch, IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { useEnv } from '../../../stores/env-store'
import { Loading } from '../../../ui/Loading'
import { Screen, ScreenHead, ScreenNote, ScreenScroll } from '../../../ui/Screen'
import { BindingRow } from '../bindings/BindingRow'
import bindingClasses from '../bindings/Bindings.module.css'
import { newProject } from '../env-actions'
import { LoadFailure } from '../parts/LoadFailure'
import section from '../parts/Section.module.css'
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
    <Screen>
      <ScreenHead title={t('env.projects.title')} lead={t('env.projects.lead')}>
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
      </ScreenHead>
      {failure !== null && (
        <ScreenNote>
          <LoadFailure failure={failure} />
        </ScreenNote>
      )}
      {projects === null || bindings === null ? (
        failure === null && <Loading label={t('common.loading')} />
      ) : (
        <ScreenScroll label={t('env.projects.title')}>
          {projects.length === 0 ? (
            <ProjectsEmpty icon={<IconFolderSearch size={20} />} />
          ) : (
            <ProjectTable projects={projects} bindings={bindings} />
          )}
          {outside.length > 0 && (
            <section className={section.section} aria-labelledby="env-outside">
              <h2 id="env-outside" className={section.heading}>
                {t('env.projects.outside')}
              </h2>
              <p className={section.text}>{t('env.projects.outsideText')}</p>
              <ul className={bindingClasses.list}>
                {outside.map((binding) => (
                  <BindingRow key={binding.id} binding={binding} />
                ))}
              </ul>
            </section>
          )}
          <RecentWrites />
        </ScreenScroll>
      )}
    </Screen>
  )
}
