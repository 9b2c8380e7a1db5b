import type { EnvUndo } from '@contract/model/env'
import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useEnv } from '../../../stores/env-store'
import { useResource } from '../../../stores/use-resource'
import { Moment } from '../../../ui/Moment'
import { undoWrite } from '../env-actions'
import { FilePath } from '../parts/FilePath'
import section from '../parts/Section.module.css'
import classes from './RecentWrites.module.css'

const MOST = 8

/** The writes that can still be taken back, newest first. Nothing while there was none. */
export function RecentWrites() {
  const { t } = useTranslation()
  const revision = useEnv((state) => state.revision)
  const load = useCallback(async () => (await client.call('env.undos', {})).items, [])
  const { value } = useResource(revision, load)
  if (value === null || value.length === 0) return null
  return (
    <section className={section.section} aria-labelledby="env-recent">
      <h2 id="env-recent" className={section.heading}>
        {t('env.recent.title')}
      </h2>
      <p className={section.text}>{t('env.recent.text')}</p>
      <ul className={classes.list}>
        {value.slice(0, MOST).map((undo) => (
          <Line key={undo.id} undo={undo} />
        ))}
      </ul>
    </section>
  )
}

function Line({ undo }: { readonly undo: EnvUndo }) {
  const { t, i18n } = useTranslation()
  const { id, file, names, what, created, at, possible } = undo
  const said = what === 'write' ? new Intl.ListFormat(i18n.language).format(names) : t(`env.recent.${what}`)
  return (
    <li className={classes.line}>
      <div className={classes.words}>
        <FilePath file={file} strong />
        <p className={classes.second}>
          {said} · <Moment at={at} past />
          {created && ` · ${t('env.recent.created')}`}
        </p>
      </div>
      {possible ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('env.recent.undoOf', { file })}
          onClick={() => {
            void undoWrite(id)
          }}
        >
          {t('common.undo')}
        </Button>
      ) : (
        <span className={classes.second}>{t('env.recent.moved')}</span>
      )}
    </li>
  )
}
