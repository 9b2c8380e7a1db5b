import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { FailureNote } from '../../ui/FailureNote'
import { FormFoot } from '../../ui/FormFoot'
import { PasswordField } from '../../ui/PasswordField'
import { Working } from '../../ui/Working'
import classes from './PasswordForm.module.css'

interface PasswordFormProps {
  readonly label: string
  readonly action: string
  readonly danger?: boolean
  /** Whether all else that is needed was given. */
  readonly ready?: boolean
  /** Said while it runs, should that take a while. */
  readonly working: string
  readonly children?: ReactNode
  readonly onCancel: () => void
  /** What a throw says is shown here; `cancelled` stays silent. */
  readonly run: (password: string) => Promise<void>
}

/** Something that wants the password first. The field is emptied whatever the answer is. */
export function PasswordForm({
  label,
  action,
  danger = false,
  ready = true,
  working,
  children,
  onCancel,
  run
}: PasswordFormProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<'empty' | 'wrong' | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function submit(): Promise<void> {
    const password = field.current?.value ?? ''
    setProblem(password === '' ? 'empty' : null)
    if (password === '') {
      field.current?.focus()
      return
    }
    if (field.current) field.current.value = ''
    setBusy(true)
    setFailure(null)
    try {
      await run(password)
    } catch (error) {
      const failed = toCallFailure(error)
      if (failed.code === 'wrong-password') setProblem('wrong')
      else if (failed.code !== 'cancelled') setFailure(failed)
      field.current?.focus()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && ready) void submit()
      }}
    >
      {children}
      <PasswordField
        ref={field}
        label={label}
        toggleLabel={t('firstRun.show')}
        error={problem === 'wrong' ? t('lock.wrong') : problem === 'empty' && t('firstRun.empty')}
        onChange={() => {
          setProblem(null)
        }}
        data-autofocus
      />
      {failure && <FailureNote failure={failure} />}
      {busy && <Working label={working} />}
      <FormFoot action={action} danger={danger} busy={busy} ready={ready} onCancel={onCancel} />
    </form>
  )
}
