import type { ReactNode } from 'react'
import { cx } from '../../../ui/cx'
import classes from './Review.module.css'

export interface Fact {
  readonly label: string
  /** A list is shown word by word; nothing at all is left out. */
  readonly value: string | readonly string[] | null
  readonly mono?: boolean
}

interface FactsProps {
  readonly facts: readonly Fact[]
}

/** Names and what stands for them, as the details of a key show theirs. */
export function Facts({ facts }: FactsProps) {
  const shown = facts.filter(({ value }) => value !== null && value.length > 0)
  return (
    <dl className={classes.list}>
      {shown.map(({ label, value, mono = false }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-selectable>{shownValue(value, mono)}</dd>
        </div>
      ))}
    </dl>
  )
}

function shownValue(value: Fact['value'], mono: boolean): ReactNode {
  if (value === null || typeof value === 'string') return <span className={cx(mono && classes.mono)}>{value}</span>
  return (
    <span className={classes.words}>
      {value.map((word) => (
        <span key={word} className={classes.word}>
          {word}
        </span>
      ))}
    </span>
  )
}
