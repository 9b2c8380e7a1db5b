import { ActionIcon, Chip, NumberInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listParts, MOST_NUMBERS, sorted, type ListPart } from '../model/rule-form'
import classes from './RulePart.module.css'

interface NumbersFieldProps {
  readonly part: ListPart
  readonly numbers: readonly number[]
  readonly onChange: (numbers: number[]) => void
}

const others = { expiryLeadDays: 'addDays', graceLeadHours: 'addHours', usagePercents: 'addPercent' } as const
const units = { expiryLeadDays: 'days', graceLeadHours: 'hours', usagePercents: 'percent' } as const

/** The times of a part, to be ticked; another number can be added to those offered. */
export function NumbersField({ part, numbers, onChange }: NumbersFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | string>('')
  const { offered, lowest, highest } = listParts[part]
  const all = sorted([...offered, ...numbers])
  const shown = part === 'usagePercents' ? all.reverse() : all
  const full = numbers.length >= MOST_NUMBERS
  const fits = typeof typed === 'number' && Number.isInteger(typed) && typed >= lowest && typed <= highest

  const add = (): void => {
    if (!fits || full) return
    onChange(sorted([...numbers, typed]))
    setTyped('')
  }

  return (
    <div className={classes.chips}>
      {shown.map((number) => (
        <Chip
          key={number}
          size="xs"
          variant="light"
          classNames={{ label: classes.chip ?? '' }}
          checked={numbers.includes(number)}
          disabled={full && !numbers.includes(number)}
          onChange={(checked) => {
            onChange(checked ? sorted([...numbers, number]) : numbers.filter((one) => one !== number))
          }}
        >
          {part === 'expiryLeadDays' && number === 0
            ? t('reminders.rules.theDay')
            : t(`reminders.rules.${units[part]}`, { count: number })}
        </Chip>
      ))}
      <NumberInput
        size="xs"
        className={classes.number ?? ''}
        aria-label={t(`reminders.rules.${others[part]}`)}
        placeholder={t('reminders.rules.other')}
        hideControls
        allowNegative={false}
        allowDecimal={false}
        min={lowest}
        max={highest}
        value={typed}
        disabled={full}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
        rightSection={
          fits && (
            <ActionIcon
              size={22}
              aria-label={`${t('reminders.rules.addOne')}: ${t(`reminders.rules.${others[part]}`)}`}
              onClick={add}
            >
              <IconPlus size={16} />
            </ActionIcon>
          )
        }
      />
    </div>
  )
}
