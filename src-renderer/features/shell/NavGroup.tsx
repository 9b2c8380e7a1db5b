import type { ReactNode } from 'react'
import { NavItem } from './NavItem'
import { NavMore } from './NavMore'
import classes from './Sidebar.module.css'
import { shownOf, type NavValue } from './nav-values'

interface NavGroupProps {
  readonly title: string
  readonly icon: ReactNode
  readonly values: readonly NavValue[]
  readonly chosen: readonly string[]
  readonly onSelect: (value: string) => void
}

/** The values that most keys have; a vault can have thousands of projects, and the rest is found by its name. */
export function NavGroup({ title, icon, values, chosen, onSelect }: NavGroupProps) {
  if (values.length === 0) return null
  const shown = shownOf(values, chosen)
  return (
    <section>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.group}>
        {shown.map(({ value, count }) => (
          <NavItem
            key={value}
            folded={false}
            icon={icon}
            label={value}
            count={count}
            current={chosen.length === 1 && chosen[0] === value}
            onSelect={() => {
              onSelect(value)
            }}
          />
        ))}
        {shown.length < values.length && (
          <NavMore title={title} values={values} left={values.length - shown.length} onSelect={onSelect} />
        )}
      </ul>
    </section>
  )
}
