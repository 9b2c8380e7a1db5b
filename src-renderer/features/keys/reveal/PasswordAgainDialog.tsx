import { getDefaultZIndex, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { PasswordField } from '../../../ui/PasswordField'
import { usePasswordGate } from '../../../stores/password-gate'
import classes from './PasswordAgainDialog.module.css'

export function PasswordAgainDialog() {
  const { t } = useTranslation()
  const asking = usePasswordGate((state) => state.asking)
  const answer = usePasswordGate((state) => state.answer)

  // A lock takes this dialog away; whoever waits for it must not wait for ever.
  useEffect(
    () => () => {
      answer(false)
    },
    [answer]
  )

  return (
    <Modal
      opened={asking}
      onClose={() => {
        answer(false)
      }}
      // Whatever asks for it may be a dialog itself.
      zIndex={getDefaultZIndex('overlay')}
      title={t('again.title')}
      size={400}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {asking && <PasswordAgainForm onDone={answer} />}
    </Modal>
  )
}

interface PasswordAgainFormProps {
  readonly onDone: (confirmed: boolean) => void
}

function PasswordAgainForm({ onDone }: PasswordAgainFormProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function confirm(): Promise<void> {
    const password = field.current?.value ?? ''
    if (password === '' || busy) return
    if (field.current) field.current.value = ''
    setBusy(true)
    setFailure(null)
    try {
      await client.call('session.confirmPassword', { password })
      onDone(true)
    } catch (error) {
      setFailure(toCallFailure(error))
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
        void confirm()
      }}
    >
      <p className={classes.text}>{t('again.text')}</p>
      <PasswordField ref={field} label={t('again.password')} toggleLabel={t('firstRun.show')} data-autofocus />
      {failure && <FailureNote failure={failure} />}
      <FormFoot
        action={t('again.confirm')}
        busy={busy}
        onCancel={() => {
          onDone(false)
        }}
      />
    </form>
  )
}
