import type { BackupSummary } from '@contract/model/backup'
import { Modal } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { toCallFailure } from '../../client/failure'
import { useApp } from '../../stores/app-store'
import { restoreNote } from '../../stores/restore-note'
import { useUi } from '../../stores/ui-store'
import { absoluteText } from '../../texts/dates'
import { PasswordForm } from './PasswordForm'

interface RestoreDialogProps {
  readonly opened: boolean
  /** Null lets the person choose a file. */
  readonly backup: BackupSummary | null
  readonly onClose: () => void
}

/** Says what a restore does and does it. The vault locks on the way, which takes this dialog away. */
export function RestoreDialog({ opened, backup, onClose }: RestoreDialogProps) {
  const { t, i18n } = useTranslation()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={
        backup === null
          ? t('restore.titleFile')
          : t('restore.title', { when: absoluteText(backup.madeAt, i18n.language) })
      }
      size={480}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <RestoreForm backup={backup} onClose={onClose} />
    </Modal>
  )
}

function RestoreForm({ backup, onClose }: Omit<RestoreDialogProps, 'opened'>) {
  const { t } = useTranslation()
  const phase = useApp((state) => state.session?.phase ?? 'absent')
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])

  async function restore(password: string): Promise<void> {
    const { setRestored } = useUi.getState()
    restoreNote.set()
    try {
      await client.call('backups.restore', { file: backup?.file ?? null, password })
      setRestored('done')
    } catch (error) {
      restoreNote.clear()
      if (!gone.current) throw error
      setRestored(toCallFailure(error))
    }
  }

  const consequences = [
    ...(backup === null ? [] : [t('restore.holds', { count: backup.keys })]),
    ...(phase === 'unlocked' ? [t('restore.locks')] : []),
    ...(phase === 'absent' ? [] : [t('restore.aside')])
  ]

  return (
    <PasswordForm
      label={t('restore.password')}
      action={backup === null ? t('restore.choose') : t('restore.restore')}
      danger={phase !== 'absent'}
      working={t('restore.working')}
      onCancel={onClose}
      run={restore}
    >
      {consequences.length > 0 && <p>{consequences.join(' ')}</p>}
      <p>{backup === null ? t('restore.passwordThenFile') : t('restore.passwordOfThen')}</p>
    </PasswordForm>
  )
}
