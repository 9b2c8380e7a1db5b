import type { BackupSummary } from '@contract/model/backup'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { absoluteText } from '../../texts/dates'
import { PasswordForm } from '../vault-care'

interface CheckDialogProps {
  readonly backup: BackupSummary
  readonly onWhole: (backup: BackupSummary) => void
  readonly onClose: () => void
}

/** Opens a backup with its password and reads every page of it; changes nothing. */
export function CheckDialog({ backup, onWhole, onClose }: CheckDialogProps) {
  const { t, i18n } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('backups.checkTitle', { when: absoluteText(backup.madeAt, i18n.language) })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <PasswordForm
        label={t('restore.password')}
        action={t('backups.checkAction')}
        working={t('backups.checking')}
        onCancel={onClose}
        run={async (password) => {
          onWhole(await client.call('backups.verify', { file: backup.file, password }))
        }}
      >
        <p>{t('backups.checkText')}</p>
      </PasswordForm>
    </Modal>
  )
}
