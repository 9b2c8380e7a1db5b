import { windowCommands, type WindowCommand } from '@contract/window-commands'
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuTexts } from './texts'

export interface MenuFacts {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  readonly texts: MenuTexts
  /** Whether the vault is open; while it is not, the window has nothing to do but to unlock it. */
  readonly isOpen: boolean
  /** What the tray shows, for desktops that have none. */
  readonly reminders: MenuItemConstructorOptions | null
  readonly choose: (command: WindowCommand) => void
}

type Entry = WindowCommand | MenuItemConstructorOptions
type Role = keyof MenuTexts['roles']

const line: MenuItemConstructorOptions = { type: 'separator' }

/** The application menu: the same commands and the same keys as in the window. */
export function menuTemplate(facts: MenuFacts): MenuItemConstructorOptions[] {
  const { texts, platform, packaged, reminders } = facts
  const isMac = platform === 'darwin'
  const role = (name: Role): MenuItemConstructorOptions => ({ role: name, label: texts.roles[name] })
  const menu = (label: string, ...entries: readonly Entry[]): MenuItemConstructorOptions => ({
    label,
    submenu: entries.map((entry) => (typeof entry === 'string' ? item(entry, facts) : entry))
  })
  const { menus } = texts
  return [
    ...(isMac ? [menu('Keyquay', role('about'), line, 'settings', line, role('quit'))] : []),
    menu(
      menus.file,
      ...(['new-key', 'create-key', line, 'add-connection', 'new-project', 'add-channel', line] as const),
      ...(['import', 'scan', 'sync-usage', 'export-calendar', line] as const),
      ...(['back-up', 'save-backup', 'recovery-kit', line, 'other-vaults', 'lock'] as const),
      ...(isMac ? [line, role('close')] : ([line, 'settings', line, role('quit')] as const))
    ),
    menu(
      menus.edit,
      ...[role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('selectAll'), line],
      'search'
    ),
    menu(
      menus.view,
      ...(['palette', 'save-view', line, 'all-keys', 'expiring', 'favourites', 'bin', line] as const),
      ...(['projects', 'reminders', 'reminder-rules', 'reminder-channels', line] as const),
      ...(['connections', 'usage', 'usage-findings', 'usage-quotas', 'audit', 'backups', line] as const),
      ...[role('resetZoom'), role('zoomIn'), role('zoomOut'), line, role('togglefullscreen')],
      ...(packaged ? [] : [line, role('toggleDevTools')])
    ),
    menu(
      menus.key,
      ...(['copy-key', 'reveal-key', 'write-key', line, 'edit-key', 'favourite-key', 'copy-link', line] as const),
      ...(['rotate-key', 'revoke-key', line, 'bin-key'] as const)
    ),
    ...(reminders === null ? [] : [reminders]),
    menu(menus.window, role('minimize'), role('close')),
    menu(menus.help, 'shortcuts', 'test-notification', 'install-kq', ...(isMac ? [] : [line, role('about')]))
  ]
}

function item(command: WindowCommand, { texts, isOpen, choose }: MenuFacts): MenuItemConstructorOptions {
  return {
    id: command,
    label: texts.commands[command],
    accelerator: windowCommands[command],
    // Off macOS the window listens for these keys itself: it knows when somebody is typing.
    registerAccelerator: false,
    enabled: isOpen,
    click: () => {
      choose(command)
    }
  }
}
