import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAppError, toAppError } from '@contract/errors'
import type { CallName, InputOf, OutputOf } from '@contract/ipc'
import { createApp, type KeyquayApp } from '@main/app/create-app'
import type { Emitted } from '@main/app/events'
import { builtInManifests } from '@main/connectors/built-in'
import { createConnectorBook } from '@main/connectors/connector-book'
import { createHttpClient } from '@main/connectors/http/http-client'
import { createMappingRunnerInThread } from '@main/connectors/mapping-in-thread'
import { COST_FLOOR } from '@main/crypto/argon2'
import type { Dialogs } from '@main/ports/files'
import type { SettingsStorage } from '@main/ports/settings-storage'
import type { VaultHost } from '@main/ports/vault-store'
import { createVaultHostInThread } from '@main/store/in-thread'
import { createConnectorFiles } from '@main/node/connector-files'
import { createHttpTransport } from '@main/node/http-transport'
import { nodeEnvFiles } from '@main/node/env-files'
import { nodeFiles } from '@main/node/files'
import { deriveForImport } from '@main/node/import-derivation'
import { createVaultFolders } from '@main/node/vault-folders'
import { looksHere, type FolderLooks } from '@main/node/folder-looks'
import { createLeftHereFile } from '@main/node/left-here-file'
import { createPrivateFile } from '@main/node/private-file'
import { createLockedNotes } from '@main/node/locked-notes-file'
import { createMemoryDeviceKeyFile, createMemoryKeyring, type MemoryKeyring } from '../../fakes/memory-secure-storage'
import { noTerminalCommand } from '@main/node/terminal-command'
import { createMemoryDesktop, type MemoryDesktop } from '../../fakes/memory-desktop'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock'
import {
  createMemoryClipboard,
  createMemoryLog,
  createMemorySettings,
  type MemoryClipboard,
  type MemoryLog
} from '../../fakes/memory-ports'

export const PASSWORD = 'correct horse battery staple'

export interface TestApp {
  readonly app: KeyquayApp
  readonly clock: ManualClock
  readonly clipboard: MemoryClipboard
  readonly log: MemoryLog
  readonly events: Emitted[]
  readonly folder: string
  readonly home: string
  readonly keyring: MemoryKeyring
  /** Notifications, tray and mail. */
  readonly desktop: MemoryDesktop
  /** The files that the next dialogs answer; none means dismissed. */
  readonly chosen: string[]
  /** Answers the dialogs from `chosen`, unless a test puts its own answer in place. */
  readonly dialogs: Dialogs
  /** Settles when the first dialog is asked for. */
  readonly dialogAsked: Promise<void>
  /** A call as the window makes it; a failure is thrown as its {@link AppError}. */
  call<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** The code a call fails with. */
  failure<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<string>
  close(): Promise<void>
}

export interface AppOptions {
  readonly keepsUp?: boolean
  /** A folder that an app was in before; otherwise one of its own, which goes with it. */
  readonly home?: string
  readonly clock?: ManualClock
  readonly desktop?: MemoryDesktop
  readonly keyring?: MemoryKeyring
  readonly settings?: SettingsStorage
  /** Where the vault lies, when not in the home. */
  readonly vaultFolder?: string
  /** Puts a fault between the app and the vault. */
  readonly throughHost?: (host: VaultHost) => VaultHost
  /** What looks into folders elsewhere; in this thread otherwise. */
  readonly looks?: FolderLooks
  /** False: as if the vault had been chosen in a folder elsewhere. */
  readonly isOwnVault?: boolean
}

/** The whole app but its doors: real rules, real crypto, real database, in a folder of its own. */
export async function openApp(
  stored: Record<string, unknown> = {},
  makeHost: (folder: string, clock: ManualClock) => VaultHost = (folder, clock) =>
    createVaultHostInThread({ folder, clock, cost: COST_FLOOR }),
  { keepsUp = true, isOwnVault = true, home: given, clock: ownClock, ...own }: AppOptions = {}
): Promise<TestApp> {
  const home = given ?? mkdtempSync(join(tmpdir(), 'keyquay-app-'))
  const folder = own.vaultFolder ?? join(home, 'vault')
  const clock = ownClock ?? createManualClock()
  const clipboard = createMemoryClipboard()
  const log = createMemoryLog()
  const keyring = own.keyring ?? createMemoryKeyring()
  const desktop = own.desktop ?? createMemoryDesktop()
  const chosen: string[] = []
  const dialogs: Dialogs = { chooseFile: () => Promise.resolve(chosen.shift() ?? null) }
  let asked = (): void => undefined
  const dialogAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const host = makeHost(folder, clock)
  const app = createApp({
    host: own.throughHost?.(host) ?? host,
    clock,
    clipboard,
    log,
    settings: own.settings ?? createMemorySettings(stored),
    reminders: desktop.ports,
    secureStorage: keyring,
    deviceKeyFile: createMemoryDeviceKeyFile(),
    lockedNotes: createLockedNotes(createPrivateFile(join(home, 'while-locked.json'))),
    leftHere: createLeftHereFile(join(home, 'left-here.json')),
    vaultFolders: createVaultFolders({ folder: home, vaultFolder: folder }, own.looks ?? looksHere),
    vaultChosen: () => undefined,
    files: nodeFiles,
    envFiles: nodeEnvFiles,
    dialogs: {
      chooseFile: (purpose, suggestion) => {
        asked()
        return dialogs.chooseFile(purpose, suggestion)
      }
    },
    derive: deriveForImport,
    keepsUp,
    hasWindow: true,
    connectors: createConnectorBook({
      builtIn: builtInManifests,
      files: createConnectorFiles(join(home, 'connectors')),
      parts: {
        http: createHttpClient({ transport: createHttpTransport(), clock, random: () => 0 }),
        mapping: createMappingRunnerInThread(),
        userAgent: 'Keyquay/0.0.0'
      }
    }),
    terminalCommand: noTerminalCommand,
    links: { open: () => Promise.resolve(false), openProvider: () => Promise.resolve(false) },
    info: { version: '0.0.0', platform: 'linux', vaultFolder: folder, vaultName: 'test', isOwnVault }
  })
  const events: Emitted[] = []
  app.onEvent((event) => events.push(event))
  await app.start()

  const call: TestApp['call'] = async (name, input) => {
    const result = await app.dispatch({ name, input }, { actor: 'window', trusted: true })
    if (!result.ok) throw toAppError(result.error)
    return result.value as OutputOf<typeof name>
  }
  return {
    app,
    clock,
    clipboard,
    log,
    events,
    folder,
    home,
    keyring,
    desktop,
    chosen,
    dialogs,
    dialogAsked,
    call,
    async failure(name, input) {
      try {
        await call(name, input)
      } catch (error) {
        if (isAppError(error)) return error.code
        throw error
      }
      return 'none'
    },
    async close() {
      await app.quit()
      if (given === undefined) rmSync(home, { recursive: true, force: true })
    }
  }
}
