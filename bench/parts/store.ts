import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyQuery } from '@contract/model/key-query'
import { createDataKey } from '@main/crypto/wrap'
import { Secret } from '@main/crypto/secret'
import type { VaultStore } from '@main/ports/vault-store'
import { migrate, seed } from '@main/store/migrate'
import { openDatabase } from '@main/store/open-database'
import { Connection } from '@main/store/sql'
import { createStore } from '@main/store/store'
import Database from 'better-sqlite3'
import { makeKeys } from '../../test/fixtures/make-keys'
import { aimFor, grouped, keep, say, tellFigures, times, type Spread } from '../figures'
import { imported, inBatches, NOW } from '../filled-home'
import { inTurn } from '../measure'

const COUNT = 10_000
const SIDES = ['encrypted', 'plain'] as const
type Side = (typeof SIDES)[number]

const folder = mkdtempSync(join(tmpdir(), 'keyquay-bench-'))
const dataKey = createDataKey()
const fingerprintKey = Secret.from(randomBytes(32))
const files: Record<Side, string> = { encrypted: join(folder, 'encrypted.db'), plain: join(folder, 'plain.db') }

function open(side: Side): Connection {
  if (side === 'encrypted') return openDatabase({ folder, file: files.encrypted, dataKey, creating: true })
  // What openDatabase sets, but for the cipher.
  const database = new Database(files.plain)
  for (const pragma of [
    'journal_mode=WAL',
    'synchronous=FULL',
    'temp_store=MEMORY',
    'secure_delete=ON',
    'cell_size_check=ON',
    'trusted_schema=OFF',
    'foreign_keys=ON',
    'mmap_size=0',
    'fullfsync=ON',
    'checkpoint_fullfsync=ON',
    'cache_size=-65536'
  ])
    database.pragma(pragma)
  return new Connection(database)
}

function storeOf(connection: Connection, side: Side): VaultStore {
  return createStore({ connection, fingerprintKey, readOnly: false, place: { folder, file: files[side] } })
}

function fresh(side: Side): Connection {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${files[side]}${suffix}`, { force: true })
  writeFileSync(files[side], '')
  const connection = open(side)
  migrate(connection)
  fingerprintKey.use((bytes) => {
    seed(connection, bytes)
  })
  return connection
}

const ratios: number[] = []

/** Both sides of one piece of work, and how much more the encrypted one takes. */
async function compare(what: string, work: (side: Side) => unknown, runs?: number): Promise<void> {
  const spreads: Record<Side, Spread> = await inTurn(
    { plain: () => work('plain'), encrypted: () => work('encrypted') },
    runs
  )
  const ratio = spreads.encrypted.median / spreads.plain.median
  ratios.push(ratio)
  keep(`${what}: not encrypted`, 'ms', spreads.plain)
  keep(`${what}: encrypted`, 'ms', spreads.encrypted, times(ratio, 'not encrypted'), aimFor(ratio, { below: 1.5 }))
}

const title = `${grouped(COUNT)} keys`
try {
  say('inserting into both')
  const batches = [...inBatches(makeKeys(COUNT), 1_000)]
  await compare(
    `insert ${title}, 1,000 in a transaction`,
    (side) => {
      const connection = fresh(side)
      const { keys } = storeOf(connection, side)
      const startedAt = performance.now()
      for (const batch of batches) keys.addMany(batch, imported)
      const takenMs = performance.now() - startedAt
      connection.close()
      return takenMs
    },
    3
  )
  await compare(`${title}: open and first page, nothing cached`, (side) => {
    const connection = open(side)
    storeOf(connection, side).keys.page(keyQuery.parse({}), NOW)
    connection.close()
  })
  const stores = Object.fromEntries(SIDES.map((side) => [side, storeOf(open(side), side)])) as Record<Side, VaultStore>
  const page = (query: object) => (side: Side) => stores[side].keys.page(keyQuery.parse(query), NOW)
  await compare(`${title}: first page`, page({}))
  await compare(`${title}: last page`, page({ offset: COUNT - 200 }))
  await compare(`${title}: search for a word, by name`, page({ text: 'billing' }))
  await compare(`${title}: search for one key`, page({ text: `cloudflare ${String(COUNT - 7)}` }))
  await compare(`${title}: counts of the sidebar`, (side) => stores[side].keys.facets(NOW))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
tellFigures()
