import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { showToast } from '../../ui/toasts'
import { KeepKit, PasswordForm } from '../vault-care'
import classes from './Dialogs.module.css'

interface RotateDataKeyDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Rotates the data key, and shows the recovery code that then takes the old one's place. */
export function RotateDataKeyDialog({ opened, onClose }: RotateDataKeyDialogProps) {
  const { t } = useTranslation()
  const [kit, setKit] = useState<{ readonly code: string; readonly madeAt: string } | null>(null)

  const close = (): void => {
    // Locked meanwhile, it is forgotten already.
    if (kit !== null) client.call('vault.putRecoveryCodeAway', {}).catch(() => undefined)
    setKit(null)
    onClose()
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      title={kit === null ? t('access.rotate') : t('access.newCodeTitle')}
      size={kit === null ? 440 : 560}
      // The old code is gone already: the new one must not be clicked away.
      closeOnClickOutside={kit === null}
      closeOnEscape={kit === null}
      withCloseButton={kit === null}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {kit === null ? (
        <PasswordForm
          label={t('lock.password')}
          action={t('access.rotate')}
          working={t('access.rotating')}
          onCancel={close}
          run={async (password) => {
            const { recoveryCode } = await client.call('vault.rotateDataKey', { password })
            showToast(t('access.rotated'))
            if (recoveryCode === null) close()
            else setKit({ code: recoveryCode, madeAt: new Date().toISOString() })
          }}
        >
          <p>{t('access.rotateText')}</p>
        </PasswordForm>
      ) : (
        <div className={classes.stack}>
          <p>{t('access.newCodeText')}</p>
          <KeepKit {...kit}>
            <Button onClick={close}>{t('access.keptCode')}</Button>
          </KeepKit>
        </div>
      )}
    </Modal>
  )
}
