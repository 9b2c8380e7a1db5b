import type { KeySummary } from '@contract/model/key'
import { memo } from 'react'
import { cx } from '../../../ui/cx'
import type { Column } from './columns'
import { KeyCell } from './KeyCell'
import classes from './KeyGrid.module.css'

interface KeyRowProps {
  readonly index: number
  /** Where it stands among rows and groups. */
  readonly line: number
  readonly top: number
  readonly columns: readonly Column[]
  readonly item: KeySummary | undefined
  readonly active: boolean
  /** Its menu is open. */
  readonly pointed: boolean
  readonly open: boolean
  readonly selected: boolean
  readonly words: readonly string[]
}

export const KeyRow = memo(function KeyRow(props: KeyRowProps) {
  const { index, line, top, columns, item, active, pointed, open, selected, words } = props
  const place = { transform: `translateY(${String(top)}px)` }
  if (item === undefined) {
    return (
      <div
        role="row"
        aria-rowindex={line + 2}
        className={cx(classes.row, classes.columns)}
        style={place}
        aria-busy="true"
      >
        <div role="gridcell" className={cx(classes.cell, classes.name)}>
          <span className={classes.waiting} />
        </div>
      </div>
    )
  }
  return (
    <div
      role="row"
      id={`key-row-${String(index)}`}
      aria-rowindex={line + 2}
      aria-selected={selected}
      aria-current={open || undefined}
      data-index={index}
      data-active={active || undefined}
      data-pointed={pointed || undefined}
      className={cx(classes.row, classes.columns)}
      style={place}
    >
      {columns.map(({ name }) => (
        <KeyCell key={name} column={name} item={item} selected={selected} words={words} />
      ))}
    </div>
  )
})
