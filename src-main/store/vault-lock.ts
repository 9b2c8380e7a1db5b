import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@contract/errors'
import Database from 'better-sqlite3'
import { tidy, writeNewFile } from './replace-file'

const WAIT_FOR_SHARE_MS = 5_000

/**
 * Says which processes use a vault. Every session holds it shared; whoever swaps files holds it alone. It is SQLite's
 * own file lock on an empty, unencrypted database, so the system lets go of it when a process dies.
 */
export class VaultLock {
  readonly #database: Database.Database

  private constructor(database: Database.Database) {
    this.#database = database
  }

  /** Joins the users of the vault. Throws `vault-busy` while someone has it alone, `vault-damaged` for a link. */
  static share(folder: string): VaultLock {
    const file = join(folder, 'vault.lock')
    makeEmpty(file)
    const database = new Database(file, { timeout: WAIT_FOR_SHARE_MS, fileMustExist: true })
    const lock = new VaultLock(database)
    try {
      database.pragma('journal_mode=MEMORY')
      lock.#takeShared()
      return lock
    } catch (error) {
      database.close()
      throw error
    }
  }

  /**
   * Whether this is one of the users still. Not after {@link VaultLock.release}, and not after
   * {@link VaultLock.alone} when someone else took the vault alone and kept it.
   */
  get held(): boolean {
    return this.#database.open && this.#database.inTransaction
  }

  /**
   * Runs `work` while no other session uses the vault. Throws `vault-busy` at once when one does.
   * The shared hold is taken back afterwards, where that can be done. Between one hold and the next there is none: right
   * before `work` and right after it another process may have swapped the files, so both must look at the header again.
   */
  alone<Value>(work: () => Value): Value {
    this.#database.exec('COMMIT')
    try {
      this.#takeAlone()
      try {
        return work()
      } finally {
        // Not a commit, which would write to the empty file.
        if (this.#database.open) this.#database.exec('ROLLBACK')
      }
    } finally {
      if (this.#database.open) this.#takeBack()
    }
  }

  release(): void {
    this.#database.close()
  }

  // What `work` answered stays the answer; `held` tells whether this worked.
  #takeBack(): void {
    tidy(() => {
      this.#takeShared()
    })
  }

  #takeShared(): void {
    try {
      this.#database.exec('BEGIN')
      this.#database.prepare('SELECT count(*) FROM sqlite_master').get()
    } catch {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
      throw new AppError('vault-busy', {})
    }
  }

  #takeAlone(): void {
    this.#database.pragma('busy_timeout=0')
    try {
      this.#database.exec('BEGIN EXCLUSIVE')
    } catch {
      throw new AppError('vault-busy', {})
    } finally {
      this.#database.pragma(`busy_timeout=${String(WAIT_FOR_SHARE_MS)}`)
    }
  }
}

function makeEmpty(file: string): void {
  const found = lstatSync(file, { throwIfNoEntry: false })
  // SQLite follows a link, and would hold a file of somebody else.
  if (found?.isFile() === false) throw new AppError('vault-damaged', { file })
  if (found !== undefined) return
  try {
    writeNewFile(file, [])
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
