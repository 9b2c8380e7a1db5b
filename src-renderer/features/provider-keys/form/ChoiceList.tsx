import { Radio } from '@mantine/core'
import classes from './ChoiceList.module.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly help?: string | undefined
  /** In small print at the end of its line. */
  readonly aside?: string | undefined
  readonly disabled?: boolean
}

interface ChoiceListProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

/** One of a few, each with what it means below it. */
export function ChoiceList<Value extends string>({ label, choices, value, onChange }: ChoiceListProps<Value>) {
  const first = value ?? choices.find((choice) => choice.disabled !== true)?.value
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen)
        if (choice !== undefined) onChange(choice.value)
      }}
    >
      <div className={classes.list}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            className={classes.choice ?? ''}
            classNames={{
              body: classes.body ?? '',
              labelWrapper: classes.labelWrapper ?? '',
              label: classes.label ?? ''
            }}
            value={choice.value}
            disabled={choice.disabled ?? false}
            label={
              <span className={classes.line}>
                <span>{choice.label}</span>
                {choice.aside !== undefined && <span className={classes.aside}>{choice.aside}</span>}
              </span>
            }
            description={choice.help}
            {...(choice.value === first && { 'data-autofocus': true })}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
