import type { Binding, Project } from '@contract/model/env'
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEnv } from '../../../stores/env-store'
import { cx } from '../../../ui/cx'
import table from '../../../ui/table.module.css'
import { FilePath } from '../parts/FilePath'
import { DriftTag } from './DriftTag'
import { driftOf } from './drift'
import classes from './ProjectTable.module.css'

interface ProjectTableProps {
  readonly projects: readonly Project[]
  readonly bindings: readonly Binding[]
}

export function ProjectTable({ projects, bindings }: ProjectTableProps) {
  const { t } = useTranslation()
  return (
    <table className={cx(table.table, table.tall)} aria-label={t('env.projects.title')}>
      <thead>
        <tr>
          <th scope="col">{t('env.projects.name')}</th>
          <th scope="col" className={classes.bound}>
            {t('env.projects.bound')}
          </th>
          <th scope="col" className={classes.state}>
            {t('env.projects.state')}
          </th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <Row
            key={project.id}
            project={project}
            bindings={bindings.filter(({ projectId }) => projectId === project.id)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly project: Project
  readonly bindings: readonly Binding[]
}

function Row({ project, bindings }: RowProps) {
  const { t } = useTranslation()
  const left = useEnv((state) => state.leftId === project.id)
  const open = (): void => {
    useEnv.getState().openProject(project.id)
  }
  return (
    <tr onClick={open}>
      <td>
        {/* The row is for the pointer; this is the same for the keyboard and for screen readers. */}
        <UnstyledButton
          className={cx(table.name)}
          autoFocus={left}
          onClick={(event) => {
            event.stopPropagation()
            open()
          }}
        >
          {project.name}
        </UnstyledButton>
        <FilePath file={project.folder} />
      </td>
      <td className={classes.bound}>{t('env.projects.names', { count: bindings.length })}</td>
      <td className={classes.state}>
        <DriftTag drift={driftOf(bindings)} />
      </td>
    </tr>
  )
}
