import type { UsageRecord } from '@contract/model/usage'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { absoluteText } from '../../../texts/dates'
import { cx } from '../../../ui/cx'
import { countText } from '../model/numbers'
import { callTimeText } from '../model/time'
import classes from './CallGrid.module.css'
import { CallStatus } from './CallStatus'

interface CallRowProps {
  readonly index: number
  readonly top: number
  readonly height: number
  readonly call: UsageRecord | undefined
  readonly name: string | null
  readonly active: boolean
}

export const CallRow = memo(function CallRow({ index, top, height, call, name, active }: CallRowProps) {
  const { t, i18n } = useTranslation()
  const place = { transform: `translateY(${String(top)}px)`, height }
  if (call === undefined) {
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={cx(classes.row, classes.columns)}
        style={place}
        aria-busy="true"
      >
        <div role="gridcell" className={classes.cell}>
          <span className={classes.waiting} />
        </div>
      </div>
    )
  }
  const { at, method, path, status, durationMs, ip, source, remoteId } = call
  const cell = (column: string, text: string | null, title?: string) => (
    <div role="gridcell" className={cx(classes.cell, classes[column])} title={title}>
      <span className={classes.clip}>{text ?? '–'}</span>
    </div>
  )
  return (
    <div
      role="row"
      id={`call-${String(index)}`}
      aria-rowindex={index + 2}
      data-index={index}
      data-active={active || undefined}
      className={cx(classes.row, classes.columns)}
      style={place}
    >
      {cell('time', callTimeText(at, i18n.language), absoluteText(at, i18n.language))}
      {cell('method', method)}
      {cell('path', path, path ?? undefined)}
      <div role="gridcell" className={cx(classes.cell, classes.status)}>
        <CallStatus status={status} />
      </div>
      {cell('duration', durationMs === null ? null : t('usage.log.ms', { ms: countText(durationMs, i18n.language) }))}
      {cell('ip', ip, ip ?? undefined)}
      {cell('source', source)}
      {cell('key', name ?? remoteId, name === null && remoteId !== null ? t('usage.log.notInVault') : undefined)}
    </div>
  )
})
