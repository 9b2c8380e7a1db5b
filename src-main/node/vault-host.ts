import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '@contract/errors'
import type { Clock } from '../ports/clock'
import type { VaultHost } from '../ports/vault-store'
import { createVaultHost } from '../store/client'
import type { Keeper } from './kept-file'

/** The vault in `folder`, worked by the store's own thread, whose bundle lies beside this one. */
export function createWorkerVaultHost(folder: string, clock: Clock): VaultHost {
  return createVaultHost({
    folder,
    clock,
    startWorker: () => new Worker(join(import.meta.dirname, 'store-worker.js'), { workerData: { folder } })
  })
}

/** Has `keeper` know which vault lies there, as of each look into its folder. */
export function tellingWhich(host: VaultHost, keeper: Keeper): VaultHost {
  return {
    ...host,
    async presence() {
      const found = await host.presence()
      keeper.vaultId = found.kind === 'present' ? found.vaultId : null
      return found
    }
  }
}

/**
 * A vault that was chosen has been there: where its folder holds none now, because its disk or share is not there,
 * every call throws `vault-folder-missing`, and nothing is made in its place.
 */
export function keptElsewhere(host: VaultHost, folder: string): VaultHost {
  async function requireThere(): Promise<void> {
    if ((await host.presence()).kind === 'absent') throw new AppError('vault-folder-missing', { folder })
  }
  return {
    ...host,
    async presence() {
      const found = await host.presence()
      return found.kind === 'absent' ? { kind: 'damaged', code: 'vault-folder-missing' } : found
    },
    async create(options) {
      await requireThere()
      return host.create(options)
    },
    async open(opener) {
      await requireThere()
      return host.open(opener)
    },
    async restore(options) {
      await requireThere()
      return host.restore(options)
    }
  }
}
