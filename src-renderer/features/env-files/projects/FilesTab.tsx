import type { Binding, ProjectContents } from '@contract/model/env'
import { IconFileOff } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ScreenScroll } from '../../../ui/Screen'
import { Note } from '../../../ui/Note'
import { AdoptBar } from './AdoptBar'
import { likelyChoice, toChoices } from './adopt-choice'
import { FileSection } from './FileSection'
import classes from './Files.module.css'
import { fileViews } from './file-views'

interface FilesTabProps {
  readonly contents: ProjectContents
  readonly bindings: readonly Binding[]
  /** Nothing of it is bound yet, so what looks like a secret stands chosen. */
  readonly fresh: boolean
  readonly top: ReactNode
}

const nothing: ReadonlySet<string> = new Set<string>()

/** The env files of a project with every name that is a secret or bound. */
export function FilesTab({ contents, bindings, fresh, top }: FilesTabProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => (fresh ? likelyChoice(contents) : nothing))
  const views = fileViews(contents.files, bindings)
  const choices = toChoices(contents, chosen)

  return (
    <>
      <ScreenScroll label={t('env.project.filesTab')}>
        <div className={classes.top}>
          {top}
          {contents.truncated && <Note tone="warn">{t('env.project.truncated')}</Note>}
        </div>
        {views.length === 0 && (
          <div className={classes.empty}>
            <IconFileOff size={20} aria-hidden="true" />
            <p>{t('env.project.noFiles')}</p>
          </div>
        )}
        {views.map((view) => (
          <FileSection
            key={view.file}
            view={view}
            chosen={chosen}
            onChoose={(id, wanted) => {
              const next = new Set(chosen)
              if (wanted) next.add(id)
              else next.delete(id)
              setChosen(next)
            }}
          />
        ))}
      </ScreenScroll>
      <AdoptBar
        token={contents.token}
        choices={choices}
        onClear={() => {
          setChosen(nothing)
        }}
      />
    </>
  )
}
