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

export function NavItem({ folded, icon, label, count, alert = false, current = false, onSelect }: NavItemProps) {
  const { i18n } = useTranslation()
  return (
    <li>
      <Tooltip label={label} position="right" disabled={!folded}>
        <UnstyledButton
          className={cx(classes.item)}
          aria-current={current ? 'page' : undefined}
          aria-label={folded ? label : undefined}
          onClick={onSelect}
        >
          <span className={classes.icon} aria-hidden="true">
            {icon}
          </span>
          {!folded && <span className={classes.label}>{label}</span>}
          {!folded && count !== undefined && count > 0 && (
            <span className={cx(classes.count, alert && classes.alert)}>{count.toLocaleString(i18n.language)}</span>
          )}
        </UnstyledButton>
      </Tooltip>
    </li>
  )
}
