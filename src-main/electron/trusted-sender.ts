import type { IpcMainInvokeEvent } from 'electron'
import { isOwnUrl } from './origin'

/** Only the top frame of one of our windows, while it shows this app's own page, may ask for anything. */
export function isTrusted(
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  isOurWindow: (contentsId: number) => boolean
): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnUrl(frame.url) && isOurWindow(event.sender.id)
}
