import type { KeySummary } from '@contract/model/key'
import type { KeyColumn } from '@contract/model/key-views'
import { IconCheck, IconStarFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import { StatusTag } from '../../../ui/StatusTag'
import { shortStatus } from '../status-word'
import classes from './KeyGrid.module.css'
import { Marked } from './Marked'

interface KeyCellProps {
  readonly column: KeyColumn
  readonly item: KeySummary
  readonly selected: boolean
  readonly words: readonly string[]
}

export function KeyCell({ column, item, selected, words }: KeyCellProps) {
  return (
    <div
      role="gridcell"
      className={cx(classes.cell, classes[column])}
      title={column === 'name' ? item.name : column === 'scopes' ? item.scopes.join('\n') : undefined}
    >
      {column === 'name' ? (
        <NameCell item={item} selected={selected} words={words} />
      ) : (
        contentOf({ column, item, words })
      )}
    </div>
  )
}

function NameCell({ item, selected, words }: Omit<KeyCellProps, 'column'>) {
  const { t } = useTranslation()
  return (
    <>
      {/* For the pointer; Space does the same, and the row itself says whether it is selected. */}
      <span className={classes.box} data-box aria-hidden="true">
        {selected && <IconCheck size={12} stroke={3} />}
      </span>
      <span className={classes.clip}>
        <Marked text={item.name} words={words} />
      </span>
      {item.favourite && (
        <IconStarFilled size={12} className={classes.star} aria-label={t('list.favourite')} role="img" />
      )}
    </>
  )
}

function contentOf({ column, item, words }: Omit<KeyCellProps, 'selected'>): ReactNode {
  switch (column) {
    case 'createdAt':
    case 'lastUsedAt':
      return <Moment at={item[column]} past />
    case 'expiresAt':
      return <Moment at={item.expiresAt} />
    case 'status':
      return <Status item={item} />
    case 'scopes':
    case 'tags':
      return <Words values={item[column]} words={words} />
    case 'preview':
      return <span className={classes.clip}>{item.preview}</span>
    case 'name':
    case 'provider':
    case 'project':
    case 'environment':
    case 'envName': {
      const text = item[column]
      return (
        text !== null && (
          <span className={classes.clip}>
            <Marked text={text} words={words} />
          </span>
        )
      )
    }
  }
}

function Status({ item }: Pick<KeyCellProps, 'item'>) {
  const { t } = useTranslation()
  return <StatusTag status={item.status} word={shortStatus(item.status, t)} />
}

/** The first of several words, and how many more there are. */
function Words({ values, words }: { readonly values: readonly string[]; readonly words: readonly string[] }) {
  const [first, ...others] = values
  if (first === undefined) return null
  return (
    <>
      <span className={classes.clip}>
        <Marked text={first} words={words} />
      </span>
      {others.length > 0 && <span className={classes.more}>+{others.length}</span>}
    </>
  )
}
