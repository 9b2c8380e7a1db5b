import type { Connection } from '@contract/model/connection'
import type { CredentialField } from '@contract/model/connector'
import { Modal, Stack } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { FailureNote } from '../../../ui/FailureNote'
import { FormFoot } from '../../../ui/FormFoot'
import { PasswordField } from '../../../ui/PasswordField'
import { showToast } from '../../../ui/toasts'
import classes from './ConnectionForm.module.css'
import { clearCredentials, credentialInput, readCredentials } from './credential-inputs'

interface CredentialDialogProps {
  readonly connection: Connection
  readonly field: CredentialField
  readonly onClose: () => void
}

/** Enters or replaces one credential. */
export function CredentialDialog({ connection, field, onClose }: CredentialDialogProps) {
  const { t } = useTranslation()
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const replaces = connection.credentials.some(({ id }) => id === field.id)

  async function save(form: HTMLFormElement): Promise<void> {
    const credentials = readCredentials(form)
    if (Object.keys(credentials).length === 0) {
      setMissing(true)
      form.querySelector('input')?.focus()
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await client.call('connections.edit', { id: connection.id, credentials })
      clearCredentials(form)
      showToast(t('connections.credentialList.replaced'))
      onClose()
    } catch (error) {
      setFailure(toCallFailure(error))
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('connections.credentialList.title', { label: field.label, name: connection.name })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault()
          if (!busy) void save(event.currentTarget)
        }}
      >
        <Stack gap="sm">
          {replaces && <p className={classes.lead}>{t('connections.credentialList.text')}</p>}
          <PasswordField
            name={credentialInput(field.id)}
            label={field.label}
            description={field.howToGet}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            toggleLabel={t('connections.form.show')}
            classNames={{ innerInput: classes.mono ?? '' }}
            error={missing && t('connections.form.credentialNeeded')}
            data-autofocus
            onChange={() => {
              setMissing(false)
            }}
          />
          {failure && <FailureNote failure={failure} />}
          <FormFoot
            action={t(`connections.credentialList.${replaces ? 'replace' : 'enter'}`)}
            busy={busy}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
