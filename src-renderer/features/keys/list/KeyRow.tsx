import type { KeySummary } from '@contract/model/key'
import { IconCheck, IconStarFilled } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { Moment } from '../../../ui/Moment'
import { StatusTag } from '../../../ui/StatusTag'
import { shortStatus } from '../status-word'
import classes from './KeyGrid.module.css'

interface KeyRowProps {
  readonly index: number
  readonly top: number
  readonly item: KeySummary | undefined
  readonly active: boolean
  readonly open: boolean
  readonly selected: boolean
}

export const KeyRow = memo(function KeyRow({ index, top, item, active, open, selected }: KeyRowProps) {
  const { t } = useTranslation()
  const place = { transform: `translateY(${String(top)}px)` }
  if (item === undefined) {
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
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
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={open || undefined}
      data-index={index}
      data-active={active || undefined}
      className={cx(classes.row, classes.columns)}
      style={place}
    >
      <div role="gridcell" className={cx(classes.cell, classes.name)} title={item.name}>
        {selected && <IconCheck size={16} className={classes.check} aria-hidden="true" />}
        <span className={classes.clip}>{item.name}</span>
        {item.favourite && (
          <IconStarFilled size={12} className={classes.star} aria-label={t('list.favourite')} role="img" />
        )}
      </div>
      <div role="gridcell" className={cx(classes.cell, classes.provider)}>
        <span className={classes.clip}>{item.provider}</span>
      </div>
      <div role="gridcell" className={cx(classes.cell, classes.preview)}>
        <span className={classes.clip}>{item.preview}</span>
      </div>
      <div role="gridcell" className={cx(classes.cell, classes.environment)}>
        <span className={classes.clip}>{item.environment}</span>
      </div>
      <div role="gridcell" className={cx(classes.cell, classes.createdAt)}>
        <Moment at={item.createdAt} past />
      </div>
      <div role="gridcell" className={cx(classes.cell, classes.expiresAt)}>
        <Moment at={item.expiresAt} />
      </div>
      <div role="gridcell" className={cx(classes.cell, classes.lastUsedAt)}>
        <Moment at={item.lastUsedAt} past />
      </div>
      <div role="gridcell" className={cx(classes.cell, classes.status)}>
        <StatusTag status={item.status} word={shortStatus(item.status, t)} />
      </div>
    </div>
  )
})
