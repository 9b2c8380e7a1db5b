export { ReminderPart } from './details/ReminderPart'
export { ReminderDialogs } from './dialogs/ReminderDialogs'
export { testNotification } from './reminder-actions'
export { RemindersScreen } from './RemindersScreen'
