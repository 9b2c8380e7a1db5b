import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { showToast } from '../../ui/toasts'
import { PasswordForm } from '../vault-care'

interface DeviceUnlockDialogProps {
  readonly opened: boolean
  /** What it shall become. */
  readonly on: boolean
  readonly onClose: () => void
}

export function DeviceUnlockDialog({ opened, on, onClose }: DeviceUnlockDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={on ? t('access.deviceOnTitle') : t('access.deviceOffTitle')}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <PasswordForm
        label={t('lock.password')}
        action={on ? t('access.turnOn') : t('access.turnOff')}
        working={t('care.checkingPassword')}
        onCancel={onClose}
        run={async (password) => {
          await client.call('vault.setDeviceUnlock', { on, password })
          showToast(on ? t('access.deviceIsOn') : t('access.deviceIsOff'))
          onClose()
        }}
      >
        <p>{on ? t('access.deviceOnText') : t('access.deviceOffText')}</p>
      </PasswordForm>
    </Modal>
  )
}
