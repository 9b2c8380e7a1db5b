import { closeSync, fsyncSync, openSync } from 'node:fs'
import { removeFile, tidy, writeNewFile } from './replace-file'
import { sql, type Connection } from './sql'

/** A consistent copy of the open database at `file`, under the same key, mode 0600, on the disk when it returns. */
export function copyDatabase(connection: Connection, file: string): void {
  writeNewFile(file, [])
  try {
    connection.run(sql`VACUUM INTO ${file}`)
    syncFile(file)
  } catch (error) {
    removeDatabase(file)
    throw error
  }
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Removes a database with what SQLite keeps beside it, as far as the disk allows. */
export function removeDatabase(file: string): void {
  for (const part of ['', '-wal', '-shm', '-journal']) {
    tidy(() => {
      removeFile(file + part)
    })
  }
}
