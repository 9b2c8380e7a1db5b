import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import { chosenOf, type ImportGroup } from './import-choice'
import classes from './ImportGrid.module.css'

interface ImportGroupRowProps {
  readonly index: number
  readonly top: number
  readonly active: boolean
  readonly chosen: ReadonlySet<number>
  readonly group: ImportGroup
  readonly onToggle: () => void
}

/** A verdict, how many entries have it, and what taking them means. */
export function ImportGroupRow({ index, top, active, chosen, group, onToggle }: ImportGroupRowProps) {
  const { t, i18n } = useTranslation()
  const state = chosenOf(group, chosen)
  const name = t(`import.verdicts.${group.verdict}`)
  return (
    <div
      id={`import-row-${String(index)}`}
      role="row"
      aria-rowindex={index + 1}
      className={cx(classes.row, classes.group)}
      data-active={active || undefined}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span role="gridcell" className={classes.check}>
        {state !== null && (
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={t('import.takeAll', { verdict: name })}
            checked={state === 'all'}
            indeterminate={state === 'some'}
            onChange={onToggle}
          />
        )}
      </span>
      <span role="gridcell" aria-colspan={4} className={classes.words}>
        <span className={classes.verdict}>{name}</span>
        <span className={classes.count}>{group.items.length.toLocaleString(i18n.language)}</span>
        <span className={classes.meaning}>{t(`import.meanings.${group.verdict}`)}</span>
      </span>
    </div>
  )
}
