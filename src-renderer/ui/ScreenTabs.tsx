import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import classes from './ScreenTabs.module.css'

interface ScreenTab<Value extends string> {
  readonly value: Value
  readonly label: string
  /** How much waits there; nothing is shown for none. */
  readonly count?: number
  readonly pressing?: boolean
}

interface ScreenTabsProps<Value extends string> {
  readonly label: string
  readonly tabs: readonly ScreenTab<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** A `Tabs.Panel` for each tab; only the chosen one is there. */
  readonly children: ReactNode
}

/** The views of one screen or pane, each of which scrolls for itself. */
export function ScreenTabs<Value extends string>({ label, tabs, value, onChange, children }: ScreenTabsProps<Value>) {
  const { i18n } = useTranslation()
  return (
    <Tabs
      className={cx(classes.tabbed)}
      classNames={{ panel: cx(classes.panel) }}
      value={value}
      onChange={(chosen) => {
        const known = tabs.find((tab) => tab.value === chosen)
        if (known !== undefined) onChange(known.value)
      }}
    >
      <Tabs.List aria-label={label}>
        {tabs.map(({ value: tab, label: word, count = 0, pressing = false }) => (
          <Tabs.Tab key={tab} value={tab}>
            {word}
            {count > 0 && (
              <span className={cx(classes.count, pressing && classes.pressing)}>
                {count.toLocaleString(i18n.language)}
              </span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {children}
    </Tabs>
  )
}
