import type { Connection } from '@contract/model/connection'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { removeConnection } from '../connection-actions'

interface RemoveConnectionDialogProps {
  readonly opened: boolean
  readonly connection: Connection
  readonly onClose: () => void
}

/** Asks before an account leaves the vault, and what becomes of the keys that belong to it. */
export function RemoveConnectionDialog({ opened, connection, onClose }: RemoveConnectionDialogProps) {
  const { t } = useTranslation()
  const { name, keys } = connection
  const inUse = keys > 0
  return (
    <ConfirmDialog
      opened={opened}
      title={inUse ? t('connections.remove.inUseTitle', { name }) : t('connections.remove.title', { name })}
      text={
        inUse
          ? `${t('connections.remove.inUseText', { count: keys })} ${t('connections.remove.text')}`
          : t('connections.remove.text')
      }
      action={inUse ? t('connections.remove.keepKeys') : t('connections.remove.remove')}
      danger
      onClose={onClose}
      onConfirm={() => {
        onClose()
        void removeConnection(connection, inUse)
      }}
    />
  )
}
