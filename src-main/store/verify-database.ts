import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '@contract/errors'
import { createPageChecker, PAGE_BYTES } from '../crypto/database-pages'
import type { Secret } from '../crypto/secret'
import { openDatabase } from './open-database'
import { guarded } from './sqlite-errors'
import { sql, type Connection } from './sql'

/** What a database holds, to compare a copy with what it was made from. */
export interface Inventory {
  readonly keys: number
  readonly values: number
  readonly tags: number
  readonly auditEntries: number
  readonly auditHash: string
}

export function inventoryOf(connection: Connection): Inventory {
  const count = (table: 'key' | 'key_value' | 'key_tag' | 'audit'): number =>
    connection.value<number>({ text: `SELECT count(*) FROM ${table}`, values: [] }) ?? 0
  return {
    keys: count('key'),
    values: count('key_value'),
    tags: count('key_tag'),
    auditEntries: count('audit'),
    auditHash: connection.value<string>(sql`SELECT hash FROM audit_head`) ?? ''
  }
}

export function sameInventory(one: Inventory, other: Inventory): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * Proves a database that nobody has open: it opens with the key, SQLite finds it whole, every page carries its HMAC,
 * and no byte lies outside its pages. Throws `vault-damaged`, `disk-failed`. Answers what it holds.
 */
export function verifyDatabase(folder: string, file: string, dataKey: Secret): Inventory {
  const damaged = new AppError('vault-damaged', { file })
  return guarded({ folder, file }, () => {
    const connection = openDatabase({ folder, file, dataKey })
    try {
      if (connection.pragma('integrity_check') !== 'ok') throw damaged
      if (connection.all(sql`PRAGMA foreign_key_check`).length > 0) throw damaged
      connection.pragma('wal_checkpoint(TRUNCATE)')
      if (Number(connection.pragma('page_count')) * PAGE_BYTES !== statSync(file).size) throw damaged
      return inventoryOf(connection)
    } finally {
      connection.close()
      if (!everyPageFits(file, dataKey)) throw damaged
    }
  })
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
