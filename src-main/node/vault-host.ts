import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Clock } from '../ports/clock'
import type { VaultHost } from '../ports/vault-store'
import { createVaultHost } from '../store/client'

/** The vault in `folder`, worked by the store's own thread, whose bundle lies beside this one. */
export function createWorkerVaultHost(folder: string, clock: Clock): VaultHost {
  return createVaultHost({
    folder,
    clock,
    startWorker: () => new Worker(join(import.meta.dirname, 'store-worker.js'), { workerData: { folder } })
  })
}
