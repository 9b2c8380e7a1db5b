import type { Worker } from 'node:worker_threads'
import type { VaultHost } from '../ports/vault-store'
import type { MonotonicClock } from './attempts'
import { createHost } from './host'
import { linkToWorker } from './link'

export interface VaultHostOptions {
  readonly folder: string
  readonly clock: MonotonicClock
  /** Starts the bundle of `worker.ts` with `EngineOptions` as its `workerData`. */
  readonly startWorker: () => Worker
}

/**
 * The vault in a folder. Its database, keys and derivations live on a thread that starts and ends with each session;
 * this thread loads neither SQLite nor Argon2.
 */
export function createVaultHost({ folder, clock, startWorker }: VaultHostOptions): VaultHost {
  return createHost(folder, clock, () => linkToWorker(startWorker()))
}
