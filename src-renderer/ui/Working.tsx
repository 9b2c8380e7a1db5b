import classes from './Working.module.css'

interface WorkingProps {
  readonly label: string
}

/** Says what takes its time; seen only once it has taken half a second. */
export function Working({ label }: WorkingProps) {
  return (
    <div className={classes.working} role="status">
      <span className={classes.track} aria-hidden="true">
        <span className={classes.run} />
      </span>
      {label}
    </div>
  )
}
