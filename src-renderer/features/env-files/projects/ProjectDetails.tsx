import type { Project } from '@contract/model/env'
import { Tabs } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useEnv } from '../../../stores/env-store'
import { useResource } from '../../../stores/use-resource'
import { Loading } from '../../../ui/Loading'
import { Screen } from '../../../ui/Screen'
import { ScreenTabs } from '../../../ui/ScreenTabs'
import { useEscape } from '../../../ui/use-escape'
import { LoadFailure } from '../parts/LoadFailure'
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
    <Screen>
      <ProjectHeader project={project} contents={contents} />
      <ScreenTabs
        label={t('env.project.tabs')}
        tabs={[
          { value: 'files', label: t('env.project.filesTab') },
          { value: 'compare', label: t('env.project.compareTab') }
        ]}
        value={tab}
        onChange={useEnv.getState().showTab}
      >
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
      </ScreenTabs>
    </Screen>
  )
}
