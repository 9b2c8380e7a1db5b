import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VaultPlace } from '@contract/model/vault-place'
import { looksHere } from '@main/node/folder-looks'
import { homeIn } from '@main/node/home'
import { homePorts } from '@main/node/home-ports'
import { createVaultFolders } from '@main/node/vault-folders'
import { keptElsewhere } from '@main/node/vault-host'
import { createVaultHostInThread } from '@main/store/in-thread'
import { makeVault } from '../cli/run-kq'
import { openApp, PASSWORD, type TestApp } from './open-app'

let root: string
let home: string
let app: TestApp

/** A vault in a folder of its own, and where it lies. */
async function vaultIn(name: string): Promise<string> {
  await makeVault(join(root, name), PASSWORD)
  return join(root, name, 'vault')
}

/** What the person chooses in the dialog, looked at. */
async function choose(folder: string): Promise<VaultPlace> {
  app.chosen.push(folder)
  return app.call('vaults.look', { folder: null })
}

async function open({ folder, vaultId }: VaultPlace): Promise<void> {
  await app.call('vaults.open', { folder, vaultId })
}

async function refusal(folder: string): Promise<string> {
  app.chosen.push(folder)
  return app.failure('vaults.look', { folder: null })
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'keyquay-vaults-'))
  home = join(root, 'home')
  mkdirSync(home, { mode: 0o700 })
  app = await openApp({}, undefined, { home })
})
afterEach(async () => {
  await app.close()
  rmSync(root, { recursive: true, force: true })
})

