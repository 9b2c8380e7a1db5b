import { cx } from './cx'
import classes from './ShapeTag.module.css'

/** How much a tag asks for: nothing, or somebody's eye. */
export type Tone = 'quiet' | 'ok' | 'info' | 'warn' | 'danger'

interface ShapeTagProps {
  readonly tone: Tone
  /** The path of a shape in a square of 16. */
  readonly shape: string
  readonly word: string
  readonly number?: number
  /** A sentence instead of a word: it goes on in the next line. */
  readonly wraps?: boolean
}

/** A standing by colour, shape and word, so that none of them has to carry it alone. */
export function ShapeTag({ tone, shape, word, number, wraps = false }: ShapeTagProps) {
  return (
    <span className={cx(classes.tag, classes[tone], wraps && classes.wraps)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={shape} fill="currentColor" fillRule="evenodd" />
      </svg>
      {number !== undefined && <span className={classes.number}>{number}</span>}
      <span className={classes.word}>{word}</span>
    </span>
  )
}
