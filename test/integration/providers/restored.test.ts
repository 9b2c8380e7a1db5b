import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as soon } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@contract/errors'
import type { AsyncVaultStore, OpenVault, VaultHost } from '@main/ports/vault-store'
import { openApp, PASSWORD } from '../app/open-app'
import { openProviders, settle, type ProvidersTest } from './open-providers'

const DAYS_MS = 3 * 86_400_000

let test: ProvidersTest
let oldId: string | null
let isFull: boolean

/** A vault on whose disk nothing more of remote keys can be written while it is full. */
function throughHost(host: VaultHost): VaultHost {
  const full = (vault: OpenVault): OpenVault => {
    const { remote } = vault.store
    const apply: AsyncVaultStore['remote']['apply'] = (...changes) =>
      isFull ? Promise.reject(new AppError('disk-full', {})) : remote.apply(...changes)
    return { ...vault, store: { ...vault.store, remote: { ...remote, apply } } }
  }
  return {
    ...host,
    create: async (options) => full(await host.create(options)),
    open: async (opener) => full(await host.open(opener))
  }
}

const holds = async () => (await test.app.call('app.snapshot', {})).session.holds
const oldKey = () => test.sandbox.providers.cloudoora.keys().find(({ id }) => id === oldId)?.status

/** Hours of looking for what is due. */
async function passTime(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) {
    test.app.clock.pass(60_000)
    for (let wait = 0; wait < 40; wait += 1) await soon()
  }
}

/** A backup with a rotation that was undone since is put in the vault's place. */
beforeEach(async () => {
  isFull = false
  test = await openProviders(['cloudoora'], { throughHost })
  const { app } = test
  const connectionId = await test.connect('cloudoora')
  const request = { name: 'ci', scopes: ['read-only'] }
  const { id } = await app.call('remote.create', { connectionId, kind: 'key', request, local: {} })
  oldId = (await test.link(id)).remoteId
  const rotation = await app.call('rotations.start', { id, revokeAtEnd: true })
  await settle(async () => (await app.call('rotations.list', {})).items[0]?.step === 'grace')
  const { file } = await app.call('backups.make', {})
  await app.call('rotations.abort', { id: rotation.id })
  app.clock.jump(DAYS_MS)
  await app.call('backups.restore', { file, password: PASSWORD })
})
afterEach(async () => {
  await test.close()
})

describe('a restored vault', () => {
  it('is held at the next unlock where what it says of rotations could not be held at the first', async () => {
    isFull = true
    await test.app.call('session.unlock', { password: PASSWORD })
    await passTime()
    await test.app.call('session.lock', {})
    isFull = false
    await test.app.call('session.unlock', { password: PASSWORD })
    expect(await holds()).toBe('older')
    await passTime()
    expect(oldKey()).toBe('active')
  })

  it('is so where this computer remembered nothing of it before', async () => {
    rmSync(join(test.app.home, 'left-here.json'))
    isFull = true
    await test.app.call('session.unlock', { password: PASSWORD })
    await test.app.call('session.lock', {})
    isFull = false
    await test.app.call('session.unlock', { password: PASSWORD })
    expect(await holds()).toBe('older')
  })

  it('is known once that was held, and asks nobody', async () => {
    for (let unlock = 0; unlock < 2; unlock += 1) {
      await test.app.call('session.unlock', { password: PASSWORD })
      expect(await holds()).toBeNull()
      await passTime()
      await test.app.call('session.lock', {})
    }
    expect(oldKey()).toBe('active')
  })
})

it('a backup of a vault that this computer never met is new when it is restored in a folder elsewhere', async () => {
  const { app } = test
  await app.call('session.unlock', { password: PASSWORD })
  const { file } = await app.call('backups.make', {})
  const elsewhere = await openApp({}, undefined, { clock: app.clock, vaultFolder: join(app.home, 'elsewhere'), isOwnVault: false })
  elsewhere.chosen.push(file)
  await elsewhere.call('backups.restore', { file: null, password: PASSWORD })
  await elsewhere.call('session.unlock', { password: PASSWORD })
  expect((await elsewhere.call('app.snapshot', {})).session.holds).toBe('new')
  await elsewhere.close()
})
