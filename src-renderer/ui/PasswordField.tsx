import { PasswordInput, type PasswordInputProps } from '@mantine/core'

interface PasswordFieldProps extends PasswordInputProps {
  readonly toggleLabel: string
}

/** A password input that no browser feature remembers, checks or completes, with a labelled toggle. */
export function PasswordField({ toggleLabel, ...props }: PasswordFieldProps) {
  return (
    <PasswordInput
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': toggleLabel }}
      // Unlike the other fields this one does not say so by itself.
      aria-invalid={props.error ? true : undefined}
      {...props}
    />
  )
}
