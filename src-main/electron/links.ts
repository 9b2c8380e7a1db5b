import { shell } from 'electron'
import type { Links } from '../ports/links'
import { isListedLink, isPlainHttps } from './listed-links'

/** The one door to the person's browser. */
export const electronLinks: Links = {
  async open(url) {
    if (!isListedLink(url)) return false
    // As parsed, not as spelled: what was checked is what is opened.
    await shell.openExternal(new URL(url).href)
    return true
  },
  async openProvider(url) {
    if (!isPlainHttps(url)) return false
    await shell.openExternal(new URL(url).href)
    return true
  }
}
