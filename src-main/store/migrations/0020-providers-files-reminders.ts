import { sql, type Run } from '../sql'

export const version = 20

/** Accounts at providers, what ties keys to them, requests under way, rotations, reminders, and env files. */
export function migrate(run: Run): void {
  run(sql`
    CREATE TABLE connection (
      id TEXT PRIMARY KEY,
      connector_id TEXT NOT NULL,
      name TEXT NOT NULL,
      fields TEXT NOT NULL,
      origin TEXT,
      last_test TEXT,
      created_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`)
  run(sql`
    CREATE TABLE credential (
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      id TEXT NOT NULL,
      secret BLOB NOT NULL,
      preview TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      PRIMARY KEY (connection_id, id)
    ) STRICT`)
  run(sql`
    CREATE TABLE remote_link (
      number INTEGER PRIMARY KEY REFERENCES key ON DELETE CASCADE,
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      kind TEXT NOT NULL,
      remote_id TEXT,
      content TEXT NOT NULL
    ) STRICT`)
  // One key of the vault stands for a key of the provider, and only one.
  run(sql`
    CREATE UNIQUE INDEX remote_link_once ON remote_link (connection_id, kind, remote_id) WHERE remote_id IS NOT NULL`)
  run(sql`CREATE INDEX remote_link_of_connection ON remote_link (connection_id)`)
  run(sql`
    CREATE TABLE intent (
      id TEXT PRIMARY KEY,
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`)
  run(sql`CREATE INDEX intent_of_connection ON intent (connection_id)`)
  run(sql`
    CREATE TABLE rotation (
      id TEXT PRIMARY KEY,
      number INTEGER NOT NULL REFERENCES key ON DELETE CASCADE,
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`)
  // At most one at a time for a key.
  run(sql`CREATE UNIQUE INDEX rotation_open ON rotation (number) WHERE is_open = 1`)
  run(sql`CREATE INDEX rotation_of_key ON rotation (number)`)
  run(sql`CREATE INDEX rotation_of_connection ON rotation (connection_id)`)
  run(sql`
    CREATE TABLE reminder_rule (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      content TEXT NOT NULL
    ) STRICT`)
  run(sql`
    CREATE TABLE reminder_state (
      number INTEGER NOT NULL REFERENCES key ON DELETE CASCADE,
      kind TEXT NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (number, kind)
    ) STRICT, WITHOUT ROWID`)
  run(sql`
    CREATE TABLE reminder_channel (
      id TEXT PRIMARY KEY,
      fields TEXT NOT NULL,
      host TEXT NOT NULL,
      secret BLOB
    ) STRICT`)
  run(sql`
    CREATE TABLE reminder_delivery (
      id TEXT PRIMARY KEY,
      channel_id TEXT NOT NULL REFERENCES reminder_channel ON DELETE CASCADE,
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`)
  run(sql`CREATE INDEX reminder_delivery_of_channel ON reminder_delivery (channel_id)`)
  run(sql`INSERT INTO meta (name, value) VALUES ('reminder-marks-key', randomblob(32))`)
  run(sql`CREATE TABLE project (id TEXT PRIMARY KEY, name TEXT NOT NULL, folder TEXT NOT NULL UNIQUE) STRICT`)
  // A key that is removed for good leaves its bindings behind, so that a person learns of the files.
  run(sql`
    CREATE TABLE binding (
      id TEXT PRIMARY KEY,
      number INTEGER REFERENCES key ON DELETE SET NULL,
      key_name TEXT NOT NULL,
      file TEXT NOT NULL,
      root TEXT NOT NULL,
      name TEXT NOT NULL,
      agreed_digest TEXT,
      agreed_version INTEGER,
      agreed_at TEXT,
      UNIQUE (file, name)
    ) STRICT`)
  run(sql`CREATE INDEX binding_of_key ON binding (number) WHERE number IS NOT NULL`)
  // The bytes before a write hold the key's old values: they go when it goes.
  run(sql`
    CREATE TABLE env_undo (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      number INTEGER REFERENCES key ON DELETE CASCADE,
      content TEXT NOT NULL,
      before BLOB
    ) STRICT`)
  run(sql`CREATE INDEX env_undo_of_key ON env_undo (number) WHERE number IS NOT NULL`)
  // Whose value is this text? A scan asks for each word of each file.
  run(sql`CREATE INDEX key_fingerprint ON key (fingerprint) WHERE fingerprint <> ''`)
  run(sql`CREATE INDEX key_value_fingerprint ON key_value (fingerprint)`)
  // Never filled: what ties a key to a connection stands in remote_link.
  run(sql`ALTER TABLE key_detail DROP COLUMN connection_id`)
}
