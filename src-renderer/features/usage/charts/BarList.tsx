import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import { countText } from '../model/numbers'
import classes from './BarList.module.css'

interface BarItem {
  readonly id: string
  readonly name: string
  readonly requests: number
  readonly errors: number
  /** What choosing it does, said on hover. */
  readonly chooseLabel: string
}

interface BarListProps {
  readonly label: string
  readonly items: readonly BarItem[]
  readonly mono?: boolean
  /** Narrows what is shown to one of them. */
  readonly onChoose: (id: string) => void
  /** What cannot be chosen, at the end. */
  readonly rest?: readonly Omit<BarItem, 'chooseLabel'>[]
}

/** Names with a bar each, the longest first; the part in red are errors. */
export function BarList({ label, items, mono = false, onChoose, rest = [] }: BarListProps) {
  const most = Math.max(1, ...items.map(({ requests }) => requests))
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <UnstyledButton
            className={cx(classes.row, classes.button)}
            title={item.chooseLabel}
            onClick={() => {
              onChoose(item.id)
            }}
          >
            <Line {...item} most={most} mono={mono} />
          </UnstyledButton>
        </li>
      ))}
      {rest.map((item) => (
        <li key={item.id} className={classes.row}>
          <Line {...item} most={null} mono={false} />
        </li>
      ))}
    </ul>
  )
}

interface LineProps {
  readonly name: string
  readonly requests: number
  readonly errors: number
  /** The longest bar stands for so many; null: a sum of others has no bar beside them. */
  readonly most: number | null
  readonly mono: boolean
}

function Line({ name, requests, errors, most, mono }: LineProps) {
  const { t, i18n } = useTranslation()
  return (
    <>
      {most !== null && (
        <span className={classes.track} aria-hidden="true">
          <span className={classes.bar} style={{ width: percent((requests - errors) / most) }} />
          {errors > 0 && <span className={classes.errors} style={{ width: percent(errors / most) }} />}
        </span>
      )}
      <span className={cx(classes.name, mono && classes.mono)}>{name}</span>
      {errors > 0 && errors < requests && (
        <span className={classes.failed}>
          {t('usage.charts.failedOf', { count: errors, figure: countText(errors, i18n.language) })}
        </span>
      )}
      <span className={classes.count}>{countText(requests, i18n.language)}</span>
    </>
  )
}

function percent(share: number): string {
  return `${String(Math.round(share * 1000) / 10)}%`
}
