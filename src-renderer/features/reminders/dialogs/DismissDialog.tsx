import type { Reminder } from '@contract/model/reminder'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { dismiss } from '../reminder-actions'

interface DismissDialogProps {
  readonly reminder: Reminder
  readonly onClose: () => void
}

export function DismissDialog({ reminder, onClose }: DismissDialogProps) {
  const { t } = useTranslation()
  return (
    <ConfirmDialog
      title={t('reminders.dismissTitle', { name: reminder.keyName })}
      text={t(`reminders.dismissTexts.${reminder.kind}`)}
      action={t('reminders.dismissAction')}
      onConfirm={() => {
        void dismiss(reminder)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
