import { Modal, Stack } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { FailureNote } from '../../ui/FailureNote'
import { FormFoot } from '../../ui/FormFoot'
import { NewPasswordFields } from '../../ui/new-password/NewPasswordFields'
import { useNewPassword } from '../../ui/new-password/use-new-password'
import { PasswordField } from '../../ui/PasswordField'
import { showToast } from '../../ui/toasts'
import { Working } from '../../ui/Working'
import classes from './Dialogs.module.css'

interface ChangePasswordDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

export function ChangePasswordDialog({ opened, onClose }: ChangePasswordDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('access.changePassword')}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ChangePasswordForm onClose={onClose} />
    </Modal>
  )
}

function ChangePasswordForm({ onClose }: Pick<ChangePasswordDialogProps, 'onClose'>) {
  const { t } = useTranslation()
  const session = useApp((state) => state.session)
  const current = useRef<HTMLInputElement>(null)
  const form = useNewPassword()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<'empty' | 'wrong' | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const byRecovery = session?.needsNewPassword === true

  async function change(): Promise<void> {
    const present = current.current?.value ?? ''
    if (!byRecovery && present === '') {
      setProblem('empty')
      current.current?.focus()
      return
    }
    const typed = await form.read()
    if (typed === null) return
    setBusy(true)
    setFailure(null)
    try {
      await client.call('vault.changePassword', {
        current: byRecovery ? null : present,
        next: typed.password,
        hint: typed.hint
      })
      if (current.current) current.current.value = ''
      form.clear()
      showToast(t('access.passwordChanged'))
      onClose()
    } catch (error) {
      const failed = toCallFailure(error)
      if (failed.code === 'wrong-password') setProblem('wrong')
      else setFailure(failed)
      if (current.current) current.current.value = ''
      current.current?.focus()
      setBusy(false)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void change()
      }}
    >
      <Stack gap="sm">
        {!byRecovery && (
          <PasswordField
            ref={current}
            label={t('access.present')}
            toggleLabel={t('firstRun.show')}
            error={problem === 'wrong' ? t('lock.wrong') : problem === 'empty' && t('firstRun.empty')}
            onChange={() => {
              setProblem(null)
            }}
            data-autofocus
          />
        )}
        <NewPasswordFields form={form} label={t('newPassword.password')} hint={session?.hint ?? ''} />
        <p className={classes.note}>{t('access.olderBackups')}</p>
        {failure && <FailureNote failure={failure} />}
        {busy && <Working label={t('access.changing')} />}
        <FormFoot action={t('access.change')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}
