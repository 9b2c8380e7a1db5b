import type { ReactNode } from 'react'
import classes from './SettingsScreen.module.css'

interface SettingRowProps {
  readonly id: string
  readonly label: string
  readonly help?: string | undefined
  readonly warning?: string | undefined
  readonly children: ReactNode
}

/** One setting: its name and meaning to the left, the choice to the right. */
export function SettingRow({ id, label, help, warning, children }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.rowWords}>
        <span id={id} className={classes.label}>
          {label}
        </span>
        {help !== undefined && <p className={classes.help}>{help}</p>}
        {warning !== undefined && <p className={classes.warning}>{warning}</p>}
      </div>
      <div className={classes.choice}>{children}</div>
    </div>
  )
}
