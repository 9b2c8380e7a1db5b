import { AppError, isAppError } from '@contract/errors'
import type { AsyncVaultStore, Opener, OpenVault, VaultHost } from '../ports/vault-store'
import { attemptsAt, type Attempts, type MonotonicClock } from './attempts'
import { listBackups } from './backup-list'
import type { Opened, VaultEngine } from './engine'
import type { EngineLink } from './link'
import { storeCalls, type EngineCall } from './protocol'
import { presenceOf, vaultPaths } from './vault-folder'

/** The vault in a folder, whatever thread its engine runs on. `connect` starts an engine for one session. */
export function createHost(folder: string, clock: MonotonicClock, connect: () => EngineLink): VaultHost {
  const { attempts, programAttempts, backupAttempts } = attemptsAt(folder, clock)
  let current: EngineLink | null = null

  async function enter(work: (engine: RemoteEngine) => Promise<Opened>): Promise<OpenVault> {
    if (current !== null) throw new AppError('vault-busy', {})
    const link = connect()
    current = link
    const leave = async (): Promise<void> => {
      if (current === link) current = null
      await link.end()
    }
    try {
      const engine = remoteEngine(link)
      const { readOnly } = await work(engine)
      return openVault({
        link,
        engine,
        attempts,
        programAttempts,
        readOnly,
        leave,
        ended: link.broken.then(leave).catch(() => undefined)
      })
    } catch (error) {
      await leave()
      throw error
    }
  }

  async function once<Value>(work: (engine: RemoteEngine) => Promise<Value>): Promise<Value> {
    const link = connect()
    try {
      return await work(remoteEngine(link))
    } finally {
      await link.end()
    }
  }

  return {
    presence: () => Promise.resolve(presenceOf(vaultPaths(folder))),
    create: (options) => enter((engine) => engine.create(options)),
    backups: () => Promise.resolve(listBackups(vaultPaths(folder))),
    verifyBackup: (file, opener) =>
      tryOpener(backupAttempts, opener, () => once((engine) => engine.verifyBackup(file, opener))),
    restore: (options) =>
      attempts.inTurn(() =>
        tryOpener(backupAttempts, options.opener, () => {
          if (current !== null) throw new AppError('vault-busy', {})
          return once((engine) => engine.restore(options))
        })
      ),
    open: (opener) => tryOpener(attempts, opener, () => enter((engine) => engine.open(opener))),
    async dispose() {
      const link = current
      current = null
      await link?.end()
    }
  }
}

// A device key comes from the keyring: nobody guesses it at the keyboard, and it does not prove who sits there.
function tryOpener<Value>(attempts: Attempts, { slot }: Opener, work: () => Promise<Value>): Promise<Value> {
  return slot === 'device' ? attempts.inTurn(work) : attempts.attempt(work)
}

interface OpenParts {
  readonly link: EngineLink
  readonly engine: RemoteEngine
  readonly attempts: Attempts
  readonly programAttempts: Attempts
  readonly readOnly: boolean
  readonly leave: () => Promise<void>
  readonly ended: Promise<void>
}

function openVault({ link, engine, attempts, programAttempts, readOnly, leave, ended }: OpenParts): OpenVault {
  return {
    store: remoteStore(link),
    readOnly,
    ended,
    async confirm(opener, fromProgram = false) {
      const confirmed = async (): Promise<true> => {
        if (await engine.confirm(opener)) return true
        throw new AppError('wrong-password', { retryAfterMs: 0 })
      }
      try {
        // One derivation at a time, whoever it is for.
        if (fromProgram) return await attempts.inTurn(() => tryOpener(programAttempts, opener, confirmed))
        return await tryOpener(attempts, opener, confirmed)
      } catch (error) {
        if (isAppError(error, 'wrong-password')) return false
        throw error
      }
    },
    changePassword: engine.changePassword,
    setRecoveryCode: engine.setRecoveryCode,
    setDeviceKey: engine.setDeviceKey,
    rotateDataKey: (openers) => attempts.attempt(() => engine.rotateDataKey(openers)),
    backup: engine.backup,
    scheduledBackup: engine.scheduledBackup,
    async close() {
      try {
        await engine.close()
      } finally {
        await leave()
      }
    }
  }
}

type RemoteEngine = Pick<VaultEngine, EngineCall>

function remoteEngine(link: EngineLink): RemoteEngine {
  const remote =
    <Name extends EngineCall>(name: Name) =>
    (...args: Parameters<VaultEngine[Name]>) =>
      link.call(name, args) as ReturnType<VaultEngine[Name]>
  return {
    create: remote('create'),
    open: remote('open'),
    confirm: remote('confirm'),
    changePassword: remote('changePassword'),
    setRecoveryCode: remote('setRecoveryCode'),
    setDeviceKey: remote('setDeviceKey'),
    rotateDataKey: remote('rotateDataKey'),
    backup: remote('backup'),
    scheduledBackup: remote('scheduledBackup'),
    verifyBackup: remote('verifyBackup'),
    restore: remote('restore'),
    close: remote('close')
  }
}

/** The store's methods as messages, made from the one list of them. */
function remoteStore(link: EngineLink): AsyncVaultStore {
  const groups = Object.entries(storeCalls).map(([group, names]): [string, unknown] => {
    const methods = Object.keys(names).map((name) => [
      name,
      (...args: unknown[]) => link.call(`${group}.${name}`, args)
    ])
    return [group, Object.freeze(Object.fromEntries(methods))]
  })
  return Object.freeze(Object.fromEntries(groups)) as AsyncVaultStore
}
