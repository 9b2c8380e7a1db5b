import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Banner.module.css'

interface BannerProps {
  /** What the region is called. */
  readonly label: string
  readonly tone?: 'calm' | 'warn'
  readonly Icon: Icon
  readonly text: string
  /** What can be done about it. */
  readonly children: ReactNode
}

/** One line over a screen, for what concerns the whole vault. */
export function Banner({ label, tone = 'calm', Icon, text, children }: BannerProps) {
  return (
    <section className={classes.banner} data-tone={tone} aria-label={label}>
      <Icon size={16} aria-hidden="true" />
      <p>{text}</p>
      {children}
    </section>
  )
}
