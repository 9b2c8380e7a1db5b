import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyQuery } from '@contract/model/key-query'
import { COST_DEFAULT, COST_FLOOR, measureCost } from '@main/crypto/argon2'
import type { NewKey, OpenVault, VaultHost } from '@main/ports/vault-store'
import { createVaultHostInThread } from '@main/store/in-thread'
import { makeKeys } from '../test/fixtures/make-keys'

const RUNS = 9
const NOW = '2026-11-20T09:30:00.000Z'
const SIZES = [1_000, 10_000, 100_000]
const figures: { what: string; medianMs: number; lowMs: number; highMs: number; ratio: string }[] = []
const deviceKey = (): Uint8Array => new Uint8Array(32).fill(7)

/** Runs `work` once unmeasured and then nine times. */
async function measure(what: string, work: () => Promise<unknown>, base?: number): Promise<number> {
  await work()
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  times.sort((one, other) => one - other)
  const medianMs = times[Math.floor(RUNS / 2)] ?? 0
  const ratio =
    base === undefined
      ? ''
      : `${(medianMs / base).toFixed(1)} × the same with ${SIZES[0]?.toLocaleString('en') ?? ''} keys`
  figures.push({ what, medianMs, lowMs: times[0] ?? 0, highMs: times.at(-1) ?? 0, ratio })
  return medianMs
}

async function fill(vault: OpenVault, count: number): Promise<void> {
  const audit = { at: NOW, action: 'vault.imported', actor: 'app', keyId: null, detail: '' } as const
  let batch: NewKey[] = []
  for (const key of makeKeys(count)) {
    batch.push(key)
    if (batch.length < 5_000) continue
    await vault.store.keys.addMany(batch, audit)
    batch = []
  }
  if (batch.length > 0) await vault.store.keys.addMany(batch, audit)
}

const bases = new Map<string, number>()

async function measureSize(host: VaultHost, count: number): Promise<void> {
  const title = `${count.toLocaleString('en')} keys`
  const compare = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const medianMs = await measure(`${title}: ${name}`, work, bases.get(name))
    if (!bases.has(name)) bases.set(name, medianMs)
  }
  await compare('unlock without key derivation, and the first page', async () => {
    const vault = await host.open({ slot: 'device', key: deviceKey() })
    await vault.store.keys.page(keyQuery.parse({}), NOW)
    await vault.close()
  })
  const vault = await host.open({ slot: 'device', key: deviceKey() })
  const page = (query: object) => (): Promise<unknown> => vault.store.keys.page(keyQuery.parse(query), NOW)
  await compare('first page', page({}))
  await compare('last page', page({ offset: count - 200 }))
  await compare('search for a word, by name', page({ text: 'billing' }))
  await compare('search for two letters as typed', page({ text: 'bi' }))
  await compare('search for one key', page({ text: `cloudflare ${String(count - 7)}` }))
  await compare('counts of the sidebar', () => vault.store.keys.facets(NOW))
  await vault.close()
}

await measure('key derivation, default (256 MiB, 3 passes, 4 lanes)', () => measureCost(COST_DEFAULT))
await measure('key derivation, least accepted (64 MiB, 3 passes, 4 lanes)', () => measureCost(COST_FLOOR))
for (const count of SIZES) {
  const home = mkdtempSync(join(tmpdir(), 'keyquay-bench-'))
  try {
    const host = createVaultHostInThread({ folder: join(home, 'vault'), clock: performanceClock(), cost: COST_FLOOR })
    const made = await host.create({ password: new TextEncoder().encode('benchmark'), hint: '' })
    await made.setDeviceKey(deviceKey())
    await fill(made, count)
    await made.close()
    await measureSize(host, count)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
process.stdout.write(JSON.stringify(figures))

function performanceClock(): { monotonicMs(): number } {
  return { monotonicMs: () => performance.now() }
}
