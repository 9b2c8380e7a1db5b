import type { Place } from '@contract/model/place'
import type { LockReason, Snapshot } from '@contract/model/session'
import type { Settings } from '@contract/model/settings'
import { createBackups } from '../core/backups'
import { emptyRestedBin } from '../core/bin'
import { createBulkChanges } from '../core/bulk-changes'
import { createClipboardLeases } from '../core/clipboard-lease'
import { createDeviceKeys } from '../core/device-unlock'
import { createFirstPage } from '../core/first-page'
import { createGrants } from '../core/grants/grants'
import { grantNotice } from '../core/grants/words'
import { createKeys } from '../core/keys'
import { createRecognition } from '../core/recognition'
import { createRuns } from '../core/run/runs'
import { createSession } from '../core/session'
import { createSettingsBook } from '../core/settings'
import { createTransfer } from '../core/transfer'
import { createLocalUses } from '../core/usage/local-use'
import { createUnattended } from '../core/unattended'
import { createTableExports } from '../core/usage/table-export'
import { createVaultCare } from '../core/vault-care'
import { createAgentDoor } from './agent-door'
import { createDispatcher, type Dispatch } from './dispatcher'
import { createEnv } from './env'
import { createEvents, type Emitted } from './events'
import { createExportDoor } from './export-door'
import { appHandlers } from './handlers/app'
import { auditHandlers } from './handlers/audit'
import { connectionHandlers } from './handlers/connections'
import { envHandlers } from './handlers/env'
import { fileHandlers } from './handlers/files'
import { grantHandlers } from './handlers/grants'
import { keyHandlers } from './handlers/keys'
import { reminderHandlers } from './handlers/reminders'
import { runHandlers } from './handlers/run'
import { usageHandlers } from './handlers/usage'
import { vaultHandlers } from './handlers/vault'
import { vaultsHandlers } from './handlers/vaults'
import { viewHandlers } from './handlers/views'
import type { AgentDoor } from '../ports/agent'
import type { AppPorts } from './ports'
import { createNews } from './news'
import { createProviders } from './providers'
import { createReminders } from './reminders'
import { createUsage } from './usage'
import { createUsageProgress } from './usage-progress'

export interface KeyquayApp {
  readonly dispatch: Dispatch
  /** For programs in a terminal, over the agent's socket. */
  readonly agent: AgentDoor
  /** Looks at the vault's folder; call once before the first dispatch. */
  start(): Promise<void>
  lock(reason: LockReason): Promise<void>
  touch(): void
  settings(): Settings
  /** Brings the window forward and has it go there: now, or after the next unlock. */
  navigate(place: Place): void
  /** The computer woke, or somebody is back at it. */
  wake(): void
  /** Events carry a revision that only rises; the answer stops listening. */
  onEvent(listener: (event: Emitted) => void): () => void
  /** Locks and ends the store's worker. */
  quit(): Promise<void>
}

/** What changes what a person is to be reminded of. */
const REMINDED_OF = new Set<string>(['keys.changed', 'remote.changed', 'settings.changed', 'session.changed'])

/** Long enough for somebody who unlocks to find a key first. */
const BACKUP_AFTER_UNLOCK_MS = 20_000

