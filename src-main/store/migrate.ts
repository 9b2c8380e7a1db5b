import { AppError } from '@contract/errors'
import { migrations as released, type Migration } from './migrations'
import { sql, type Connection } from './sql'

/** The schema version of an open database; 0 when it holds nothing yet. */
export function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version'))
}

export interface MigrateOptions {
  readonly steps?: readonly Migration[] | undefined
  /** Called once before the first pending step changes anything; what it throws stops the migration. */
  readonly beforeFirst?: () => void
}

/**
 * Brings the schema to this version, each step in one transaction with its version number: after a crash the database
 * is at some whole step. Throws `vault-newer`, before anything is written, when the schema is later than this version.
 */
export function migrate(connection: Connection, options: MigrateOptions = {}): void {
  const steps = options.steps ?? released
  const found = schemaVersion(connection)
  const known = steps.at(-1)?.version ?? 0
  if (found > known) throw new AppError('vault-newer', { found, known })
  const pending = steps.filter((step) => step.version > found)
  if (pending.length === 0) return
  options.beforeFirst?.()
  for (const step of pending) {
    connection.transaction(() => {
      // Another process may have taken the step while this one waited for the transaction.
      if (schemaVersion(connection) >= step.version) return
      step.migrate((statement) => connection.run(statement))
      connection.pragma(`user_version=${String(step.version)}`)
    })
  }
}

/** Creates the per-vault random values a new database needs. */
export function seed(connection: Connection, fingerprintKey: Uint8Array): void {
  connection.run(sql`INSERT INTO meta (name, value) VALUES ('fingerprint-key', ${fingerprintKey})`)
}
