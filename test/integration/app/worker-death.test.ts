import type { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { COST_FLOOR } from '@main/crypto/argon2'
import { createVaultHost } from '@main/store/client'
import { buildStoreWorker } from '../../fixtures/vaults/build-worker'
import { openApp, PASSWORD } from './open-app'

it('locks when the store’s thread dies, and opens again with everything kept', async () => {
  const start = await buildStoreWorker()
  const workers: Worker[] = []
  const test = await openApp({}, (folder, clock) =>
    createVaultHost({
      folder,
      clock,
      startWorker: () => {
        const worker = start({ folder, cost: COST_FLOOR })
        workers.push(worker)
        return worker
      }
    })
  )
  await test.call('vault.create', { password: PASSWORD })
  const { id } = await test.call('keys.add', { fields: { name: 'kept' }, secret: 'cap_2f7a9c1e5b8d3f6a0c4e7b1d9e' })
  const locked = new Promise<string | null>((resolve) => {
    test.app.onEvent((event) => {
      if (event.name === 'session.changed' && event.payload.session.phase === 'locked') {
        resolve(event.payload.session.lockReason)
      }
    })
  })
  await workers.at(-1)?.terminate()
  expect(await locked).toBe('failure')
  await test.call('session.unlock', { password: PASSWORD })
  expect((await test.call('keys.get', { id })).name).toBe('kept')
  await test.close()
})
