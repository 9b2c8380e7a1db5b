import { Button } from '@mantine/core'
import { IconFolderPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { newProject } from '../env-actions'
import classes from './ProjectsEmpty.module.css'

interface ProjectsEmptyProps {
  readonly icon: ReactNode
}

const steps = ['find', 'adopt', 'keep'] as const

/** What a project is for, in the three things that will happen, and the one action that begins it. */
export function ProjectsEmpty({ icon }: ProjectsEmptyProps) {
  const { t } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  return (
    <section className={classes.empty} aria-labelledby="no-projects">
      <div className={classes.icon} aria-hidden="true">
        {icon}
      </div>
      <h2 id="no-projects" className={classes.title}>
        {t('env.empty.title')}
      </h2>
      <p className={classes.text}>{t('env.empty.text')}</p>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>
            <h3>{t(`env.empty.${step}`)}</h3>
            <p>{t(`env.empty.${step}Text`)}</p>
          </li>
        ))}
      </ol>
      <Button
        leftSection={<IconFolderPlus size={16} />}
        disabled={readOnly}
        onClick={() => {
          void newProject()
        }}
      >
        {t('env.empty.action')}
      </Button>
    </section>
  )
}
