import { Button, Stack, TextInput } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { FailureNote } from '../../ui/FailureNote'
import { PasswordField } from '../../ui/PasswordField'
import classes from './CreateVaultForm.module.css'
import { StrengthMeter } from './StrengthMeter'
import { useStrength } from './use-strength'

type Problem = 'empty' | 'tooWeak' | 'mismatch' | 'hintIsPassword'

export function CreateVaultForm() {
  const { t } = useTranslation()
  const password = useRef<HTMLInputElement>(null)
  const confirmation = useRef<HTMLInputElement>(null)
  const hint = useRef<HTMLInputElement>(null)
  const { strength, check } = useStrength()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [busy, setBusy] = useState(false)

  async function create(): Promise<void> {
    const typed = password.current?.value ?? ''
    const typedHint = hint.current?.value.trim() ?? ''
    const found = problemIn(
      typed,
      confirmation.current?.value ?? '',
      typedHint,
      (await check(typed)).level === 'tooWeak'
    )
    setProblem(found)
    if (found !== null) {
      ;(found === 'mismatch' ? confirmation : found === 'hintIsPassword' ? hint : password).current?.focus()
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await client.call('vault.create', { password: typed, hint: typedHint })
      for (const field of [password, confirmation]) if (field.current) field.current.value = ''
    } catch (error) {
      setFailure(toCallFailure(error))
    } finally {
      setBusy(false)
    }
  }

  const passwordProblem = problem === 'empty' || problem === 'tooWeak' ? t(`firstRun.${problem}`) : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void create()
      }}
    >
      <Stack gap="sm">
        <div>
          <PasswordField
            ref={password}
            label={t('firstRun.password')}
            toggleLabel={t('firstRun.show')}
            error={passwordProblem !== null}
            aria-describedby="strength-words"
            data-autofocus
            autoFocus
            onChange={(event) => {
              setProblem(null)
              void check(event.currentTarget.value)
            }}
            mb={8}
          />
          <StrengthMeter id="strength-words" strength={strength} problem={passwordProblem} />
        </div>
        <PasswordField
          ref={confirmation}
          label={t('firstRun.confirmation')}
          toggleLabel={t('firstRun.show')}
          error={problem === 'mismatch' && t('firstRun.mismatch')}
          onChange={() => {
            setProblem(null)
          }}
        />
        <TextInput
          ref={hint}
          label={t('firstRun.hint')}
          description={t('firstRun.hintWarning')}
          error={problem === 'hintIsPassword' && t('firstRun.hintIsPassword')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          autoComplete="off"
        />
        <p className={classes.noReset}>
          <IconInfoCircle size={16} aria-hidden="true" />
          {t('firstRun.noReset')}
        </p>
        {failure && <FailureNote failure={failure} />}
        <Button type="submit" size="md" loading={busy} fullWidth>
          {t('firstRun.create')}
        </Button>
      </Stack>
    </form>
  )
}

function problemIn(password: string, confirmation: string, hint: string, tooWeak: boolean): Problem | null {
  if (password === '') return 'empty'
  if (tooWeak) return 'tooWeak'
  if (password !== confirmation) return 'mismatch'
  if (hint.toLocaleLowerCase().includes(password.toLocaleLowerCase())) return 'hintIsPassword'
  return null
}
