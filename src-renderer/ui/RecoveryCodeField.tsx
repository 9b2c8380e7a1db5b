import { TextInput, type TextInputProps } from '@mantine/core'
import classes from './RecoveryCodeField.module.css'
import { regroup } from './recovery-code'

interface RecoveryCodeFieldProps extends Omit<TextInputProps, 'onChange' | 'placeholder'> {
  readonly onTyped: () => void
}

/** Where a recovery code is typed: it falls into its groups by itself. What is typed stays in the field. */
export function RecoveryCodeField({ onTyped, ...props }: RecoveryCodeFieldProps) {
  return (
    <TextInput
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      classNames={{ input: classes.input ?? '' }}
      onChange={({ currentTarget: field }) => {
        const { text, caret } = regroup(field.value, field.selectionStart ?? field.value.length)
        if (text !== field.value) {
          field.value = text
          field.setSelectionRange(caret, caret)
        }
        onTyped()
      }}
      {...props}
    />
  )
}
