import type { KeyDetails } from '@contract/model/key'
import { Modal } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { PasswordField } from '../../../ui/PasswordField'
import { showToast } from '../../../ui/toasts'
import { withPassword } from '../../../stores/password-gate'
import classes from '../reveal/PasswordAgainDialog.module.css'

interface ReplaceSecretDialogProps {
  readonly opened: boolean
  readonly saved: KeyDetails
  readonly onClose: () => void
}

export function ReplaceSecretDialog({ opened, saved, onClose }: ReplaceSecretDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('replace.title', { name: saved.name })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReplaceSecretForm saved={saved} onClose={onClose} />
    </Modal>
  )
}

function ReplaceSecretForm({ saved, onClose }: Omit<ReplaceSecretDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [empty, setEmpty] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function replace(): Promise<void> {
    const secret = field.current?.value ?? ''
    setEmpty(secret === '')
    if (secret === '') return
    setFailure(null)
    try {
      await withPassword(() => client.call('keys.replaceSecret', { id: saved.id, secret }))
      if (field.current) field.current.value = ''
      showToast(t('toast.replaced'))
      onClose()
    } catch (error) {
      setFailure(toCallFailure(error))
    }
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void replace()
      }}
    >
      <p className={classes.text}>{t('replace.text')}</p>
      <PasswordField
        ref={field}
        label={t('replace.secret')}
        toggleLabel={t('form.showSecret')}
        error={empty && t('form.secretNeeded')}
        data-autofocus
      />
      {failure && <FailureNote failure={failure} />}
      <FormFoot action={t('replace.replace')} onCancel={onClose} />
    </form>
  )
}
