import { Loader } from '@mantine/core'
import classes from './Loading.module.css'

interface LoadingProps {
  readonly label: string
}

/** Appears only when something takes longer than 300 ms. */
export function Loading({ label }: LoadingProps) {
  return (
    <div className={classes.loading} role="status" aria-label={label}>
      <Loader size="sm" />
    </div>
  )
}
