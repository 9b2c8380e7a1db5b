import { Button, Modal } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { useUi } from '../../stores/ui-store'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { FailureNote } from '../../ui/FailureNote'
import { FormFoot } from '../../ui/FormFoot'
import { RecoveryCodeField } from '../../ui/RecoveryCodeField'
import { showToast } from '../../ui/toasts'
import { KeepKit } from './KeepKit'
import form from './PasswordForm.module.css'
import { PasswordForm } from './PasswordForm'

interface Kit {
  readonly code: string
  readonly madeAt: string
}

/** Makes a recovery code: the password, the sheet to print, the code typed back. */
export function RecoveryKitDialog() {
  const { t } = useTranslation()
  const opened = useUi((state) => state.makingKit)
  const [kit, setKit] = useState<Kit | null>(null)
  const [leaving, setLeaving] = useState(false)
  const [typing, setTyping] = useState(false)

  const close = (): void => {
    setLeaving(false)
    setTyping(false)
    // Locked meanwhile, it is forgotten already.
    if (kit !== null) client.call('vault.putRecoveryCodeAway', {}).catch(() => undefined)
    setKit(null)
    useUi.getState().makeKit(false)
  }
  const leave = (): void => {
    if (kit === null) close()
    else setLeaving(true)
  }

  return (
    <>
      <Modal
        opened={opened}
        onClose={leave}
        title={t('kit.title')}
        size={kit === null ? 440 : 560}
        closeOnClickOutside={kit === null}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {kit === null ? (
          <AskForm onCancel={close} onMade={setKit} />
        ) : typing ? (
          <TypeBackForm
            onDone={close}
            onBack={() => {
              setTyping(false)
            }}
          />
        ) : (
          <div className={form.form}>
            <p>{t('kit.once')}</p>
            <KeepKit {...kit}>
              <Button
                data-autofocus
                onClick={() => {
                  setTyping(true)
                }}
              >
                {t('kit.next')}
              </Button>
            </KeepKit>
          </div>
        )}
      </Modal>
      {/* Mounted only while it asks: mounted before, it would take the Escape that opened it as its own. */}
      {leaving && (
        <ConfirmDialog
          title={t('kit.leaveTitle')}
          text={t('kit.leaveText')}
          action={t('kit.leave')}
          danger
          cancel={t('kit.stay')}
          onConfirm={close}
          onClose={() => {
            setLeaving(false)
          }}
        />
      )}
    </>
  )
}

interface AskFormProps {
  readonly onCancel: () => void
  readonly onMade: (kit: Kit) => void
}

function AskForm({ onCancel, onMade }: AskFormProps) {
  const { t } = useTranslation()
  const replaces = useApp((state) => state.session?.recoveryCode === true)
  return (
    <PasswordForm
      label={t('lock.password')}
      action={t('kit.make')}
      working={t('care.checkingPassword')}
      onCancel={onCancel}
      run={async (password) => {
        const { code } = await client.call('vault.makeRecoveryCode', { password })
        onMade({ code, madeAt: new Date().toISOString() })
      }}
    >
      <p>{replaces ? t('kit.askAnother') : t('kit.ask')}</p>
    </PasswordForm>
  )
}

interface TypeBackFormProps {
  readonly onDone: () => void
  readonly onBack: () => void
}

function TypeBackForm({ onDone, onBack }: TypeBackFormProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  async function confirm(): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      await client.call('vault.confirmRecoveryCode', { code: field.current?.value ?? '' })
      if (field.current) field.current.value = ''
      showToast(t('kit.made'))
      onDone()
    } catch (error) {
      const failed = toCallFailure(error)
      // What is too short or too long for a code is as little the code as any other.
      if (failed.code === 'recovery-code-malformed' || failed.code === 'input-invalid') setWrong(true)
      else setFailure(failed)
      setBusy(false)
      field.current?.focus()
    }
  }

  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void confirm()
      }}
    >
      <p>{t('kit.typeBack')}</p>
      <RecoveryCodeField
        ref={field}
        label={t('kit.code')}
        error={wrong && t('kit.differs')}
        autoFocus
        onTyped={() => {
          setWrong(false)
        }}
      />
      {failure && <FailureNote failure={failure} />}
      <FormFoot action={t('kit.confirm')} cancel={t('kit.again')} busy={busy} onCancel={onBack} />
    </form>
  )
}
