import { Checkbox } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { actionFor } from './import-choice'
import classes from './ImportGrid.module.css'
import type { ImportItem } from './import-types'

interface ImportItemRowProps {
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly chosen: ReadonlySet<number>
  readonly item: ImportItem
  readonly onToggle: () => void
}

/** One entry of the file: its name, its masked secret, and what it would do. */
export function ImportItemRow({ index, top, active, chosen, item, onToggle }: ImportItemRowProps) {
  const { t } = useTranslation()
  const takeable = actionFor(item) !== null
  const is = chosen.has(item.index)
  return (
    <div
      id={`import-row-${String(index)}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={takeable ? is : undefined}
      className={classes.row}
      data-active={active || undefined}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={(event) => {
        // The box tells of itself.
        if (takeable && !(event.target instanceof HTMLInputElement)) onToggle()
      }}
    >
      <span role="gridcell" className={classes.check}>
        {takeable && (
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('import.takeOne', { name: item.name })}
            checked={is}
            onChange={onToggle}
          />
        )}
      </span>
      <span role="gridcell" className={cx(classes.cell, classes.name)} title={item.name}>
        {item.name}
      </span>
      <span role="gridcell" className={classes.cell}>
        {item.provider}
      </span>
      <span role="gridcell" className={cx(classes.cell, classes.preview)}>
        {item.preview}
      </span>
      <span role="gridcell" className={classes.cell} title={noteOf(item, t)}>
        {noteOf(item, t)}
      </span>
    </div>
  )
}

function noteOf(item: ImportItem, t: TFunction): string {
  if (item.reason !== null) return t(`import.reasons.${item.reason}`)
  if (item.verdict === 'changed') return t('import.replaces', { name: item.keyName ?? item.name })
  if (item.verdict === 'conflicting') return t('import.addsAnother')
  if (item.verdict === 'same') return t('import.sameAs', { name: item.keyName ?? item.name })
  return item.origin
}
