import type { ProjectId } from '@contract/model/env'
import { SegmentedControl } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { useEnv } from '../../../stores/env-store'
import { useResource } from '../../../stores/use-resource'
import { Loading } from '../../../ui/Loading'
import { LoadFailure } from '../parts/LoadFailure'
import classes from './Compare.module.css'
import { CompareTable } from './CompareTable'
import { countRows, rowKind, type RowKind } from './compare-rows'

interface CompareTabProps {
  readonly id: ProjectId
}

type Shown = 'all' | Exclude<RowKind, 'equal'>

/** Which names stand in which files and where they agree. No value takes part in it. */
export function CompareTab({ id }: CompareTabProps) {
  const { t } = useTranslation()
  const revision = useEnv((state) => state.revision)
  const load = useCallback(() => client.call('projects.compare', { id }), [id])
  const { value: table, failure } = useResource(revision, load)
  const [shown, setShown] = useState<Shown>('all')
  if (failure !== null) {
    return (
      <div className={classes.note}>
        <LoadFailure failure={failure} />
      </div>
    )
  }
  if (table === null) return <Loading label={t('common.loading')} />
  if (table.files.length < 2) return <p className={classes.note}>{t('env.compare.tooFew')}</p>
  const counts = countRows(table.rows)
  const rows = shown === 'all' ? table.rows : table.rows.filter((row) => rowKind(row) === shown)
  return (
    <div className={classes.tab}>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('env.compare.show')}
          value={shown}
          onChange={(value) => {
            setShown(value)
          }}
          data={[
            { value: 'all' as const, label: `${t('env.compare.all')} ${String(table.rows.length)}` },
            { value: 'missing' as const, label: `${t('env.compare.missing')} ${String(counts.missing)}` },
            { value: 'differs' as const, label: `${t('env.compare.differs')} ${String(counts.differs)}` }
          ]}
        />
        <p className={classes.legend}>{t('env.compare.legend')}</p>
      </div>
      {rows.length === 0 ? (
        <p className={classes.note}>{t('env.compare.nothing')}</p>
      ) : (
        <CompareTable files={table.files} rows={rows} />
      )}
    </div>
  )
}
