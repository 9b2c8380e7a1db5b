import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { AppError } from '@contract/errors'
import { Secret } from '../crypto/secret'
import type { VaultStore } from '../ports/vault-store'
import { migrate, schemaVersion } from './migrate'
import type { Migration } from './migrations'
import { openDatabase } from './open-database'
import { tidy } from './replace-file'
import { guarded } from './sqlite-errors'
import { sql, type Connection } from './sql'
import { createStore } from './store'
import { checkHeader, sameHeader, type VaultHeader } from './vault-header'
import {
  checkDatabase,
  isCurrentHeader,
  isReadOnly,
  readHeader,
  removeLeftovers,
  type VaultPaths
} from './vault-folder'
import { VaultLock } from './vault-lock'

/** An unlocked vault: its header, its data key and its open database. */
export interface Session {
  readonly paths: VaultPaths
  readonly readOnly: boolean
  header: VaultHeader
  dataKey: Secret
  connection: Connection
  store: VaultStore
  fingerprintKey: Secret
  readonly lock: VaultLock | null
  /** Holds the encrypted copy a read-only vault is read from. */
  readonly scratch: string | null
  /** Set by {@link closeSession}; a session that ended by itself, after a failed swap, is closed too. */
  closed: boolean
}

export interface MigrationOptions {
  readonly steps: readonly Migration[] | undefined
  /** Called before the first pending migration of an existing vault; must leave a verified backup. */
  readonly beforeFirst: (connection: Connection) => void
}

/**
 * Opens the database that `header` names. Takes `dataKey` over, also when it fails.
 * Throws `vault-damaged` for a header that its data key did not write, `vault-busy` also when `header` is not the one on
 * the disk any more, and the codes of a database.
 */
export function openSession(
  paths: VaultPaths,
  header: VaultHeader,
  dataKey: Secret,
  options: MigrationOptions
): Session {
  const session = attach(paths, header, dataKey, options)
  // Not while another session is there, whose unfinished backup is no leftover.
  if (session.lock !== null)
    tidy(() => {
      alone(session, () => {
        removeLeftovers(paths)
      })
    })
  if (session.closed) throw new AppError('vault-busy', {})
  return session
}

/**
 * Runs `work` while no other session uses the vault, on the header and database of this one. Throws `vault-busy` when
 * one does, or when another process swapped the vault in the moment between the holds of the lock. A session whose files
 * were swapped, before or after `work`, is closed: what it still wrote would be lost.
 */
export function alone<Value>(session: Session, work: () => Value): Value {
  const { lock, paths } = session
  if (lock === null) throw new AppError('vault-read-only', { folder: paths.folder })
  try {
    return lock.alone(() => {
      followHeader(session)
      return work()
    })
  } finally {
    closeUnlessOwn(session, lock)
  }
}

/**
 * Takes over what another process changed in the header: a slot or the hint. Throws `vault-busy` when it names another
 * database by now, `vault-header-missing`, and `vault-damaged` for a header that the data key did not write.
 */
export function followHeader(session: Session): void {
  const { paths, header, dataKey } = session
  const found = readHeader(paths)
  if (found === null) throw new AppError('vault-header-missing', { file: paths.header })
  if (sameHeader(found, header)) return
  if (found.database !== header.database) throw new AppError('vault-busy', {})
  checkHeader(found, dataKey, paths.header)
  session.header = found
}

function closeUnlessOwn(session: Session, lock: VaultLock): void {
  if (session.closed) return
  try {
    if (!lock.held) throw new AppError('vault-busy', {})
    followHeader(session)
  } catch {
    tidy(() => {
      closeSession(session)
    })
  }
}

function attach(
  paths: VaultPaths,
  header: VaultHeader,
  dataKey: Secret,
  { steps, beforeFirst }: MigrationOptions
): Session {
  const undo: (() => void)[] = [
    () => {
      dataKey.dispose()
    }
  ]
  try {
    checkHeader(header, dataKey, paths.header)
    checkDatabase(paths, header)
    const readOnly = isReadOnly(paths, header)
    const lock = readOnly ? null : VaultLock.share(paths.folder)
    if (lock !== null)
      undo.push(() => {
        lock.release()
      })
    const scratch = readOnly ? copyToScratch(paths, header) : null
    if (scratch !== null)
      undo.push(() => {
        rmSync(scratch, { recursive: true, force: true })
      })
    // Only now nobody can swap the files any more. Between reading the header and here lies a slow derivation.
    if (!isCurrentHeader(paths, header)) throw new AppError('vault-busy', {})

    const file = scratch === null ? paths.database(header) : join(scratch, header.database)
    const connection = openDatabase({ folder: paths.folder, file, dataKey })
    undo.push(() => {
      connection.close()
    })
    guarded({ folder: paths.folder, file: paths.database(header) }, () => {
      if (schemaVersion(connection) === 0) throw new AppError('vault-damaged', { file: paths.database(header) })
      migrate(
        connection,
        readOnly
          ? { steps }
          : {
              steps,
              beforeFirst: () => {
                beforeFirst(connection)
              }
            }
      )
    })
    return {
      paths,
      readOnly,
      header,
      dataKey,
      lock,
      scratch,
      closed: false,
      ...attachStore(paths, header, connection, readOnly)
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
}

/** What a session needs of an open database: its store and the key of its fingerprints. */
export function attachStore(
  paths: VaultPaths,
  header: VaultHeader,
  connection: Connection,
  readOnly: boolean
): Pick<Session, 'connection' | 'store' | 'fingerprintKey'> {
  const place = { folder: paths.folder, file: paths.database(header) }
  const fingerprintKey = guarded(place, () => readFingerprintKey(connection, place.file))
  return { connection, fingerprintKey, store: createStore({ connection, fingerprintKey, readOnly, place }) }
}

/** Closes the database, zeroes the keys, lets go of the lock. Closing is complete even when the disk fails. */
export function closeSession(session: Session): void {
  if (session.closed) return
  session.closed = true
  try {
    session.connection.close()
  } finally {
    session.dataKey.dispose()
    session.fingerprintKey.dispose()
    session.lock?.release()
    const { scratch } = session
    if (scratch !== null)
      tidy(() => {
        rmSync(scratch, { recursive: true, force: true })
      })
  }
}

// SQLite cannot read a WAL database in a folder it may not write to; a copy, still encrypted, it can.
function copyToScratch(paths: VaultPaths, header: VaultHeader): string {
  const scratch = mkdtempSync(join(tmpdir(), 'keyquay-'))
  const database = paths.database(header)
  for (const file of [database, `${database}-wal`]) {
    if (statSync(file, { throwIfNoEntry: false }) !== undefined) cpSync(file, join(scratch, basename(file)))
  }
  return scratch
}

function readFingerprintKey(connection: Connection, file: string): Secret {
  const bytes = connection.value<Uint8Array>(sql`SELECT value FROM meta WHERE name = 'fingerprint-key'`)
  if (!(bytes instanceof Uint8Array)) throw new AppError('vault-damaged', { file })
  return Secret.from(bytes)
}
