import classes from './Masked.module.css'

interface MaskedProps {
  readonly label: string
}

/** Always the same number of dots: they tell nothing of the secret's length. */
export function Masked({ label }: MaskedProps) {
  return (
    <span className={classes.dots} role="img" aria-label={label}>
      {'•'.repeat(20)}
    </span>
  )
}
