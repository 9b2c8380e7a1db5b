import { cpSync, rmSync } from 'node:fs'
import { setImmediate as soon } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@contract/ipc'
import { openApp, PASSWORD } from '../app/open-app'
import { openProviders, settle, type ProvidersTest } from './open-providers'

const DAYS_MS = 3 * 86_400_000

let test: ProvidersTest
let oldId: string | null

const session = async () => (await test.app.call('app.snapshot', {})).session

/** Hours of looking for what is due. */
async function passTime(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) {
    test.app.clock.pass(60_000)
    for (let wait = 0; wait < 40; wait += 1) await soon()
  }
}

const oldKey = () => test.sandbox.providers.cloudoora.keys().find(({ id }) => id === oldId)?.status

/** A copy of the vault's folder in which a rotation stands that was undone since; and what stands there now. */
beforeEach(async () => {
  test = await openProviders(['cloudoora'])
  const { app } = test
  const connectionId = await test.connect('cloudoora')
  const created: InputOf<'remote.create'> = {
    connectionId,
    kind: 'key',
    request: { name: 'ci', scopes: ['read-only'] },
    local: {}
  }
  const { id } = await app.call('remote.create', created)
  oldId = (await test.link(id)).remoteId
  const rotation = await app.call('rotations.start', { id, revokeAtEnd: true })
  await app.call('session.lock', {})
  cpSync(app.folder, `${app.folder}-older`, { recursive: true })
  await app.call('session.unlock', { password: PASSWORD })
  await settle(async () => (await app.call('rotations.list', {})).items[0]?.step === 'grace')
  await app.call('rotations.abort', { id: rotation.id })
  await app.call('session.lock', {})
  app.clock.jump(DAYS_MS)
})
afterEach(async () => {
  await test.close()
})

async function putBackTheOlder(): Promise<void> {
  rmSync(test.app.folder, { recursive: true })
  cpSync(`${test.app.folder}-older`, test.app.folder, { recursive: true })
  await test.app.call('session.unlock', { password: PASSWORD })
}

describe('an older copy of the vault in its place', () => {
  it('does not go on with a rotation that was undone since, so the key in use lives', async () => {
    await putBackTheOlder()
    expect((await session()).holds).toBe('older')
    await passTime()
    expect(oldKey()).toBe('active')
    expect(await test.app.call('vault.heldBack', {})).toMatchObject({ rotations: 1, policies: 0 })
    await test.app.call('session.lock', {})
    await test.app.call('session.unlock', { password: PASSWORD })
    expect((await session()).holds).toBe('older')
  })

  it('goes on once a person allowed it with the password, and is known from then on', async () => {
    await putBackTheOlder()
    test.app.clock.pass(DAYS_MS)
    expect(await test.app.failure('vault.allow', {})).toBe('password-needed-again')
    expect((await session()).holds).toBe('older')
    await test.app.call('session.confirmPassword', { password: PASSWORD })
    await test.app.call('vault.allow', {})
    expect((await session()).holds).toBeNull()
    await settle(() => oldKey() !== 'active')
    const { items } = await test.app.call('audit.list', {})
    expect(items.map(({ action }) => action)).toContain('vault.allowed')
    await test.app.call('session.lock', {})
    await test.app.call('session.unlock', { password: PASSWORD })
    expect((await session()).holds).toBeNull()
  })
})

it('a vault that only went on elsewhere since is known', async () => {
  await test.app.call('session.unlock', { password: PASSWORD })
  expect((await session()).holds).toBeNull()
  await test.app.call('session.lock', {})
  const { app } = test
  // Another computer opens the same folder.
  const other = await openApp({}, undefined, { clock: app.clock, vaultFolder: app.folder, isOwnVault: false })
  await other.call('session.unlock', { password: PASSWORD })
  expect((await other.call('app.snapshot', {})).session.holds).toBe('new')
  await other.close()
  await app.call('session.unlock', { password: PASSWORD })
  expect((await session()).holds).toBeNull()
})