describe('opening an existing vault folder', () => {
  it('is remembered beside the settings, for the app and for kq, and takes nothing along', async () => {
    const team = await vaultIn('team')
    const before = homeIn(home)
    const place = await choose(join(root, 'team'))
    expect(place).toMatchObject({ folder: team, name: 'team', isOwn: false, isCurrent: false, standing: 'present' })
    await open(place)
    const after = homeIn(home)
    expect(after).toMatchObject({ vaultFolder: team, vaultName: 'team', isOwnVault: false, folder: home })
    for (const kept of ['stateFolder', 'deviceKeyFile', 'lockedNotesFile'] as const) {
      expect(after[kept]).not.toBe(before[kept])
      expect(after[kept].startsWith(home)).toBe(true)
    }
    expect(after.logFile).toBe(before.logFile)
    expect(statSync(join(home, 'vaults.json')).mode & 0o777).toBe(0o600)
  })

  it('locks the vault that is open, and leaves it where it is to be chosen again', async () => {
    await app.call('vault.create', { password: PASSWORD, hint: '' })
    const team = await vaultIn('team')
    await open(await choose(team))
    expect((await app.call('app.snapshot', {})).session.phase).toBe('locked')
    // Whoever works with the chosen vault says that it is the current one; this core still has its own.
    const standing = ({ folder, isCurrent, standing }: VaultPlace) => [folder, isCurrent, standing]
    const own = join(home, 'vault')
    expect((await app.call('vaults.list', {})).vaults.map(standing)).toEqual([
      [own, true, 'present'],
      [team, false, 'present']
    ])
    expect((await createVaultFolders(homeIn(home), looksHere).list()).vaults.map(standing)).toEqual([
      [own, false, 'present'],
      [team, true, 'present']
    ])
    const { stateFolder } = homeIn(home)
    mkdirSync(stateFolder, { recursive: true })
    writeFileSync(join(stateFolder, 'device-key.json'), '{}')
    await open(await app.call('vaults.look', { folder: own }))
    expect(homeIn(home)).toMatchObject({ isOwnVault: true, stateFolder: home })
    expect((await app.call('vaults.list', {})).vaults.map(({ folder }) => folder)).toContain(team)
    await app.call('vaults.forget', { folder: team })
    expect((await app.call('vaults.list', {})).vaults).toHaveLength(1)
    expect(existsSync(stateFolder)).toBe(false)
    expect(readdirSync(team)).toContain('vault.json')
  })

  it('says by its own sentence why a folder is no vault to open, and changes nothing', async () => {
    const empty = join(root, 'empty')
    mkdirSync(empty)
    expect(await refusal(empty)).toBe('vault-absent')
    expect(await refusal(join(root, 'nowhere'))).toBe('vault-absent')
    expect(await refusal(home)).toBe('vault-absent')

    const foreign = join(root, 'foreign')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'vault.json'), '{"name":"something else"}')
    expect(await refusal(foreign)).toBe('vault-damaged')

    const newer = await vaultIn('newer')
    const header = JSON.parse(readFileSync(join(newer, 'vault.json'), 'utf8')) as { format: number }
    writeFileSync(join(newer, 'vault.json'), `${JSON.stringify({ ...header, format: 99 }, null, 2)}\n`)
    expect(await refusal(newer)).toBe('vault-newer')

    const headless = await vaultIn('headless')
    rmSync(join(headless, 'vault.json'))
    expect(await refusal(headless)).toBe('vault-header-missing')

    const emptied = await vaultIn('emptied')
    for (const name of readdirSync(emptied)) if (name.endsWith('.db')) truncateSync(join(emptied, name))
    expect(await refusal(emptied)).toBe('vault-database-empty')
    expect(homeIn(home).isOwnVault).toBe(true)
  })

  it('warns of a folder that is copied elsewhere, that others reach, or that cannot be written to', async () => {
    const team = await vaultIn('team')
    mkdirSync(join(root, 'Dropbox'))
    const copied = join(root, 'Dropbox', 'team')
    cpSync(team, copied, { recursive: true })
    chmodSync(copied, 0o755)
    expect(await choose(copied)).toMatchObject({ syncedBy: 'Dropbox', isOpenToOthers: true, isReadOnly: false })
    expect(await choose(team)).toMatchObject({ syncedBy: null, isOpenToOthers: false, isOnNetwork: false })
  })

  it('lets the window open only what the person chose or what is in the list', async () => {
    const team = await vaultIn('team')
    expect(await app.failure('vaults.look', { folder: team })).toBe('sender-refused')
    expect(await app.failure('vaults.open', { folder: team, vaultId: null })).toBe('sender-refused')
    expect(await app.failure('vaults.forget', { folder: team })).toBe('sender-refused')
    expect(await app.failure('vaults.look', { folder: null })).toBe('cancelled')
  })

  it('opens only the vault that was shown, not one that lies there since', async () => {
    const team = await vaultIn('team')
    const shown = await choose(team)
    rmSync(team, { recursive: true })
    cpSync(await vaultIn('other'), team, { recursive: true })
    const { folder, vaultId } = shown
    expect(await app.failure('vaults.open', { folder, vaultId })).toBe('vault-folder-changed')
    expect(homeIn(home).isOwnVault).toBe(true)
    await open(await choose(team))
    expect(homeIn(home).vaultFolder).toBe(team)
  })

  it('keeps a damaged list of vaults aside and says so', async () => {
    writeFileSync(join(home, 'vaults.json'), '{"chosen": 7')
    const damaged = homeIn(home)
    expect([damaged.isOwnVault, damaged.isVaultKnown]).toEqual([false, false])
    const { host } = homePorts(damaged, '0.0.0')
    expect(await host.presence()).toEqual({ kind: 'damaged', code: 'vault-choice-damaged' })
    const password = new TextEncoder().encode(PASSWORD)
    await expect(host.create({ password, hint: '' })).rejects.toMatchObject({ code: 'vault-choice-damaged' })
    await expect(host.open({ slot: 'password', password })).rejects.toMatchObject({ code: 'vault-choice-damaged' })
    expect(existsSync(damaged.vaultFolder)).toBe(false)
    expect(await app.call('vaults.list', {})).toMatchObject({ isWhole: false })
    const team = await vaultIn('team')
    await open(await choose(team))
    expect(await app.call('vaults.list', {})).toMatchObject({ isWhole: true })
    expect(readdirSync(home).filter((name) => name.startsWith('vaults.damaged-'))).toHaveLength(1)
  })
})

describe('a chosen vault whose folder is gone', () => {
  it('is missing, and nothing is made in its place', async () => {
    const team = await vaultIn('team')
    await open(await choose(team))
    rmSync(team, { recursive: true })
    const host = createVaultHostInThread({ folder: team, clock: { monotonicMs: () => 0 } })
    const elsewhere = keptElsewhere(host, team, looksHere)
    expect(await elsewhere.presence()).toEqual({ kind: 'damaged', code: 'vault-folder-missing' })
    const password = new TextEncoder().encode(PASSWORD)
    await expect(elsewhere.create({ password, hint: '' })).rejects.toMatchObject({ code: 'vault-folder-missing' })
    await expect(
      elsewhere.restore({
        file: join(root, 'x'),
        opener: { slot: 'password', password },
        at: '2026-11-20T00:00:00.000Z'
      })
    ).rejects.toMatchObject({ code: 'vault-folder-missing' })
    expect(readdirSync(join(root, 'team'))).toEqual([])
    expect((await app.call('vaults.list', {})).vaults.find(({ isOwn }) => !isOwn)?.standing).toBe('missing')
    expect(await app.failure('vaults.open', { folder: team, vaultId: null })).toBe('vault-folder-missing')
  })
})