/** Composes the core from its ports. The same app stands behind the window and behind `kq`. */
export function createApp(ports: AppPorts): KeyquayApp {
  const { host, clock, log, info } = ports
  const events = createEvents()
  const news = createNews(events)
  const settings = createSettingsBook(ports.settings, log, news.settings)
  const device = createDeviceKeys(ports.secureStorage, ports.deviceKeyFile)
  const session = createSession({
    host,
    clock,
    log,
    device,
    notes: ports.lockedNotes,
    recognition: createRecognition({ file: ports.leftHere, isOwnVault: info.isOwnVault, log }),
    vaultName: info.vaultName,
    vaultFolder: info.vaultFolder,
    autoLockMinutes: () => settings.current().autoLockMinutes,
    changed: news.session
  })
  const firstPage = createFirstPage({ session, clock, hasWindow: ports.hasWindow })
  const unattended = createUnattended({ session, firstPage })
  const clipboard = createClipboardLeases({ clipboard: ports.clipboard, clock, log, changed: news.clipboard })
  // A lock first takes back what has left the vault.
  session.beforeLock(() => clipboard.drop())
  const localUses = createLocalUses({ session, clock, log, changed: news.usage })
  const env = createEnv({
    session,
    files: ports.envFiles,
    connectors: ports.connectors,
    clock,
    localUses,
    keysChanged: news.keys,
    changed: news.env,
    progress: news.scan
  })
  const keyParts: Omit<Parameters<typeof createKeys>[0], 'changed'> = {
    session,
    clipboard,
    clock,
    settings: settings.current,
    localUses,
    sample: (id, secret) => providers.samples(id, secret)
  }
  const keys = createKeys({ ...keyParts, changed: news.keys })
  // Many changes are told of once, at their end.
  const bulk = createBulkChanges(createKeys({ ...keyParts, changed: () => undefined }), news.keys)
  const providers = createProviders({
    session,
    unattended,
    connectors: ports.connectors,
    files: env.bindings,
    clock,
    log,
    keepsUp: ports.keepsUp,
    askAgainMinutes: () => settings.current().askPasswordAgainMinutes,
    changed: () => {
      news.keys()
      news.remote()
    },
    workChanged: news.work
  })
  const usageProgress = createUsageProgress(news.usageProgress)
  const usage = createUsage({
    session,
    connectors: ports.connectors,
    accounts: providers.accounts,
    clock,
    log,
    keepsUp: ports.keepsUp,
    settings: settings.current,
    keysChanged: news.keys,
    changed: news.usage,
    readingsChanged: () => {
      reminders.changed()
    },
    progress: usageProgress.syncing
  })
  const exports = createTableExports({ session, files: ports.files, progress: usageProgress.exporting })
  const exportFile = createExportDoor({ session, dialogs: ports.dialogs, clock })
  const reminders = createReminders({
    ports: ports.reminders,
    secureStorage: ports.secureStorage,
    session,
    firstPage,
    unattended,
    settings,
    keys,
    clock,
    log,
    keepsUp: ports.keepsUp,
    usage: usage.readings,
    told: news.reminders,
    wanted: news.navigation
  })
  events.listen(({ name }) => {
    if (REMINDED_OF.has(name)) reminders.changed()
    // What was done at a provider must not be done again from a copy made before it.
    if (name === 'remote.changed') void session.keepPlace()
  })
  const grants = createGrants({
    session,
    clock,
    hasWindow: ports.hasWindow,
    wanted: () => {
      const { tray, notifier } = ports.reminders
      tray.openWindow()
      notifier.show({ ...grantNotice[reminders.language()], buttons: [], urgent: true }, tray.openWindow)
    },
    changed: () => {
      news.grants(grants.counts())
    }
  })
  const care = createVaultCare(session, device, clock)
  const backups = createBackups({ host, session, clock, log, settings: settings.current })
  const transfer = createTransfer({
    session,
    clock,
    files: ports.files,
    derive: ports.derive,
    bindings: env.bindings,
    changed: news.keys
  })
  unattended.after(() => {
    backups.keepUp(ports.keepsUp ? BACKUP_AFTER_UNLOCK_MS : 0)
    void emptyRestedBin(session, keys, clock).catch(() => {
      log.warn('bin not emptied')
    })
  })

  const snapshot = (): Snapshot => ({
    revision: events.revision(),
    version: info.version,
    platform: info.platform,
    vaultFolder: info.vaultFolder,
    session: session.current(),
    clipboard: clipboard.current(),
    settings: settings.current()
  })
  const handlers = {
    ...appHandlers({ ports, session, settings, snapshot }),
    ...vaultHandlers({
      ...ports,
      session,
      care,
      device,
      language: () => reminders.language(),
      askAgainMinutes: () => settings.current().askPasswordAgainMinutes
    }),
    ...vaultsHandlers({
      session,
      folders: ports.vaultFolders,
      dialogs: ports.dialogs,
      chosen: ports.vaultChosen
    }),
    ...keyHandlers({ keys, bulk, clipboard }),
    ...auditHandlers({ session, exports, exportFile }),
    ...usageHandlers({
      session,
      sync: usage.sync,
      exports,
      exportFile,
      clock,
      changed: () => {
        news.usage()
        // What was acknowledged is no reminder any more.
        reminders.changed()
      }
    }),
    ...viewHandlers({ session, clock, changed: news.views }),
    ...fileHandlers({ backups, transfer, named: env.named, files: ports.files, dialogs: ports.dialogs, clock }),
    ...connectionHandlers({
      ...providers,
      oldUses: usage.oldUses,
      keys,
      connectors: ports.connectors,
      session,
      links: ports.links
    }),
    ...envHandlers({ ...env, session, dialogs: ports.dialogs }),
    ...runHandlers({ runs: createRuns({ session, keys, localUses, clock, changed: news.keys }) }),
    ...grantHandlers(grants),
    ...reminderHandlers({ ...ports, reminders, ports: ports.reminders, session, settings })
  }

  const answer = createDispatcher({ handlers, phase: () => session.current().phase, log })
  const dispatch: Dispatch = async (envelope, sender) => {
    const result = await answer(envelope, sender)
    if (envelope.name === 'keys.list' && sender.actor === 'window') firstPage.answered()
    return result
  }

  return {
    dispatch,
    agent: createAgentDoor({
      session,
      grants,
      keys,
      dispatch,
      log,
      clock,
      onEvent: events.listen,
      comeForward: ports.reminders.tray.openWindow
    }),
    async start() {
      await session.refresh()
      await reminders.start()
    },
    lock: (reason) => session.lock(reason),
    touch: session.touch,
    wake: reminders.wake,
    settings: settings.current,
    navigate: reminders.navigation.want,
    onEvent: events.listen,
    async quit() {
      await session.lock('quit')
      reminders.keeper.stop()
      await clipboard.drop()
      await host.dispose()
    }
  }
}
