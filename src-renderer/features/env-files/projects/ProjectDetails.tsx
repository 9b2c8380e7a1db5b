import type { Project } from '@contract/model/env'
import { Tabs } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useEnv, type ProjectTab } from '../../../stores/env-store'
import { useResource } from '../../../stores/use-resource'
import { Loading } from '../../../ui/Loading'
import { useEscape } from '../../../ui/use-escape'
import { LoadFailure } from '../parts/LoadFailure'
import screen from '../parts/Screen.module.css'
import { CompareTab } from './CompareTab'
import { DriftNote } from './DriftNote'
import { FilesTab } from './FilesTab'
import classes from './ProjectDetails.module.css'
import { ProjectHeader } from './ProjectHeader'

interface ProjectDetailsProps {
  readonly project: Project
}

const none: never[] = []

/** One folder: its env files, what of them is in the vault, and how they differ. */
export function ProjectDetails({ project }: ProjectDetailsProps) {
  const { t } = useTranslation()
  const tab = useEnv((state) => state.tab)
  const revision = useEnv((state) => state.revision)
  const all = useEnv((state) => state.bindings) ?? none
  const load = useCallback(() => client.call('projects.contents', { id: project.id }), [project.id])
  const { value: contents, failure } = useResource(revision, load)
  const bindings = all.filter(({ projectId }) => projectId === project.id)
  useEscape(() => {
    useEnv.getState().openProject(null)
  })

  return (
    <div className={screen.screen}>
      <ProjectHeader project={project} contents={contents} />
      <Tabs
        className={classes.tabbed ?? ''}
        value={tab}
        onChange={(wanted) => {
          useEnv.getState().showTab((wanted ?? 'files') as ProjectTab)
        }}
        keepMounted={false}
        classNames={{ list: classes.tabs ?? '', tab: classes.tab ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List aria-label={t('env.project.tabs')}>
          <Tabs.Tab value="files">{t('env.project.filesTab')}</Tabs.Tab>
          <Tabs.Tab value="compare">{t('env.project.compareTab')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="files">
          {failure !== null && (
            <div className={classes.failure}>
              <LoadFailure failure={failure} />
            </div>
          )}
          {contents === null
            ? failure === null && <Loading label={t('common.loading')} />
            : failure === null && (
                <FilesTab
                  contents={contents}
                  bindings={bindings}
                  fresh={project.bindings === 0}
                  top={<DriftNote bindings={bindings} />}
                />
              )}
        </Tabs.Panel>
        <Tabs.Panel value="compare">
          <CompareTab id={project.id} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
