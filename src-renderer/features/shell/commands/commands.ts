import { spotlight } from '@mantine/spotlight'
import type { WindowCommand } from '@contract/window-commands'
import {
  IconActivity,
  IconBell,
  IconBellRinging,
  IconBookmark,
  IconBroadcast,
  IconCalendarDown,
  IconChartBar,
  IconClockExclamation,
  IconDatabaseExport,
  IconEye,
  IconFileArrowRight,
  IconFileCode,
  IconFileImport,
  IconFolderPlus,
  IconHistory,
  IconKey,
  IconKeyboard,
  IconCopy,
  IconLifebuoy,
  IconLink,
  IconLock,
  IconBan,
  IconPencil,
  IconPlugConnected,
  IconPlus,
  IconRadar2,
  IconRefresh,
  IconSearch,
  IconSettings,
  IconStar,
  IconTerminal2,
  IconTrash,
  IconVault,
  type Icon
} from '@tabler/icons-react'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useReminders } from '../../../stores/reminders-store'
import { useUi } from '../../../stores/ui-store'
import { useViews } from '../../../stores/views-store'
import { backUpNow, saveCopy } from '../../backups'
import { newProject, scanFolder } from '../../env-files'
import { installKq } from '../../grants'
import type { KeyCommand } from '../../keys'
import { testNotification } from '../../reminders'
import { syncNow } from '../../usage'
import { lockVault, showConnections, showKeys, showProjects, showReminders, showUsage } from '../actions'
import { runOnKey } from './run-on-key'

type Group = 'make' | 'go' | 'key' | 'window'

export interface Command {
  readonly group: Group
  readonly icon: Icon
  readonly run: () => void
}

const ui = useUi.getState()
const onKey = (id: KeyCommand, icon: Icon): Command => ({
  group: 'key',
  icon,
  run: () => void runOnKey(id)
})
const command = (group: Group, icon: Icon, run: () => void): Command => ({ group, icon, run })

/** What each command does in the window. The menu, the palette and the keyboard all come here. */
export const commands: Readonly<Record<WindowCommand, Command>> = {
  'new-key': command('make', IconPlus, () => {
    ui.setAdding(true)
  }),
  'create-key': command('make', IconPlugConnected, () => {
    useProviderDialog.getState().open({ kind: 'create', connectionId: null })
  }),
  'add-connection': command('make', IconPlugConnected, () => {
    ui.addConnection({ connectorId: null })
  }),
  'new-project': command('make', IconFolderPlus, () => void newProject()),
  import: command('make', IconFileImport, () => {
    ui.setImporting(true)
  }),
  scan: command('make', IconRadar2, () => void scanFolder({})),
  'add-channel': command('make', IconBroadcast, () => {
    useReminders.getState().open({ kind: 'channel', id: null })
  }),
  'export-calendar': command('make', IconCalendarDown, () => {
    useReminders.getState().open({ kind: 'export' })
  }),
  'test-notification': command('make', IconBellRinging, () => void testNotification()),
  'sync-usage': command('make', IconActivity, () => void syncNow([])),
  'back-up': command('make', IconDatabaseExport, () => void backUpNow()),
  'save-backup': command('make', IconDatabaseExport, () => void saveCopy()),
  'install-kq': command('make', IconTerminal2, () => void installKq()),
  'recovery-kit': command('make', IconLifebuoy, () => {
    ui.makeKit(true)
  }),
  'other-vaults': command('window', IconVault, () => {
    ui.chooseVault(true)
  }),
  search: command('window', IconSearch, ui.askSearch),
  'save-view': command('make', IconBookmark, () => {
    ui.goTo('keys')
    useViews.getState().name('new')
  }),
  palette: command('window', IconSearch, spotlight.toggle),
  'all-keys': command('go', IconKey, () => {
    showKeys({})
  }),
  expiring: command('go', IconClockExclamation, () => {
    showKeys({ view: 'expiring' })
  }),
  favourites: command('go', IconStar, () => {
    showKeys({ view: 'favourites' })
  }),
  bin: command('go', IconTrash, () => {
    showKeys({ view: 'bin' })
  }),
  projects: command('go', IconFileCode, showProjects),
  reminders: command('go', IconBell, () => {
    showReminders()
  }),
  'reminder-rules': command('go', IconBell, () => {
    showReminders('rules')
  }),
  'reminder-channels': command('go', IconBroadcast, () => {
    showReminders('channels')
  }),
  connections: command('go', IconPlugConnected, showConnections),
  usage: command('go', IconChartBar, () => {
    ui.goTo('usage')
  }),
  'usage-findings': command('go', IconActivity, () => {
    showUsage('findings')
  }),
  'usage-quotas': command('go', IconActivity, () => {
    showUsage('quotas')
  }),
  audit: command('go', IconHistory, () => {
    ui.goTo('audit')
  }),
  backups: command('go', IconDatabaseExport, () => {
    ui.goTo('backups')
  }),
  settings: command('go', IconSettings, () => {
    ui.goTo('settings')
  }),
  'copy-key': onKey('copy-key', IconCopy),
  'reveal-key': onKey('reveal-key', IconEye),
  'edit-key': onKey('edit-key', IconPencil),
  'write-key': onKey('write-key', IconFileArrowRight),
  'favourite-key': onKey('favourite-key', IconStar),
  'copy-link': onKey('copy-link', IconLink),
  'rotate-key': onKey('rotate-key', IconRefresh),
  'revoke-key': onKey('revoke-key', IconBan),
  'bin-key': onKey('bin-key', IconTrash),
  lock: command('window', IconLock, lockVault),
  shortcuts: command('window', IconKeyboard, () => {
    ui.showShortcuts(true)
  })
}
