import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useKeyTable } from '../../../stores/key-table-store'
import { cx } from '../../../ui/cx'
import type { Column } from './columns'
import classes from './KeyGrid.module.css'

interface GridHeaderProps {
  readonly columns: readonly Column[]
}

export function GridHeader({ columns }: GridHeaderProps) {
  const { t } = useTranslation()
  const sort = useKeyTable((state) => state.sort)
  const setSort = useKeyList((state) => state.setSort)
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} className={classes.columns}>
        {columns.map((column) => {
          const sorted = column.sort === sort.column
          const Arrow = sort.direction === 'asc' ? IconArrowUp : IconArrowDown
          return (
            <div
              key={column.name}
              role="columnheader"
              className={cx(classes.heading, classes[column.name])}
              aria-sort={sorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              {column.sort === null ? (
                <span>{t(`list.columns.${column.name}`)}</span>
              ) : (
                <UnstyledButton
                  className={cx(classes.sort)}
                  onClick={() => {
                    if (column.sort) setSort(column.sort)
                  }}
                >
                  {t(`list.columns.${column.name}`)}
                  {sorted && <Arrow size={12} aria-hidden="true" />}
                </UnstyledButton>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
