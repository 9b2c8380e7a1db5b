import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './RulePart.module.css'

interface DaysFieldProps {
  readonly label: string
  readonly days: number | ''
  readonly wrong: boolean
  readonly onChange: (days: number | '') => void
}

export function DaysField({ label, days, wrong, onChange }: DaysFieldProps) {
  const { t } = useTranslation()
  return (
    <div className={classes.days}>
      <NumberInput
        size="xs"
        className={classes.number ?? ''}
        aria-label={label}
        allowNegative={false}
        allowDecimal={false}
        min={1}
        max={3_650}
        value={days}
        error={wrong}
        onChange={(value) => {
          onChange(typeof value === 'number' ? value : '')
        }}
      />
      <span>{t('reminders.rules.everyDays')}</span>
    </div>
  )
}
