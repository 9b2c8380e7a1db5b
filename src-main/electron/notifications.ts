import { Notification } from 'electron'
import type { Notifier } from '../ports/notifier'

/** Kept until it is gone: a notification nobody refers to is collected, and its click with it. */
let showing: Notification | null = null

/** The system's notifications; a new one takes the place of the one before. Buttons: macOS, Windows and Linux. */
export function electronNotifier(): Notifier {
  return {
    isSupported: Notification.isSupported(),
    hasButtons: true,
    show({ title, body, buttons, urgent }, chosen) {
      if (!Notification.isSupported()) return
      showing?.close()
      const notification = new Notification({
        title,
        body,
        silent: false,
        urgency: urgent ? 'critical' : 'normal',
        // A click anywhere is the first choice; it needs no button.
        actions: buttons.slice(1).map(({ label }) => ({ type: 'button', text: label }))
      })
      let isChosen = false
      const choose = (choice: Parameters<typeof chosen>[0] | undefined): void => {
        if (isChosen || choice === undefined) return
        isChosen = true
        notification.close()
        chosen(choice)
      }
      notification.on('click', () => {
        choose('show')
      })
      notification.on('action', ({ actionIndex }) => {
        choose(buttons[actionIndex + 1]?.choice)
      })
      notification.on('close', () => {
        if (showing === notification) showing = null
      })
      showing = notification
      notification.show()
    }
  }
}
