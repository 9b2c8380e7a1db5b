import { NumberInput, SegmentedControl, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PolicyValues } from '../model/policy'

interface PolicyNumbersProps {
  readonly values: PolicyValues
  /** Whether the key has an end that could be gone by. */
  readonly expires: boolean
  readonly isWrong: boolean
  readonly onChange: (change: Partial<PolicyValues>) => void
}

/** After how many days, or how many before the end. */
export function PolicyNumbers({ values, expires, isWrong, onChange }: PolicyNumbersProps) {
  const { t } = useTranslation()
  const { kind, by } = values
  const field = kind === 'remind' ? 'remindDays' : by === 'age' ? 'ageDays' : 'expiryDays'
  return (
    <>
      {kind === 'automatic' && (expires || by === 'expiry') && (
        <SegmentedControl
          fullWidth
          aria-label={t('provider.policy.when')}
          data={[
            { value: 'age', label: t('provider.policy.byAge') },
            { value: 'expiry', label: t('provider.policy.byExpiry') }
          ]}
          value={by}
          onChange={(chosen) => {
            onChange({ by: chosen })
          }}
        />
      )}
      <NumberInput
        label={t('provider.policy.days')}
        value={values[field]}
        min={1}
        max={field === 'expiryDays' ? 365 : 3_650}
        allowDecimal={false}
        allowNegative={false}
        w={160}
        error={isWrong && t('provider.policy.daysRule')}
        onChange={(days) => {
          onChange({ [field]: typeof days === 'number' ? days : '' })
        }}
      />
      {kind === 'automatic' && (
        <Switch
          label={t('provider.policy.revokeAtEnd')}
          checked={values.revokeAtEnd}
          onChange={(event) => {
            onChange({ revokeAtEnd: event.currentTarget.checked })
          }}
        />
      )}
    </>
  )
}
