import { availableParallelism, loadavg } from 'node:os'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { spawn } from 'node:child_process'
import Database from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { COST_DEFAULT, COST_FLOOR, measureCost } from '../../../src-main/crypto/argon2'
import type { VaultHost } from '../../../src-main/ports/vault-store'
import { createVaultHost } from '../../../src-main/store/client'
import { createEngine } from '../../../src-main/store/engine'
import { openSlot } from '../../../src-main/store/header-slots'
import { createResponder, sendReply } from '../../../src-main/store/protocol'
import { closeSession, openSession } from '../../../src-main/store/session'
import { vaultPaths } from '../../../src-main/store/vault-folder'
import { buildStoreWorker, bundle } from '../../fixtures/vaults/build-worker'
import { byDevice, DEVICE_KEY, headerOf } from '../../fixtures/vaults/data-key-of'
import { auditDraft, byPassword, handClock, hostInThread, newKey, NOW, PASSWORD, query, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'

let startWorker: Awaited<ReturnType<typeof buildStoreWorker>>
let program: string
let home: ReturnType<typeof temporaryFolder>
let workers: Worker[]

beforeAll(async () => {
  startWorker = await buildStoreWorker()
  program = await bundle('test/security/vault/disk-program.ts', 'disk-program')
})
beforeEach(() => {
  home = temporaryFolder()
  workers = []
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.terminate()))
  home.remove()
})

function workerHost(cost = COST_FLOOR): VaultHost {
  const start = (): Worker => {
    const worker = startWorker({ folder: home.folder, cost })
    workers.push(worker)
    return worker
  }
  return createVaultHost({ folder: home.folder, clock: handClock(), startWorker: start })
}

async function prepare(): Promise<void> {
  const vault = await hostInThread(home.folder).create({ password: utf8(PASSWORD), hint: '' })
  await vault.setDeviceKey(DEVICE_KEY())
  await vault.close()
}

describe('the store’s thread', () => {
  it('check 29: the calling thread is never held for 50 ms while a password is derived', async () => {
    const host = workerHost(COST_DEFAULT)
    await (await host.create({ password: utf8(PASSWORD), hint: '' })).close()
    const longest = async (): Promise<number> => {
      let last = performance.now()
      let gap = 0
      const ticking = setInterval(() => {
        gap = Math.max(gap, performance.now() - last)
        last = performance.now()
      }, 1)
      const vault = await host.open(byPassword())
      clearInterval(ticking)
      await vault.close()
      return gap
    }
    // Where others crowd this machine they hold the thread as well. A derivation on it would hold it for all its time.
    const derivationMs = await measureCost(COST_DEFAULT)
    const crowded = (loadavg()[0] ?? 0) > availableParallelism()
    const gaps: number[] = []
    while (gaps.length < 5 && !gaps.some((gap) => gap < 50)) gaps.push(await longest())
    expect(Math.min(...gaps)).toBeLessThan(crowded ? Math.max(50, derivationMs / 2) : 50)
  })

  it('check 31: the buffer handed to SQLite is zero after db.key(), and both keys after lock', async () => {
    await prepare()
    const handed: Buffer[] = []
    const real = Database.prototype.key
    vi.spyOn(Database.prototype, 'key').mockImplementation(function (this: Database.Database, key: Buffer) {
      expect(key.subarray(0, 4).toString()).toBe('raw:')
      handed.push(key)
      return real.call(this, key)
    })
    const header = headerOf(home.folder)
    const dataKey = await openSlot(header, byDevice())
    const seen: Uint8Array[] = [dataKey.use((bytes) => bytes)]
    const session = openSession(vaultPaths(home.folder), header, dataKey, { steps: undefined, beforeFirst: () => undefined })
    seen.push(session.fingerprintKey.use((bytes) => bytes))
    expect(handed).toHaveLength(1)
    expect(handed.every((key) => key.every((byte) => byte === 0))).toBe(true)
    expect(seen.every((key) => key.some((byte) => byte !== 0))).toBe(true)
    closeSession(session)
    expect(seen.every((key) => key.every((byte) => byte === 0))).toBe(true)
    expect(() => session.dataKey.use((bytes) => bytes.length)).toThrow('disposed')
  })

  it('keeps no copy of the secrets it answers, whichever call asked for them', async () => {
    await prepare()
    const key = newKey({ name: 'Exported' }, 'sk-exported')
    const engine = createEngine({ folder: home.folder, cost: COST_FLOOR })
    const respond = createResponder(engine, home.folder)
    await respond({ id: 0, call: 'open', args: [byDevice()] })
    await respond({ id: 1, call: 'keys.add', args: [key, auditDraft('key.added', key.id)] })
    const calls: [call: string, args: unknown[]][] = [
      ['keys.withSecrets', [null, 10]],
      ['keys.secret', [key.id, null, auditDraft('key.revealed', key.id)]]
    ]
    for (const [call, args] of calls) {
      const reply = await respond({ id: 2, call, args })
      const secretIn = (of: unknown): Uint8Array => {
        const { value } = of as { value: { secret: Uint8Array } | [{ secret: Uint8Array }] }
        return (Array.isArray(value) ? value[0] : value).secret
      }
      const kept = secretIn(reply)
      expect([call, kept.length]).toEqual([call, 11])
      const { port1, port2 } = new MessageChannel()
      sendReply(port1, reply)
      expect([call, kept.length]).toEqual([call, 0])
      const received = receiveMessageOnPort(port2) as { message: unknown }
      expect([call, new TextDecoder().decode(secretIn(received.message))]).toEqual([call, 'sk-exported'])
      port1.close()
    }
    await engine.close()
  })

  it('check 31: is gone after lock, and everything asked of it then fails', async () => {
    await prepare()
    const vault = await workerHost().open(byDevice())
    const [worker] = workers
    const exited = new Promise((resolve) => worker?.once('exit', resolve))
    const late = vault.store.keys.facets(NOW)
    await vault.close()
    await exited
    expect(worker?.threadId).toBe(-1)
    await late
    await expect(vault.store.keys.facets(NOW)).rejects.toMatchObject({ code: 'vault-locked' })
    await expect(vault.close()).rejects.toMatchObject({ code: 'vault-locked' })
  })

  it('fails what waits and what follows when its thread dies, and can start anew', async () => {
    await prepare()
    const host = workerHost()
    const vault = await host.open(byDevice())
    const waiting = vault.store.audit.verify()
    const [worker] = workers
    const dying = worker?.terminate()
    const settled = await waiting.then(() => 'answered', (error: unknown) => (error as { code: string }).code)
    expect(['answered', 'internal']).toContain(settled)
    await dying
    await expect(vault.store.keys.facets(NOW)).rejects.toMatchObject({ code: 'vault-locked' })
    await vault.close().catch(() => undefined)
    await (await host.open(byDevice())).close()
  })

  it('tells that it ended when its thread dies while nothing is asked of it', async () => {
    await prepare()
    const host = workerHost()
    const vault = await host.open(byDevice())
    await workers[0]?.terminate()
    await vault.ended
    await expect(vault.store.keys.facets(NOW)).rejects.toMatchObject({ code: 'vault-locked' })
    await (await host.open(byDevice())).close()
  })

  it('tells that it ended when the session closed itself, and leaves no thread', async () => {
    const script = `const { parentPort } = require('node:worker_threads')
      parentPort.on('message', ({ id, call }) => parentPort.postMessage(
        call === 'open'
          ? { id, ok: true, value: { readOnly: false }, hasEnded: false }
          : { id, ok: false, code: 'disk-failed', details: {}, hasEnded: true }))`
    const worker = new Worker(script, { eval: true })
    const exited = new Promise((resolve) => worker.once('exit', resolve))
    const host = createVaultHost({ folder: home.folder, clock: handClock(), startWorker: () => worker })
    const vault = await host.open(byDevice())
    const rotation = vault.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: null })
    await expect(rotation).rejects.toMatchObject({ code: 'disk-failed' })
    await vault.ended
    await exited
    await expect(vault.store.keys.facets(NOW)).rejects.toMatchObject({ code: 'vault-locked' })
  })

  it('does not leave a call hanging when the thread cannot start', async () => {
    await prepare()
    const broken = createVaultHost({
      folder: home.folder,
      clock: handClock(),
      startWorker: () => new Worker('throw new Error("no")', { eval: true })
    })
    await expect(broken.open(byDevice())).rejects.toMatchObject({ code: 'internal' })
  })
})

