import { sql, type Run } from '../sql'

export const version = 10

/** The first schema: keys, their values, tags and search, the audit trail. */
export function migrate(run: Run): void {
  run(sql`CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID`)

  // Narrow on purpose: lists sort and filter 100,000 of these; what only a page or a detail shows is in key_detail.
  run(sql`
    CREATE TABLE key (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      sort_name TEXT NOT NULL,
      provider TEXT,
      project TEXT,
      environment TEXT,
      env_name TEXT,
      favourite INTEGER NOT NULL CHECK (favourite IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('active', 'disabled', 'rotating', 'revoked', 'unknown')),
      keep TEXT NOT NULL CHECK (keep IN ('vault', 'never')),
      preview TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      has_secret INTEGER NOT NULL CHECK (has_secret IN (0, 1)),
      version INTEGER NOT NULL CHECK (version >= 0),
      created_at TEXT NOT NULL,
      expires_at TEXT,
      last_used_at TEXT,
      added_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT`)
  // Each index also holds what its own condition asks for: without it SQLite looks that up row by row.
  run(sql`CREATE INDEX key_by_name ON key (sort_name, number, deleted_at) WHERE deleted_at IS NULL`)
  run(sql`
    CREATE INDEX key_by_provider ON key (provider IS NULL, provider COLLATE NOCASE, sort_name, number, deleted_at)
    WHERE deleted_at IS NULL`)
  run(sql`
    CREATE INDEX key_by_environment ON key (environment IS NULL, environment COLLATE NOCASE, sort_name, number, deleted_at)
    WHERE deleted_at IS NULL`)
  run(sql`CREATE INDEX key_by_creation ON key (created_at, number, deleted_at) WHERE deleted_at IS NULL`)
  run(
    sql`CREATE INDEX key_by_expiry ON key (expires_at IS NULL, expires_at, number, deleted_at) WHERE deleted_at IS NULL`
  )
  run(sql`CREATE INDEX key_by_use ON key (last_used_at, number, deleted_at) WHERE deleted_at IS NULL`)
  run(
    sql`CREATE INDEX key_favourite ON key (sort_name, number, favourite, deleted_at) WHERE deleted_at IS NULL AND favourite = 1`
  )
  run(
    sql`CREATE INDEX key_expiring ON key (expires_at, state, deleted_at) WHERE deleted_at IS NULL AND expires_at IS NOT NULL`
  )
  run(sql`CREATE INDEX key_deleted ON key (deleted_at) WHERE deleted_at IS NOT NULL`)
  run(sql`CREATE INDEX key_provider ON key (provider, deleted_at) WHERE deleted_at IS NULL`)
  run(sql`CREATE INDEX key_environment ON key (environment, deleted_at) WHERE deleted_at IS NULL`)
  run(sql`CREATE INDEX key_project ON key (project, deleted_at) WHERE deleted_at IS NULL`)
  run(sql`CREATE INDEX key_exact_name ON key (name, deleted_at) WHERE deleted_at IS NULL`)
  run(sql`CREATE INDEX key_env_name ON key (env_name, deleted_at) WHERE deleted_at IS NULL AND env_name IS NOT NULL`)

  run(sql`
    CREATE TABLE key_detail (
      number INTEGER PRIMARY KEY REFERENCES key ON DELETE CASCADE,
      description TEXT NOT NULL,
      connection_id TEXT,
      remote_id TEXT,
      scopes TEXT NOT NULL,
      roles TEXT NOT NULL,
      ip_ranges TEXT NOT NULL,
      tags TEXT NOT NULL,
      notes TEXT NOT NULL
    ) STRICT`)

  run(sql`
    CREATE TABLE key_tag (
      in_bin INTEGER NOT NULL CHECK (in_bin IN (0, 1)),
      tag TEXT NOT NULL,
      number INTEGER NOT NULL REFERENCES key ON DELETE CASCADE,
      PRIMARY KEY (in_bin, tag, number)
    ) STRICT, WITHOUT ROWID`)
  run(sql`CREATE INDEX key_tag_of_key ON key_tag (number)`)

  run(sql`
    CREATE TABLE key_value (
      number INTEGER NOT NULL REFERENCES key ON DELETE CASCADE,
      version INTEGER NOT NULL CHECK (version > 0),
      secret BLOB NOT NULL,
      preview TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      created_at TEXT NOT NULL,
      replaced_at TEXT,
      UNIQUE (number, version)
    ) STRICT`)

  run(sql`
    CREATE VIRTUAL TABLE key_search USING fts5 (
      name, description, tags, scopes, env_name, provider, notes,
      content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
    )`)

  run(sql`
    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      action TEXT NOT NULL,
      actor TEXT NOT NULL,
      key_id TEXT,
      key_name TEXT,
      detail TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT`)
  run(sql`CREATE INDEX audit_of_key ON audit (key_id, sequence) WHERE key_id IS NOT NULL`)
  // The last link, kept apart: without it, links cut off at the end would not be missed.
  run(sql`
    CREATE TABLE audit_head (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      sequence INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT`)
  run(sql`INSERT INTO audit_head (only, sequence, hash) VALUES (1, 0, '')`)
}
