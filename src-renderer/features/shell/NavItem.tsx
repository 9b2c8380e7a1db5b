import { Tooltip, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import classes from './Sidebar.module.css'

interface NavItemProps {
  readonly folded: boolean
  readonly icon: ReactNode
  readonly label: string
  readonly count?: number | undefined
  readonly alert?: boolean
  readonly current?: boolean
  readonly onSelect: () => void
}

/** One place of the sidebar. Folded, a dot stands for a count that wants to be seen, and its name says the number. */
export function NavItem({ folded, icon, label, count, alert = false, current = false, onSelect }: NavItemProps) {
  const { t, i18n } = useTranslation()
  const counted = count !== undefined && count > 0 ? count.toLocaleString(i18n.language) : null
  const whole = counted === null ? label : t('nav.counted', { label, number: counted })
  return (
    <li>
      <Tooltip label={whole} position="right" disabled={!folded}>
        <UnstyledButton
          className={cx(classes.item)}
          aria-current={current ? 'page' : undefined}
          aria-label={folded ? whole : undefined}
          onClick={onSelect}
        >
          <span className={classes.icon} aria-hidden="true">
            {icon}
            {folded && alert && counted !== null && <span className={classes.dot} />}
          </span>
          {!folded && <span className={classes.label}>{label}</span>}
          {!folded && counted !== null && <span className={cx(classes.count, alert && classes.alert)}>{counted}</span>}
        </UnstyledButton>
      </Tooltip>
    </li>
  )
}
