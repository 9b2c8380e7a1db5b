import { clipboard, ClipboardItem } from 'electron'
import type { Clipboard } from '../ports/clipboard'
import { concealing } from './concealing'

/** The system clipboard. The one that middle-click pastes from is never touched. */
export const electronClipboard: Clipboard = {
  // One write commits all formats at once, so no manager sees the text without its hint.
  writeSecret: (text) => clipboard.write([new ClipboardItem({ 'text/plain': text, ...concealing(process.platform) })]),
  readText: () => clipboard.readText(),
  clear() {
    clipboard.clear()
    return Promise.resolve()
  }
}
