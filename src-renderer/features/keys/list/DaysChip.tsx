import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../../ui/cx'
import chip from '../../../ui/FilterMenu.module.css'

interface DaysChipProps {
  readonly label: string
  readonly any: string
  readonly choices: readonly number[]
  readonly chosen: number | null
  readonly onChange: (days: number | null) => void
}

/** A chip that filters by a number of days, or by none. */
export function DaysChip({ label, any, choices, chosen, onChange }: DaysChipProps) {
  const { t } = useTranslation()
  const all = chosen === null || choices.includes(chosen) ? choices : [...choices, chosen]
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={cx(chip.chip)} data-on={chosen !== null || undefined}>
          {label}
          {chosen !== null && <span className={chip.value}>{t('keys.filters.days', { count: chosen })}</span>}
          <IconChevronDown size={12} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={chosen === null ? '' : String(chosen)}
          onChange={(value) => {
            onChange(value === '' ? null : Number(value))
          }}
        >
          <Menu.RadioItem value="">{any}</Menu.RadioItem>
          {all.map((days) => (
            <Menu.RadioItem key={days} value={String(days)}>
              {t('keys.filters.days', { count: days })}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
