import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as soon } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import { openApp, PASSWORD, type TestApp } from '../app/open-app'
import { openProviders, settle, type ProvidersTest } from '../providers/open-providers'
import { kqOf, makeWorkspace, type Workspace } from './open-env'

const OWN_FILE = '# my own\n'

let theirs: ProvidersTest
let work: Workspace
let home: string
let ours: TestApp | null
let keyId: KeyId

/** A vault that somebody prepared: its keys rotate by themselves, and are bound to this file of whoever opens it. */
async function prepare(file: string, name: string): Promise<void> {
  const { app } = theirs
  const connectionId = await theirs.connect('cloudnexus')
  const request = {
    name: 'ci',
    environment: 'prod',
    scopes: ['compute:read'],
    expiry: { kind: 'days' as const, days: 90 }
  }
  const created = await app.call('remote.create', { connectionId, kind: 'key', request, local: {} })
  keyId = created.id
  await app.call('remote.putAway', { id: keyId })
  work.write(file, '# theirs\n')
  const kq = kqOf(app)
  const { token } = await kq('env.preview', { keys: [{ keyId, name }], file: work.at(file) })
  await kq('env.write', { token })
  const policy = { kind: 'automatic', everyDays: 1, beforeExpiryDays: null, revokeAtEnd: false } as const
  await app.call('remote.setPolicy', { id: keyId, policy })
  const fields = { kind: 'webhook', name: 'theirs' } as const
  await app.call('reminders.saveChannel', { fields, secret: 'https://hooks.example/of-somebody-else' })
  await app.call('session.lock', {})
  app.clock.jump(30 * 86_400_000)
}

/** It lies in a folder that was opened here, on a computer that never had it. */
async function openTheirs(file: string): Promise<TestApp> {
  cpSync(theirs.app.folder, join(home, 'brought'), { recursive: true })
  work.write(file, OWN_FILE)
  ours = await openApp({ autoLockMinutes: 0, askPasswordAgainMinutes: 60 }, undefined, {
    clock: theirs.app.clock,
    home,
    vaultFolder: join(home, 'brought'),
    isOwnVault: false
  })
  await ours.call('session.unlock', { password: PASSWORD })
  return ours
}

async function passTime(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) {
    theirs.app.clock.pass(60_000)
    for (let wait = 0; wait < 40; wait += 1) await soon()
  }
}

const rotations = async () => (await ours!.call('rotations.list', {})).items

beforeEach(async () => {
  theirs = await openProviders(['cloudnexus'])
  work = makeWorkspace()
  home = mkdtempSync(join(tmpdir(), 'keyquay-brought-'))
  ours = null
})
afterEach(async () => {
  chmodSync(work.folder, 0o700)
  await ours?.close()
  await theirs.close()
  work.remove()
  rmSync(home, { recursive: true, force: true })
})

it('a vault that was brought along writes no file and rotates nothing until it is allowed here', async () => {
  await prepare('.env', 'CI_TOKEN')
  const app = await openTheirs('.env')
  expect((await app.call('app.snapshot', {})).session.holds).toBe('new')
  await passTime()
  expect(work.read('.env')).toBe(OWN_FILE)
  expect(await rotations()).toEqual([])
  expect(await app.call('vault.heldBack', {})).toEqual({
    rotations: 0,
    policies: 1,
    deliveries: 0,
    folders: [work.folder],
    moreFolders: 0,
    hosts: [new URL(theirs.sandbox.providers.cloudnexus.baseUrl).host, 'hooks.example'],
    moreHosts: 0
  })

  await app.call('vault.allow', {})
  await settle(async () => (await rotations()).some(({ step }) => step === 'grace'))
  expect(work.read('.env')).toContain('CI_TOKEN=')
})

it('a held vault still writes what a person asks for', async () => {
  await prepare('.env', 'CI_TOKEN')
  const app = await openTheirs('.env')
  const rotation = await app.call('rotations.start', { id: keyId })
  expect(rotation).toMatchObject({ step: 'grace', failure: null })
  expect(work.read('.env')).toContain('CI_TOKEN=')
  expect((await app.call('app.snapshot', {})).session.holds).toBe('new')
})

it('a name that decides which code a shell runs is never written unasked, even where the vault is allowed', async () => {
  await prepare('.bashrc', 'PROMPT_COMMAND')
  const app = await openTheirs('.bashrc')
  await app.call('vault.allow', {})
  await passTime()
  await settle(async () => (await rotations()).some(({ failure }) => failure !== null))
  expect((await rotations())[0]).toMatchObject({ step: 'writing', failure: { code: 'env-name-unattended' } })
  expect(work.read('.bashrc')).toBe(OWN_FILE)
})
