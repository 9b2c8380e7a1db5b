import type { Worker } from 'node:worker_threads'
import { AppError } from '@contract/errors'
import type { AsyncVaultStore, OpenVault, VaultHost } from '../ports/vault-store'
import { Attempts, type MonotonicClock } from './attempts'
import type { EngineOptions, Opened, VaultEngine } from './engine'
import { linkInThread, linkToWorker, type EngineLink } from './link'
import { storeCalls, type EngineCall } from './protocol'
import { presenceOf, vaultPaths } from './vault-folder'

export interface VaultHostOptions {
  readonly folder: string
  readonly clock: MonotonicClock
  /** Starts the bundle of `worker.ts` with {@link EngineOptions} as its `workerData`. */
  readonly startWorker: () => Worker
}

/** The vault in a folder. Its database, keys and derivations live on a thread that starts and ends with each session. */
export function createVaultHost({ folder, clock, startWorker }: VaultHostOptions): VaultHost {
  return createHost(folder, clock, () => linkToWorker(startWorker()))
}

/** The same vault on the calling thread, which its work then blocks: for tests and tools. */
export function createVaultHostInThread(options: EngineOptions & { readonly clock: MonotonicClock }): VaultHost {
  return createHost(options.folder, options.clock, () => linkInThread(options))
}

function createHost(folder: string, clock: MonotonicClock, connect: () => EngineLink): VaultHost {
  const attempts = new Attempts(clock)
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
      return openVault({ link, engine, attempts, readOnly, leave })
    } catch (error) {
      await leave()
      throw error
    }
  }

  return {
    presence: async () => presenceOf(vaultPaths(folder)),
    create: (options) => enter((engine) => engine.create(options)),
    open: (opener) => attempts.attempt(() => enter((engine) => engine.open(opener))),
    async dispose() {
      const link = current
      current = null
      await link?.end()
    }
  }
}

interface OpenParts {
  readonly link: EngineLink
  readonly engine: RemoteEngine
  readonly attempts: Attempts
  readonly readOnly: boolean
  readonly leave: () => Promise<void>
}

function openVault({ link, engine, attempts, readOnly, leave }: OpenParts): OpenVault {
  return {
    store: remoteStore(link),
    readOnly,
    async confirm(opener) {
      try {
        return await attempts.attempt(async () => {
          if (await engine.confirm(opener)) return true
          throw new AppError('wrong-password', { retryAfterMs: 0 })
        })
      } catch (error) {
        if (error instanceof AppError && error.code === 'wrong-password') return false
        throw error
      }
    },
    changePassword: engine.changePassword,
    setRecoveryCode: engine.setRecoveryCode,
    setDeviceKey: engine.setDeviceKey,
    rotateDataKey: (openers) => attempts.attempt(() => engine.rotateDataKey(openers)),
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
    close: remote('close')
  }
}

/** The store's methods as messages, made from the one list of them. */
function remoteStore(link: EngineLink): AsyncVaultStore {
  const groups = Object.entries(storeCalls).map(([group, names]) => {
    const methods = Object.keys(names).map((name) => [name, (...args: unknown[]) => link.call(`${group}.${name}`, args)])
    return [group, Object.freeze(Object.fromEntries(methods))]
  })
  return Object.freeze(Object.fromEntries(groups)) as AsyncVaultStore
}
