import type { WindowCommand } from '@contract/window-commands'
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../core/reminders/texts'
import { menuTemplate } from './menu/template'
import { menuTexts } from './menu/texts'

interface AppMenu {
  /** Takes up what has changed; what is left out stays. */
  show(change?: { readonly isOpen?: boolean; readonly reminders?: MenuItemConstructorOptions }): void
}

/** The application menu, in the person's language. */
export function createAppMenu(options: {
  readonly packaged: boolean
  readonly platform: NodeJS.Platform
  readonly language: () => Language
  readonly choose: (command: WindowCommand) => void
}): AppMenu {
  const { packaged, platform, language, choose } = options
  let isOpen = false
  let reminders: MenuItemConstructorOptions | null = null
  return {
    show(change = {}) {
      isOpen = change.isOpen ?? isOpen
      reminders = change.reminders ?? reminders
      const template = menuTemplate({ platform, packaged, texts: menuTexts[language()], isOpen, reminders, choose })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    }
  }
}
