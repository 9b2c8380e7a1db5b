import { join } from 'node:path'
import { keyQuery } from '@contract/model/key-query'
import { grouped, keep, tellFigures, times } from '../figures'
import { deviceKey, hostOf, NOW } from '../filled-home'
import { measure } from '../measure'

const SIZES = [1_000, 10_000, 100_000]
const bases = new Map<string, number>()

async function compare(name: string, count: number, work: () => Promise<unknown>): Promise<void> {
  const spread = await measure(work)
  const base = bases.get(name)
  if (base === undefined) bases.set(name, spread.median)
  const note = base === undefined ? '' : times(spread.median / base, `the same with ${grouped(SIZES[0] ?? 0)} keys`)
  keep(`${grouped(count)} keys: ${name}`, 'ms', spread, note)
}

for (const count of SIZES) {
  const host = hostOf(join(process.env.BENCH_HOMES ?? '', String(count)))
  await compare('unlock without key derivation, and the first page', count, async () => {
    const vault = await host.open({ slot: 'device', key: deviceKey() })
    await vault.store.keys.page(keyQuery.parse({}), NOW)
    await vault.close()
  })
  const vault = await host.open({ slot: 'device', key: deviceKey() })
  const page = (query: object) => (): Promise<unknown> => vault.store.keys.page(keyQuery.parse(query), NOW)
  await compare('first page', count, page({}))
  await compare('last page', count, page({ offset: count - 200 }))
  await compare('search for a word, by name', count, page({ text: 'billing' }))
  await compare('search for two letters as typed', count, page({ text: 'bi' }))
  await compare('search for one key', count, page({ text: `cloudflare ${String(count - 7)}` }))
  await compare('counts of the sidebar', count, () => vault.store.keys.facets(NOW))
  await vault.close()
}
tellFigures()
