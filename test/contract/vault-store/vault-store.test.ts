import { COST_FLOOR } from '../../../src-main/crypto/argon2'
import type { VaultHost } from '../../../src-main/ports/vault-store'
import { createVaultHost } from '../../../src-main/store/client'
import { buildStoreWorker } from '../../fixtures/vaults/build-worker'
import { handClock, hostInThread } from '../../fixtures/vaults/temporary-vault'
import { describeRemote } from './remote-suite'
import { describeVault } from './suite'
import { describeUsage } from './usage-suite'
import { describeViews } from './views-suite'

const startWorker = await buildStoreWorker()

const inWorker = (folder: string): VaultHost =>
  createVaultHost({ folder, clock: handClock(), startWorker: () => startWorker({ folder, cost: COST_FLOOR }) })

describeVault('in this thread', (folder) => hostInThread(folder))
describeVault('in its worker', inWorker)
describeRemote('in this thread', (folder) => hostInThread(folder))
describeRemote('in its worker', inWorker)
describeUsage('in this thread', (folder) => hostInThread(folder))
describeUsage('in its worker', inWorker)
describeViews('in this thread', (folder) => hostInThread(folder))
describeViews('in its worker', inWorker)
