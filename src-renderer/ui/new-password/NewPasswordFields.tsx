import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../PasswordField'
import { StrengthMeter } from '../strength/StrengthMeter'
import type { NewPasswordForm } from './use-new-password'

interface NewPasswordFieldsProps {
  readonly form: NewPasswordForm
  readonly label: string
  readonly hint?: string
  readonly autoFocus?: boolean
}

/** The password with its strength, once more, and a hint. */
export function NewPasswordFields({ form, label, hint = '', autoFocus = false }: NewPasswordFieldsProps) {
  const { t } = useTranslation()
  const words = useId()
  const { password, confirmation, hint: hintField, strength, problem, typed } = form
  const passwordProblem = problem === 'empty' || problem === 'tooWeak' ? t(`firstRun.${problem}`) : null
  return (
    <>
      <div>
        <PasswordField
          ref={password}
          label={label}
          toggleLabel={t('firstRun.show')}
          error={passwordProblem !== null}
          aria-describedby={words}
          data-autofocus={autoFocus || undefined}
          autoFocus={autoFocus}
          onChange={(event) => {
            typed(event.currentTarget.value)
          }}
          mb={8}
        />
        <StrengthMeter id={words} strength={strength} problem={passwordProblem} />
      </div>
      <PasswordField
        ref={confirmation}
        label={t('firstRun.confirmation')}
        toggleLabel={t('firstRun.show')}
        error={problem === 'mismatch' && t('firstRun.mismatch')}
        onChange={() => {
          typed(password.current?.value ?? '')
        }}
      />
      <TextInput
        ref={hintField}
        label={t('firstRun.hint')}
        description={t('firstRun.hintWarning')}
        error={problem === 'hintIsPassword' && t('firstRun.hintIsPassword')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        defaultValue={hint}
        maxLength={200}
        autoComplete="off"
      />
    </>
  )
}
