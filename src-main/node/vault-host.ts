import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '@contract/errors'
import type { Clock } from '../ports/clock'
import type { VaultHost, VaultPresence } from '../ports/vault-store'
import { createVaultHost } from '../store/client'
import type { FolderLooks } from './folder-looks'
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
 * every call throws `vault-folder-missing`, or `vault-folder-silent` where that does not answer, and nothing is made in
 * its place. `looks` keep what a share holds up out of this process.
 */
export function keptElsewhere(host: VaultHost, folder: string, looks: FolderLooks): VaultHost {
  async function presence(): Promise<VaultPresence> {
    const found = await looks.ask({ ask: 'presence', folder })
    if (found === null) return { kind: 'damaged', code: 'vault-folder-silent' }
    return found.kind === 'absent' ? { kind: 'damaged', code: 'vault-folder-missing' } : found
  }
  async function requireThere(): Promise<void> {
    const found = await presence()
    if (found.kind !== 'damaged') return
    if (found.code === 'vault-folder-missing' || found.code === 'vault-folder-silent')
      throw new AppError(found.code, { folder })
  }
  return {
    ...host,
    presence,
    async backups() {
      const found = await looks.ask({ ask: 'backups', folder })
      if (found === null) throw new AppError('vault-folder-silent', { folder })
      return found
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
