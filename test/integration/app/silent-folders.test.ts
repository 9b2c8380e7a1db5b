import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { COST_FLOOR, derivePasswordKey } from '@main/crypto/argon2'
import { systemClock } from '@main/node/clock'
import { createFolderLooks, type FolderLooks } from '@main/node/folder-looks'
import { keptElsewhere } from '@main/node/vault-host'
import { createVaultHostInThread } from '@main/store/in-thread'
import { bundle } from '../../fixtures/vaults/build-worker'
import { makeVault } from '../cli/run-kq'
import { openApp, PASSWORD, type TestApp } from './open-app'

const HANG = join(import.meta.dirname, '../../fixtures/vaults/hang.mjs')

let looker: string
let root: string
let silent: string
let started: ChildProcess[]
let looks: FolderLooks
let app: TestApp

beforeAll(async () => {
  looker = await bundle('src-main/node/folder-looker.ts', 'folder-looker')
}, 60_000)
afterAll(() => {
  rmSync(looker, { force: true })
})

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'keyquay-silent-'))
  silent = join(root, 'share', 'vault')
  await makeVault(join(root, 'share'), PASSWORD)
  await makeVault(join(root, 'team'), PASSWORD)
  const pipe = join(root, 'pipe')
  execFileSync('mkfifo', [pipe])
  started = []
  looks = createFolderLooks({
    clock: systemClock,
    start(questions) {
      const child = spawn(process.execPath, ['--import', HANG, looker, ...questions], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, KEYQUAY_TEST_SILENT: silent, KEYQUAY_TEST_PIPE: pipe }
      })
      started.push(child)
      return { stdout: child.stdout, kill: () => void child.kill('SIGKILL') }
    }
  })
  const home = join(root, 'home')
  mkdirSync(home, { mode: 0o700 })
  writeFileSync(join(home, 'vaults.json'), JSON.stringify({ chosen: null, recent: [silent, join(root, 'team', 'vault')] }))
  app = await openApp({}, undefined, { home, looks })
})
afterEach(async () => {
  await app.close()
  rmSync(root, { recursive: true, force: true })
})

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => {
      resolve()
    })
  })

describe.skipIf(process.platform === 'win32')('a vault on a share that does not answer', () => {
  it('is said to be silent in the list, and holds up neither the others nor anything else', async () => {
    const listing = app.call('vaults.list', {})
    // While it is looked for: a key derivation, which needs one of Node's four threads, and a vault that opens.
    ;(await derivePasswordKey(new TextEncoder().encode('x'), new Uint8Array(16), COST_FLOOR)).dispose()
    await app.call('vault.create', { password: PASSWORD, hint: '' })
    const { vaults } = await listing
    expect(vaults.map(({ name, standing }) => [name, standing])).toEqual([
      ['home', 'present'],
      ['share', 'silent'],
      ['team', 'present']
    ])
    expect(started).toHaveLength(2)
    await Promise.all(started.map(ended))
  })

  it('is not opened, says why, and can be taken out of the list', async () => {
    expect(await app.failure('vaults.look', { folder: silent })).toBe('vault-folder-silent')
    expect(await app.failure('vaults.open', { folder: silent, vaultId: null })).toBe('vault-folder-silent')
    const team = await app.call('vaults.look', { folder: join(root, 'team', 'vault') })
    expect(team).toMatchObject({ standing: 'present', name: 'team' })
    expect(started).toHaveLength(3)
    await app.call('vaults.forget', { folder: silent })
    expect((await app.call('vaults.list', {})).vaults.map(({ standing }) => standing)).toEqual(['absent', 'present'])
  })

  it('is damage and no first run where it was chosen, and the app starts all the same', async () => {
    const host = keptElsewhere(createVaultHostInThread({ folder: silent, clock: systemClock }), silent, looks)
    expect(await host.presence()).toEqual({ kind: 'damaged', code: 'vault-folder-silent' })
    const password = new TextEncoder().encode(PASSWORD)
    await expect(host.open({ slot: 'password', password })).rejects.toMatchObject({ code: 'vault-folder-silent' })
    await Promise.all(started.map(ended))
  })
})
