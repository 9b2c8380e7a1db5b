import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '@contract/errors'
import { createPageChecker, PAGE_BYTES } from '../crypto/database-pages'
import type { Secret } from '../crypto/secret'
import { openDatabase } from './open-database'
import { guarded } from './sqlite-errors'
import { sql, type Connection, type Sql } from './sql'

/** How many rows each table of a database holds, to compare a copy with what it was made from. */
export type Inventory = Readonly<Record<string, number>>

export function inventoryOf(connection: Connection): Inventory {
  const tables = connection.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name`
  )
  const rows = tables.map(({ name }) => [name, connection.value<number>(countOf(name)) ?? 0] as const)
  return Object.fromEntries(rows)
}

export function sameInventory(one: Inventory, other: Inventory): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * Proves a database that nobody has open: it opens with the key, SQLite finds it whole, every page carries its HMAC,
 * and no byte lies outside its pages. Throws `vault-damaged`, `disk-failed`. Answers what it holds.
 */
export function verifyDatabase(folder: string, file: string, dataKey: Secret): Inventory {
  return guarded({ folder, file }, () => {
    const held = inspect(folder, file, dataKey)
    if (!everyPageFits(file, dataKey)) throw new AppError('vault-damaged', { file })
    return held
  })
}

function inspect(folder: string, file: string, dataKey: Secret): Inventory {
  const damaged = new AppError('vault-damaged', { file })
  const connection = openDatabase({ folder, file, dataKey })
  try {
    if (connection.pragma('integrity_check') !== 'ok') throw damaged
    if (connection.all(sql`PRAGMA foreign_key_check`).length > 0) throw damaged
    connection.pragma('wal_checkpoint(TRUNCATE)')
    if (Number(connection.pragma('page_count')) * PAGE_BYTES !== statSync(file).size) throw damaged
    return inventoryOf(connection)
  } finally {
    connection.close()
  }
}

function countOf(table: string): Sql {
  return { text: `SELECT count(*) FROM "${table}"`, values: [] }
}

function everyPageFits(file: string, dataKey: Secret): boolean {
  const page = Buffer.alloc(PAGE_BYTES)
  const descriptor = openSync(file, 'r')
  try {
    const pages = statSync(file).size / PAGE_BYTES
    if (!Number.isInteger(pages) || pages === 0) return false
    readSync(descriptor, page, 0, PAGE_BYTES, 0)
    const checker = createPageChecker(dataKey, page)
    try {
      for (let index = 0; index < pages; index += 1) {
        readSync(descriptor, page, 0, PAGE_BYTES, index * PAGE_BYTES)
        if (!checker.next(page)) return false
      }
      return true
    } finally {
      checker.dispose()
    }
  } finally {
    closeSync(descriptor)
  }
}
