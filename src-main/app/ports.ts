import type { Snapshot } from '@contract/model/session'
import type { ConnectorBook } from '../connectors/connector'
import type { VaultPlace } from '@contract/model/vault-place'
import type { Argon2Derive } from '../importers/candidate'
import type { Clipboard } from '../ports/clipboard'
import type { Clock } from '../ports/clock'
import type { EnvFiles } from '../ports/env-files'
import type { Dialogs, Files } from '../ports/files'
import type { LeftHereFile } from '../ports/left-here'
import type { Links } from '../ports/links'
import type { LockedNotes } from '../ports/locked-notes'
import type { Log } from '../ports/log'
import type { ReminderPorts } from '../ports/reminder-ports'
import type { DeviceKeyFile, SecureStorage } from '../ports/secure-storage'
import type { SettingsStorage } from '../ports/settings-storage'
import type { TerminalCommand } from '../ports/terminal-command'
import type { VaultFolders } from '../ports/vault-folders'
import type { VaultHost } from '../ports/vault-store'

/** What the core needs of the world; Electron and the command line each bring their own. */
export interface AppPorts {
  readonly host: VaultHost
  readonly clock: Clock
  readonly clipboard: Clipboard
  readonly settings: SettingsStorage
  readonly secureStorage: SecureStorage
  readonly deviceKeyFile: DeviceKeyFile
  readonly lockedNotes: LockedNotes
  readonly leftHere: LeftHereFile
  readonly vaultFolders: VaultFolders
  /** Another vault was chosen and this one is locked: what follows is for a core of its own. */
  readonly vaultChosen: (place: VaultPlace) => void
  readonly files: Files
  readonly envFiles: EnvFiles
  readonly dialogs: Dialogs
  readonly links: Links
  readonly terminalCommand: TerminalCommand
  readonly connectors: ConnectorBook
  readonly reminders: ReminderPorts
  /** Whether this process goes on by itself with what was interrupted or has become due. */
  readonly keepsUp: boolean
  /** Whether somebody can be asked in a window of this process. */
  readonly hasWindow: boolean
  readonly log: Log
  /** Derives the key of a KeePass file, off this thread. */
  readonly derive: Argon2Derive
  readonly info: Pick<Snapshot, 'version' | 'platform' | 'vaultFolder'> & {
    readonly vaultName: string
    /** Whether it is the vault in Keyquay's own folder. */
    readonly isOwnVault: boolean
  }
}
