import { Kbd } from '@mantine/core'
import classes from './Shortcut.module.css'

interface ShortcutProps {
  readonly keys: readonly string[]
}

/** Keys to press together. */
export function Shortcut({ keys }: ShortcutProps) {
  return (
    <span className={classes.shortcut}>
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  )
}
