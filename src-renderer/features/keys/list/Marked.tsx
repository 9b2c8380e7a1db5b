import classes from './Marked.module.css'
import { markedParts } from './marked-parts'

interface MarkedProps {
  readonly text: string
  /** The words that are searched for. */
  readonly words: readonly string[]
}

/** A text with what a search found in it marked. */
export function Marked({ text, words }: MarkedProps) {
  if (words.length === 0) return text
  return markedParts(text, words).map((part, at) =>
    part.marked ? (
      <mark key={at} className={classes.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    )
  )
}
