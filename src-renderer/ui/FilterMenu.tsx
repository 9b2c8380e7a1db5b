import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { cx } from './cx'
import classes from './FilterMenu.module.css'

interface FilterMenuProps {
  readonly label: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}

/** A chip that names what it filters by, and opens the choices. */
export function FilterMenu({ label, choices, chosen, onChange }: FilterMenuProps) {
  if (choices.length === 0) return null
  const [only] = chosen
  const value =
    chosen.length > 1 ? String(chosen.length) : (choices.find((choice) => choice.value === only)?.label ?? only)
  const toggle = (choice: string): void => {
    onChange(chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice])
  }
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={cx(classes.chip)} data-on={chosen.length > 0 || undefined}>
          {label}
          {value !== undefined && <span className={classes.value}>{value}</span>}
          <IconChevronDown size={12} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={cx(classes.choices)}>
        {choices.map((choice) => (
          <Menu.CheckboxItem
            key={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={() => {
              toggle(choice.value)
            }}
          >
            {choice.label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
