import type { ListedRemoteKey } from '@contract/model/connection'
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import table from '../../../ui/table.module.css'
import { RemoteKeyRow } from './RemoteKeyRow'
import classes from './RemoteKeyTable.module.css'
import { adoptable, markOf } from './remote-choice'

interface RemoteKeyTableProps {
  readonly items: readonly ListedRemoteKey[]
  /** A kind in words; null where there is only one. */
  readonly labelOf: ((kind: string) => string) | null
  readonly chosen: ReadonlySet<string>
  /** Left out where nothing may be adopted. */
  readonly onChoose?: (chosen: ReadonlySet<string>) => void
}

/** Keys as the provider lists them now, and which of them the vault follows. */
export function RemoteKeyTable({ items, labelOf, chosen, onChoose }: RemoteKeyTableProps) {
  const { t } = useTranslation()
  const free = adoptable(items).map(markOf)
  const all = free.length > 0 && free.every((mark) => chosen.has(mark))
  const some = free.some((mark) => chosen.has(mark))
  const toggle = (mark: string): void => {
    const next = new Set(chosen)
    if (!next.delete(mark)) next.add(mark)
    onChoose?.(next)
  }

  return (
    <table className={cx(table.table, labelOf !== null && table.tall)} aria-label={t('connections.remote.table')}>
      <thead>
        <tr>
          {onChoose !== undefined && (
            <th scope="col" className={classes.check}>
              <Checkbox
                size="xs"
                aria-label={t('connections.remote.selectAll')}
                checked={all}
                indeterminate={some && !all}
                disabled={free.length === 0}
                onChange={() => {
                  onChoose(all ? new Set() : new Set([...chosen, ...free]))
                }}
              />
            </th>
          )}
          <th scope="col">{t('connections.remote.name')}</th>
          <th scope="col" className={classes.preview}>
            {t('connections.remote.preview')}
          </th>
          <th scope="col" className={classes.scopes}>
            {t('connections.remote.scopes')}
          </th>
          <th scope="col" className={classes.status}>
            {t('connections.remote.status')}
          </th>
          <th scope="col" className={classes.created}>
            {t('connections.remote.created')}
          </th>
          <th scope="col" className={classes.expires}>
            {t('connections.remote.expires')}
          </th>
          <th scope="col" className={classes.used}>
            {t('connections.remote.lastUsed')}
          </th>
          <th scope="col" className={classes.here}>
            {t('connections.remote.here')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const mark = markOf(item)
          return (
            <RemoteKeyRow
              key={mark}
              item={item}
              kind={labelOf?.(item.kind) ?? null}
              chosen={chosen.has(mark)}
              {...(onChoose !== undefined && {
                onToggle: () => {
                  toggle(mark)
                }
              })}
            />
          )
        })}
      </tbody>
    </table>
  )
}
