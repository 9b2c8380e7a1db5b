import type { ReactNode } from 'react'
import classes from './Part.module.css'

interface PartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of a dialog under a line and a title of its own. */
export function Part({ title, children }: PartProps) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
