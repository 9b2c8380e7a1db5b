import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAppError } from '@contract/errors'
import { DEVICE_KEY, byDevice } from '../../fixtures/vaults/data-key-of'
import { makeKeys } from '../../fixtures/make-keys'
import { auditDraft, hostInThread, newKey, NOW, PASSWORD, query, utf8 } from '../../fixtures/vaults/temporary-vault'

// A process of its own for disk.test.ts (on a disk of its own) and worker.test.ts; prints what it met.
const [name, folder = '', part = '0'] = process.argv.slice(2)
const host = hostInThread(folder)
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'written'
  } catch (error) {
    return isAppError(error) ? error.code : String(error)
  }
}

if (name === 'full') process.stdout.write(JSON.stringify(await fillTheDisk()))
if (name === 'create') process.stdout.write(JSON.stringify({ code: await codeOf(host.create({ password: utf8(PASSWORD), hint: '' })), presence: (await host.presence()).kind }))
if (name === 'write') process.stdout.write(String(await writeFifty(Number(part))))
if (name === 'backups') process.stdout.write(JSON.stringify({ backups: await host.backups(), verified: await codeOf(host.verifyBackup(part, byDevice())) }))
if (name === 'read-only') process.stdout.write(JSON.stringify(await readOnly()))

async function fillTheDisk(): Promise<object> {
  const vault = await host.create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  const ballast = join(folder, 'ballast')
  const left = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, left.bavail * left.bsize - 96 * 1024)))
  let kept = 0
  let code = 'written'
  for (const key of makeKeys(2_000)) {
    code = await codeOf(vault.store.keys.add(key, auditDraft('key.added', key.id)))
    if (code !== 'written') break
    kept += 1
  }
  rmSync(ballast)
  const next = newKey({ name: 'after' })
  const afterwards = await codeOf(vault.store.keys.add(next, auditDraft('key.added', next.id)))
  const keysKept = (await vault.store.keys.page(query(), NOW)).total === kept + 1
  const trail = (await vault.store.audit.verify()).whole
  await vault.close()
  return { code, afterwards, keysKept, trail }
}

async function writeFifty(which: number): Promise<number> {
  const vault = await host.open(byDevice())
  const keys = [...makeKeys(150)].slice(which * 50, which * 50 + 50)
  for (const key of keys) await vault.store.keys.add(key, auditDraft('key.added', key.id))
  await vault.close()
  return keys.length
}

async function readOnly(): Promise<object> {
  const scratchBefore = scratchFolders()
  const presence = await host.presence()
  const vault = await host.open(byDevice())
  const { total, items } = await vault.store.keys.page(query(), NOW)
  const [first] = items
  const key = newKey()
  const secret = first === undefined ? 0 : (await vault.store.keys.secret(first.id, null, auditDraft('key.revealed', first.id))).secret.length
  const codes = [
    await codeOf(vault.store.keys.add(key, auditDraft('key.added', key.id))),
    await codeOf(vault.changePassword(utf8('x'), '')),
    await codeOf(vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: null })),
    await codeOf(vault.scheduledBackup({ at: NOW, keep: 1 }))
  ]
  const elsewhere = mkdtempSync(join(tmpdir(), 'keyquay-elsewhere-'))
  const backup = await vault.backup({ file: join(elsewhere, 'out.keyquay-backup'), at: NOW })
  rmSync(elsewhere, { recursive: true })
  await vault.close()
  return { presence, readOnly: vault.readOnly, total, secret, codes, backup: backup.keys, scratch: scratchFolders() - scratchBefore }
}

function scratchFolders(): number {
  return readdirSync(tmpdir()).filter((one) => /^keyquay-[A-Za-z0-9]{6}$/.test(one)).length
}
