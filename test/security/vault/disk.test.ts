import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../../fixtures/vaults/build-worker'
import { hostInThread, PASSWORD, temporaryFolder, utf8, auditDraft } from '../../fixtures/vaults/temporary-vault'
import { DEVICE_KEY } from '../../fixtures/vaults/data-key-of'
import { makeKeys } from '../../fixtures/make-keys'

const cannotMount = spawnSync('unshare', ['-m', 'true']).status !== 0
const home = temporaryFolder()
let program: string

beforeAll(async () => {
  program = await bundle('test/security/vault/disk-program.ts', 'disk-program')
})
afterAll(() => { home.remove() })

/** Runs a case of `disk-program.ts` in a mount namespace of its own, after `mounting`. */
function inNamespace(mounting: string, name: string, folder: string): unknown {
  const script = `${mounting} && exec "$0" "$1" "$2" "$3"`
  const run = spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath, program, name, folder], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

async function vaultIn(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const vault = await hostInThread(folder).create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  await vault.store.keys.addMany([...makeKeys(5)], auditDraft('vault.imported'))
  await vault.close()
}

describe.skipIf(cannotMount)('a real disk (needs root for unshare -m)', () => {
  it('check 47: a full one is reported, and the next write after freeing space succeeds', () => {
    const folder = join(home.folder, 'small')
    mkdirSync(folder)
    const seen = inNamespace(`mount -t tmpfs -o size=1100k small ${folder}`, 'full', folder)
    expect(seen).toEqual({ code: 'disk-full', afterwards: 'written', keysKept: true, trail: true })
  })

  it('check 47: a full one at creation leaves nothing behind', () => {
    const folder = join(home.folder, 'tiny')
    mkdirSync(folder)
    expect(inNamespace(`mount -t tmpfs -o size=100k tiny ${folder}`, 'create', folder)).toEqual({ code: 'disk-full', presence: 'absent' })
  })

  it('check 48: a read-only folder opens for reading, and each write says so', async () => {
    const folder = join(home.folder, 'read-only')
    await vaultIn(folder)
    const before = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('hex')])
    const seen = inNamespace(`mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder}`, 'read-only', folder)
    expect(seen).toEqual({
      presence: { kind: 'present', vaultId: expect.any(String) as string, hint: '', readOnly: true, slots: ['password', 'device'] },
      readOnly: true,
      total: 5,
      secret: 43,
      codes: ['vault-read-only', 'vault-read-only', 'vault-read-only', 'vault-read-only'],
      backup: 5,
      scratch: 0
    })
    expect(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('hex')])).toEqual(before)
  })

  it('check 48: a read-only file in a writable folder opens for reading too', async () => {
    const folder = join(home.folder, 'read-only-file')
    await vaultIn(folder)
    const file = join(folder, 'vault-1.db')
    const seen = inNamespace(`mount --bind ${file} ${file} && mount -o remount,bind,ro ${file}`, 'read-only', folder)
    expect(seen).toMatchObject({ readOnly: true, total: 5, codes: Array(4).fill('vault-read-only') })
  })
})

describe('a folder that cannot be used', () => {
  it('is refused, and nothing is written', async () => {
    const file = join(home.folder, 'a-file')
    writeFileSync(file, 'not a folder')
    const host = hostInThread(file)
    expect(await host.presence()).toEqual({ kind: 'damaged', code: 'vault-folder-unusable' })
    await expect(host.create({ password: utf8('x'), hint: '' })).rejects.toMatchObject({ code: 'vault-folder-unusable' })
    expect(readFileSync(file, 'utf8')).toBe('not a folder')
  })
})