describe('several processes on one vault', () => {
  const write = (part: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [program, 'write', home.folder, String(part)], { stdio: ['ignore', 'pipe', 'inherit'] })
      let output = ''
      child.stdout.on('data', (text: Buffer) => { output += text.toString() })
      child.on('close', (code) => {
        if (code === 0) resolve(output)
        else reject(new Error(`ended with ${String(code)}`))
      })
    })

  it('check 49: write at the same time, and nothing is lost or broken', async () => {
    await prepare()
    expect(await Promise.all([write(0), write(1), write(2)])).toEqual(['50', '50', '50'])
    const vault = await hostInThread(home.folder).open(byDevice())
    expect((await vault.store.keys.page(query(), NOW)).total).toBe(150)
    expect(await vault.store.audit.verify()).toMatchObject({ whole: true, entries: 150 })
    await vault.close()
  })

  it('check 49: nobody swaps files under a session', async () => {
    await prepare()
    const [one, two] = [hostInThread(home.folder), hostInThread(home.folder)]
    const first = await one.open(byDevice())
    const second = await two.open(byDevice())
    const rotate = (): Promise<void> => first.rotateDataKey({ password: utf8(PASSWORD), recoveryCode: null, deviceKey: DEVICE_KEY() })
    await expect(rotate()).rejects.toMatchObject({ code: 'vault-busy' })
    const key = newKey()
    await second.store.keys.add(key, auditDraft('key.added', key.id))
    await second.close()
    await rotate()
    expect((await first.store.keys.page(query(), NOW)).total).toBe(1)
    await first.close()
  })

  it('check 49: a slot changed by another process is not undone', async () => {
    await prepare()
    const [one, two] = [hostInThread(home.folder), hostInThread(home.folder)]
    const first = await one.open(byDevice())
    const second = await two.open(byDevice())
    await second.setRecoveryCode(new Uint8Array(20).fill(4))
    await first.changePassword(utf8('another'), '')
    await first.close()
    await second.close()
    await (await one.open({ slot: 'recovery', code: new Uint8Array(20).fill(4) })).close()
    await (await one.open(byPassword('another'))).close()
  })
})
