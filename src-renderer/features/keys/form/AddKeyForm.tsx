import { TextInput } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { useKeyList } from '../../../stores/key-list-store'
import { takePasted } from '../../../stores/pasted-secret'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { PasswordField } from '../../../ui/PasswordField'
import { showToast } from '../../../ui/toasts'
import { suggestEnvName } from '../../../ui/env-name'
import { emptyKeyForm, problemsIn, toDraft, type KeyFormProblems, type KeyFormValues } from './key-form'
import { KeyFields } from './KeyFields'
import classes from './KeyForm.module.css'
import { recogniseProvider } from './providers'

interface AddKeyFormProps {
  readonly onTyped: () => void
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function AddKeyForm({ onTyped, onDone, onCancel }: AddKeyFormProps) {
  const { t } = useTranslation()
  const name = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const [values, setValues] = useState<KeyFormValues>(emptyKeyForm)
  const [problems, setProblems] = useState<KeyFormProblems>({})
  const [secretMissing, setSecretMissing] = useState(false)
  const [recognised, setRecognised] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  function change(part: Partial<KeyFormValues>): void {
    setValues((before) => ({ ...before, ...part }))
    setProblems({})
    onTyped()
  }

  function changeName(typed: string): void {
    // The suggestion follows the name until somebody writes an env name of their own.
    const follows = values.envName === suggestEnvName(values.name)
    change(follows ? { name: typed, envName: suggestEnvName(typed) } : { name: typed })
  }

  function changeSecret(typed: string): void {
    setSecretMissing(false)
    onTyped()
    const provider = recogniseProvider(typed)
    const follows = values.provider === '' || values.provider === recognised
    setRecognised(provider)
    if (follows && (provider ?? '') !== values.provider) change({ provider: provider ?? '' })
  }

  const fillPasted = useEffectEvent(() => {
    const pasted = takePasted()
    if (pasted === null || secret.current === null) return
    secret.current.value = pasted
    changeSecret(pasted)
  })
  useEffect(() => {
    fillPasted()
  }, [])

  async function add(): Promise<void> {
    const typed = secret.current?.value.trim() ?? ''
    const found = problemsIn(values)
    setProblems(found)
    setSecretMissing(typed === '')
    if (found.name) name.current?.focus()
    else if (typed === '') secret.current?.focus()
    if (typed === '' || Object.keys(found).length > 0) return
    setBusy(true)
    setFailure(null)
    try {
      const { id } = await client.call('keys.add', { fields: toDraft(values, Date.now()), secret: typed })
      if (secret.current) secret.current.value = ''
      showToast(t('toast.added', { name: values.name.trim() }))
      useKeyList.getState().open(id)
      onDone()
    } catch (error) {
      setFailure(toCallFailure(error))
      setBusy(false)
    }
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void add()
      }}
    >
      <div className={classes.fields}>
        <TextInput
          ref={name}
          label={t('form.name')}
          value={values.name}
          error={problems.name && t(`form.${problems.name}`)}
          onChange={(event) => {
            changeName(event.currentTarget.value)
          }}
          maxLength={200}
          autoComplete="off"
          data-autofocus
        />
        <PasswordField
          ref={secret}
          label={t('form.secret')}
          toggleLabel={t('form.showSecret')}
          description={recognised === null ? t('form.secretHelp') : t('form.recognised', { provider: recognised })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          classNames={{ innerInput: classes.mono ?? '' }}
          error={secretMissing && t('form.secretNeeded')}
          onChange={(event) => {
            changeSecret(event.currentTarget.value)
          }}
        />
        <KeyFields values={values} problems={problems} withKeep onChange={change} />
      </div>
      {failure && (
        <div className={classes.failure}>
          <FailureNote failure={failure} />
        </div>
      )}
      <FormFoot lined action={t('form.add')} busy={busy} onCancel={onCancel} />
    </form>
  )
}
