import { closeSync, lstatSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '@contract/errors'
import Database from 'better-sqlite3'
import { PAGE_BYTES } from '../crypto/database-pages'
import type { Secret } from '../crypto/secret'
import { DATA_KEY_BYTES } from '../crypto/wrap'
import { guarded } from './sqlite-errors'
import { Connection } from './sql'

const BUSY_TIMEOUT_MS = 5_000
const CACHE_KIB = 64 * 1024
const PLAINTEXT_START = 'SQLite format 3\0'

/** Set on every open, then read back: several of these are off by default in this build. */
const REQUIRED: readonly (readonly [name: string, set: string, readsBack: string])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', '2'],
  ['temp_store', 'MEMORY', '2'],
  ['secure_delete', 'ON', '1'],
  ['cell_size_check', 'ON', '1'],
  ['trusted_schema', 'OFF', '0'],
  ['foreign_keys', 'ON', '1'],
  ['mmap_size', '0', '0'],
  ['fullfsync', 'ON', '1'],
  ['checkpoint_fullfsync', 'ON', '1']
]

export interface OpenDatabaseOptions {
  readonly folder: string
  readonly file: string
  readonly dataKey: Secret
  /** The empty file made for a new vault: the only time a file without bytes is not damage. */
  readonly creating?: boolean
}

/**
 * Opens an encrypted database in the order that leaves nothing to chance: key length, file, cipher, key, proof of the
 * key, pragmas, read-back. Throws `vault-database-missing`, `vault-database-empty`, `vault-damaged`, `vault-busy`,
 * `disk-full`, `disk-failed`. The data key stays the caller's; the copy made for SQLite is zeroed.
 */
export function openDatabase(options: OpenDatabaseOptions): Connection {
  const { folder, file, dataKey } = options
  if (dataKey.use((bytes) => bytes.length) !== DATA_KEY_BYTES) throw new RangeError('a data key has 32 bytes')
  return guarded({ folder, file }, () => {
    checkFile(file, options.creating === true)
    const database = new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
    try {
      unlock(database, dataKey)
      prepare(database)
      return new Connection(database)
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** Throws `vault-database-missing`, `vault-database-empty`, or `vault-damaged` for a link or a database that is not encrypted. */
function checkFile(file: string, creating: boolean): void {
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new AppError('vault-database-missing', { file })
  if (!found.isFile()) throw new AppError('vault-damaged', { file })
  for (const beside of [`${file}-wal`, `${file}-shm`, `${file}-journal`]) {
    // SQLite follows none there either, but says of it that the disk has failed.
    if (lstatSync(beside, { throwIfNoEntry: false })?.isFile() === false) throw new AppError('vault-damaged', { file: beside })
  }
  if (creating) return
  if (found.size === 0) throw new AppError('vault-database-empty', { file })
  // SQLite takes a file shorter than a page for a new database, and pads a last page that is cut short. Only a crash
  // in a checkpoint may leave one, and then the log beside it holds the whole page.
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const isCut = found.size < PAGE_BYTES || (log === 0 && found.size % PAGE_BYTES !== 0)
  if (isCut) throw new AppError('vault-damaged', { file })
  // Before SQLite opens it: closing a descriptor of our own would drop the locks SQLite holds on the same file.
  if (firstBytes(file, PLAINTEXT_START.length) === PLAINTEXT_START) throw new AppError('vault-damaged', { file })
}

function unlock(database: Database.Database, dataKey: Secret): void {
  database.pragma("cipher='sqlcipher'")
  database.pragma('legacy=4')
  // Without the prefix the bytes would be taken for a passphrase.
  const key = dataKey.use((bytes) => Buffer.concat([Buffer.from('raw:'), bytes]))
  try {
    database.key(key)
  } finally {
    key.fill(0)
  }
  database.prepare('SELECT count(*) FROM sqlite_master').get()
}

function prepare(database: Database.Database): void {
  for (const [name, set] of REQUIRED) database.pragma(`${name}=${set}`)
  for (const [name, , readsBack] of REQUIRED) mustRead(database, name, readsBack)
  mustRead(database, 'cipher', 'sqlcipher')
  mustRead(database, 'hmac_check', '1')
  database.pragma(`cache_size=-${String(CACHE_KIB)}`)
}

function mustRead(database: Database.Database, name: string, value: string): void {
  if (String(database.pragma(name, { simple: true })) !== value) throw new Error(`pragma ${name} is not ${value}`)
}

function firstBytes(file: string, count: number): string {
  const bytes = Buffer.alloc(count)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, bytes, 0, count, 0)
  } finally {
    closeSync(descriptor)
  }
  return bytes.toString('latin1')
}
