import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../../stores/app-store'
import { failureText } from '../../../texts/failure-text'
import { ignoreFile } from '../env-actions'
import { Note } from '../../../ui/Note'
import { FilePath } from '../parts/FilePath'
import { GitTag } from '../parts/GitTag'
import { saidWarnings } from '../parts/said-warnings'
import { isQuiet } from './adopt-choice'
import classes from './Files.module.css'
import type { FileView } from './file-views'
import { NameRow } from './NameRow'

interface FileSectionProps {
  readonly view: FileView
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, wanted: boolean) => void
}

/** One env file: whether git would take it, who can read it, and its names. */
export function FileSection({ view, chosen, onChoose }: FileSectionProps) {
  const { t, i18n } = useTranslation()
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const headingId = useId()
  const [all, setAll] = useState(false)
  const { file, path, found, names } = view
  const isExample = found?.kind === 'example'
  const shown = isExample ? names.filter(({ found: entry }) => entry?.likelySecret === true) : names
  const quiet = shown.filter(isQuiet)
  const rows = all ? shown : shown.filter((name) => !isQuiet(name))
  return (
    <section className={classes.file} aria-labelledby={headingId}>
      <header className={classes.head}>
        <h2 id={headingId} className={classes.path}>
          <FilePath file={file} path={path} strong />
        </h2>
        {found !== null && !isExample && <GitTag git={found.git} />}
        {isExample && <span className={classes.kind}>{t('env.project.example', { count: names.length })}</span>}
        {found?.ignore != null && !isExample && (
          <Button
            size="compact-xs"
            variant="default"
            disabled={readOnly}
            onClick={() => {
              void ignoreFile(file)
            }}
          >
            {t('env.project.ignore')}
          </Button>
        )}
      </header>
      {saidWarnings(found?.warnings ?? []).map((warning) => (
        <Note key={warning} tone="warn" title={t(`env.warnings.${warning}`)}>
          {t(`env.warningsText.${warning}`)}
        </Note>
      ))}
      {found?.failure && <Note tone="danger">{failureText({ ...found.failure, id: '' }, i18n.language).happened}</Note>}
      {rows.length > 0 && (
        <ul className={classes.names} aria-labelledby={headingId}>
          {rows.map((name) => (
            <NameRow
              key={`${name.name} ${String(name.found?.line)} ${name.binding?.id ?? ''}`}
              view={name}
              file={found}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
      {shown.length === 0 && !isExample && found?.failure === null && (
        <p className={classes.quietText}>{t('env.project.noNames')}</p>
      )}
      {quiet.length > 0 && (
        <UnstyledButton
          className={classes.more ?? ''}
          aria-expanded={all}
          onClick={() => {
            setAll(!all)
          }}
        >
          <IconChevronRight size={16} data-open={all ? true : undefined} aria-hidden="true" />
          {t(all ? 'env.project.fewerNames' : 'env.project.moreNames', { count: quiet.length })}
        </UnstyledButton>
      )}
    </section>
  )
}
