import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FilePath } from '../parts/FilePath'
import type { KnownFile } from './known-files'
import classes from './WriteDialog.module.css'

interface FileChoiceProps {
  readonly files: readonly KnownFile[]
  readonly chosen: string | null
  readonly labelId: string
  /** The chosen one has the focus first. */
  readonly first: boolean
  readonly onChoose: (file: string) => void
}

/** The env files of projects and bindings, by project. */
export function FileChoice({ files, chosen, labelId, first, onChoose }: FileChoiceProps) {
  const { t } = useTranslation()
  if (files.length === 0) return <p className={classes.none}>{t('env.write.noFiles')}</p>
  const groups = Map.groupBy(files, ({ project }) => project)
  return (
    <div className={classes.files} role="radiogroup" aria-labelledby={labelId}>
      {[...groups].map(([project, members]) => (
        <div key={project ?? ''} className={classes.group}>
          <p className={classes.groupName}>{project ?? t('env.projects.outside')}</p>
          {members.map(({ file, path }) => (
            <label key={file} className={classes.file} data-checked={file === chosen ? true : undefined}>
              <Radio
                name="env-file"
                size="xs"
                aria-label={project === null ? path : `${path}, ${project}`}
                checked={file === chosen}
                {...(first && file === chosen && { 'data-autofocus': true })}
                onChange={() => {
                  onChoose(file)
                }}
              />
              <FilePath file={file} path={path} strong />
            </label>
          ))}
        </div>
      ))}
    </div>
  )
}
