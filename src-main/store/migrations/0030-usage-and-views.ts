import { sql, type Run } from '../sql'

export const version = 30

/** What providers tell of the use of keys, what was done with them here, and saved views. */
export function migrate(run: Run): void {
  // Whose calls: one key of a provider, by the provider's own id; '' where a log does not say whose a call was.
  run(sql`
    CREATE TABLE usage_stream (
      stream INTEGER PRIMARY KEY,
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      kind TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      number INTEGER REFERENCES key ON DELETE SET NULL,
      requests INTEGER NOT NULL,
      first_at INTEGER,
      last_at INTEGER,
      UNIQUE (connection_id, kind, remote_id)
    ) STRICT`)
  run(sql`CREATE INDEX usage_stream_of_key ON usage_stream (number) WHERE number IS NOT NULL`)
  // Methods, sources and addresses; endpoints, which are paths with {id} for what is an id; and paths that have ids.
  run(sql`CREATE TABLE usage_word (word INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT`)
  run(sql`CREATE TABLE usage_endpoint (endpoint INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT`)
  run(sql`
    CREATE TABLE usage_path (
      path INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE,
      endpoint INTEGER NOT NULL REFERENCES usage_endpoint
    ) STRICT`)
  // What many calls are alike in; 0 for a word that was not told, and for a status.
  run(sql`
    CREATE TABLE usage_shape (
      shape INTEGER PRIMARY KEY,
      stream INTEGER NOT NULL REFERENCES usage_stream ON DELETE CASCADE,
      method INTEGER NOT NULL,
      endpoint INTEGER NOT NULL,
      status INTEGER NOT NULL,
      source INTEGER NOT NULL,
      UNIQUE (stream, method, endpoint, status, source)
    ) STRICT`)
  // One B-tree in the order of time. The mark tells calls of one millisecond apart, and one call when it is told again.
  // Shapes are not declared as references: nothing but the removal of a whole connection takes them away.
  run(sql`
    CREATE TABLE usage_call (
      at INTEGER NOT NULL,
      mark BLOB NOT NULL,
      shape INTEGER NOT NULL,
      path INTEGER,
      ip INTEGER,
      duration_ms INTEGER,
      PRIMARY KEY (at, mark)
    ) STRICT, WITHOUT ROWID`)
  run(sql`CREATE INDEX usage_call_of_ip ON usage_call (ip, at, mark, shape) WHERE ip IS NOT NULL`)
  run(sql`CREATE INDEX usage_call_of_path ON usage_call (path, at, mark, shape) WHERE path IS NOT NULL`)
  // How many calls of a shape there were in an hour (span 0) and in a day (span 1), counted in UTC from 1970.
  run(sql`
    CREATE TABLE usage_count (
      span INTEGER NOT NULL CHECK (span IN (0, 1)),
      start INTEGER NOT NULL,
      shape INTEGER NOT NULL,
      requests INTEGER NOT NULL,
      PRIMARY KEY (span, start, shape)
    ) STRICT, WITHOUT ROWID`)
  run(sql`
    CREATE TABLE usage_seen (
      stream INTEGER NOT NULL REFERENCES usage_stream ON DELETE CASCADE,
      what TEXT NOT NULL CHECK (what IN ('ip', 'endpoint', 'source')),
      text TEXT NOT NULL,
      first_at INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      PRIMARY KEY (stream, what, text)
    ) STRICT, WITHOUT ROWID`)
  run(sql`
    CREATE TABLE usage_sync (
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      kind TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      content TEXT NOT NULL,
      edges TEXT,
      PRIMARY KEY (connection_id, kind, remote_id)
    ) STRICT, WITHOUT ROWID`)
  run(sql`
    CREATE TABLE usage_totals (
      connection_id TEXT PRIMARY KEY REFERENCES connection ON DELETE CASCADE,
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`)
  run(sql`
    CREATE TABLE usage_course (
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      metric TEXT NOT NULL,
      hour INTEGER NOT NULL,
      at INTEGER NOT NULL,
      used REAL NOT NULL,
      most REAL,
      PRIMARY KEY (connection_id, metric, hour)
    ) STRICT, WITHOUT ROWID`)
  run(sql`
    CREATE TABLE usage_finding (
      id TEXT PRIMARY KEY,
      once TEXT NOT NULL UNIQUE,
      connection_id TEXT NOT NULL REFERENCES connection ON DELETE CASCADE,
      number INTEGER REFERENCES key ON DELETE CASCADE,
      kind TEXT NOT NULL,
      at TEXT NOT NULL,
      acknowledged_at TEXT,
      facts TEXT NOT NULL
    ) STRICT`)
  run(sql`CREATE INDEX usage_finding_of_connection ON usage_finding (connection_id)`)
  run(sql`CREATE INDEX usage_finding_of_key ON usage_finding (number) WHERE number IS NOT NULL`)
  run(sql`
    CREATE TABLE local_use (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      number INTEGER NOT NULL REFERENCES key ON DELETE CASCADE,
      content TEXT NOT NULL
    ) STRICT`)
  run(sql`CREATE INDEX local_use_of_key ON local_use (number)`)
  run(sql`CREATE TABLE key_view (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fields TEXT NOT NULL) STRICT`)
}
