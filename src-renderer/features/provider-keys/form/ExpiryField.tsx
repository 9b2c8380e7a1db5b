import type { ExpiryModel } from '@contract/model/connector'
import { SegmentedControl } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { dateText, dayText } from '../../../texts/dates'
import { useNow } from '../../../ui/use-now'
import {
  dayLimits,
  expiresAtOf,
  offeredExpiries,
  toExpiryChoice,
  type ExpiryOption,
  type OfferedExpiry
} from '../model/expiry'
import classes from './Field.module.css'

interface ExpiryFieldProps {
  readonly model: ExpiryModel
  readonly option: ExpiryOption
  readonly day: string | null
  readonly error: string | undefined
  readonly onChange: (option: ExpiryOption, day: string | null) => void
}

/** When the key ends: the provider's own choices, in its words. */
export function ExpiryField({ model, option, day, error, onChange }: ExpiryFieldProps) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const nowMs = useNow(30_000)
  const offered = offeredExpiries(model)
  if (offered.length === 0) return null
  const expiresAt = expiresAtOf(toExpiryChoice(option, day), nowMs)
  const { first, last } = dayLimits(model, nowMs)
  const word = ({ option: one, label, days }: OfferedExpiry): string => {
    if (label !== null) return label
    if (days !== null) return t('provider.create.expiryDays', { count: days })
    return one === 'never' || one === 'default' || one === 'date' ? t(`provider.create.expiryOptions.${one}`) : one
  }

  return (
    <div>
      <div className={classes.line}>
        <span id={id} className={classes.label}>
          {t('provider.create.expiry')}
        </span>
        {option !== 'date' && expiresAt !== null && (
          <span>{t('provider.create.expiryOn', { date: dateText(expiresAt, i18n.language) })}</span>
        )}
      </div>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-labelledby={id}
        data={offered.map((one) => ({ value: one.option, label: word(one) }))}
        value={option}
        onChange={(value) => {
          onChange(value, day)
        }}
      />
      {option === 'date' && (
        <DatePickerInput
          mt="sm"
          label={t('provider.create.expiryDay')}
          description={model.maxDays === null ? undefined : t('provider.create.expiryWithin', { count: model.maxDays })}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          valueFormatter={({ date }) => (typeof date === 'string' ? dayText(date, i18n.language) : '')}
          value={day}
          minDate={first}
          {...(last !== undefined && { maxDate: last })}
          error={error}
          onChange={(chosen) => {
            onChange('date', chosen)
          }}
        />
      )}
      {option === 'never' && <p className={classes.help}>{t('provider.create.neverWarning')}</p>}
    </div>
  )
}
