import { useReminders } from '../../../stores/reminders-store'
import { ChannelDialog } from '../channels/ChannelDialog'
import { RuleDialog } from '../rules/RuleDialog'
import { DismissDialog } from './DismissDialog'
import { ExportDialog } from './ExportDialog'
import { SnoozeDialog } from './SnoozeDialog'

/** The dialogs about reminders, over whatever screen is open. Mounted afresh each time. */
export function ReminderDialogs() {
  const dialog = useReminders((state) => state.dialog)
  const { close } = useReminders.getState()
  switch (dialog?.kind) {
    case 'snooze':
      return <SnoozeDialog reminder={dialog.reminder} onClose={close} />
    case 'dismiss':
      return <DismissDialog reminder={dialog.reminder} onClose={close} />
    case 'export':
      return <ExportDialog onClose={close} />
    case 'rule':
      return <RuleDialog scope={dialog.scope} name={dialog.name} onClose={close} />
    case 'channel':
      return <ChannelDialog id={dialog.id} onClose={close} />
    case undefined:
      return null
  }
}
