import { COST_FLOOR } from '../../../src-main/crypto/argon2'
import { createVaultHost } from '../../../src-main/store/client'
import { buildStoreWorker } from '../../fixtures/vaults/build-worker'
import { handClock, hostInThread } from '../../fixtures/vaults/temporary-vault'
import { describeVault } from './suite'

const startWorker = await buildStoreWorker()

describeVault('in this thread', (folder) => hostInThread(folder))

describeVault('in its worker', (folder) =>
  createVaultHost({ folder, clock: handClock(), startWorker: () => startWorker({ folder, cost: COST_FLOOR }) })
)
