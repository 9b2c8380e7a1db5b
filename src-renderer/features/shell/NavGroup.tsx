import type { ReactNode } from 'react'
import { NavItem } from './NavItem'
import classes from './Sidebar.module.css'

interface NavGroupProps {
  readonly title: string
  readonly icon: ReactNode
  readonly values: readonly { readonly value: string; readonly count: number }[]
  readonly chosen: readonly string[]
  readonly onSelect: (value: string) => void
}

export function NavGroup({ title, icon, values, chosen, onSelect }: NavGroupProps) {
  if (values.length === 0) return null
  return (
    <section>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.group}>
        {values.map(({ value, count }) => (
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
      </ul>
    </section>
  )
}
