import type Database from 'better-sqlite3'
import type { Secret } from '../crypto/secret'

export type SqlValue = string | number | bigint | Uint8Array | null

/** A piece of SQL and the values bound to it. Values never become text of the statement. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** A tagged template: an {@link Sql} inside it is spliced in, anything else is bound as a value. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const values: SqlValue[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return { text, values }
}

/** All conditions must hold; none at all always holds. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`1`
  const text = conditions.map((condition) => `(${condition.text})`).join(' AND ')
  return { text, values: conditions.flatMap((condition) => condition.values) }
}

/** One of the conditions must hold; of none at all, none does. */
export function anyOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`0`
  const text = conditions.map((condition) => `(${condition.text})`).join(' OR ')
  return { text, values: conditions.flatMap((condition) => condition.values) }
}

/** The words of a list as rows, so that its length does not change the statement. */
export function rowsOf(words: readonly (string | number)[]): Sql {
  return sql`(SELECT value FROM json_each(${JSON.stringify(words)}))`
}

/** What a migration may do. */
export type Run = (statement: Sql) => void

const PREPARED_AT_MOST = 200

/** An open database with its prepared statements. Errors are SQLite's own; `sqlite-errors` names them. */
export class Connection {
  readonly #database: Database.Database
  readonly #prepared = new Map<string, Database.Statement>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  all<Row>(query: Sql): Row[] {
    return this.#prepare(query).all(...query.values) as Row[]
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows its own columns
  get<Row>(query: Sql): Row | undefined {
    return this.#prepare(query).get(...query.values) as Row | undefined
  }

  /** The first column of the first row. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- see above
  value<Value extends SqlValue>(query: Sql): Value | undefined {
    const row = this.get<Record<string, Value>>(query)
    return row === undefined ? undefined : Object.values(row)[0]
  }

  /** The first column of every row, of a query that answers numbers. */
  numbers(query: Sql): number[] {
    // A statement of its own: a cached one would go on answering so.
    return this.#database
      .prepare<unknown[], number>(query.text)
      .pluck()
      .all(...query.values)
  }

  *iterate<Row>(query: Sql): Generator<Row> {
    // A statement of its own: a cached one would stay busy if the caller stopped half-way.
    yield* this.#database.prepare<unknown[], Row>(query.text).iterate(...query.values)
  }

  /** Answers how many rows changed and the last row's number. */
  run(statement: Sql): { changes: number; rowNumber: number } {
    const result = this.#prepare(statement).run(...statement.values)
    return { changes: result.changes, rowNumber: Number(result.lastInsertRowid) }
  }

  pragma(statement: string): unknown {
    return this.#database.pragma(statement, { simple: true })
  }

  /** Runs `work` in one `BEGIN IMMEDIATE` transaction: all of it is kept, or nothing. */
  transaction<Value>(work: () => Value): Value {
    this.run(sql`BEGIN IMMEDIATE`)
    try {
      const value = work()
      this.run(sql`COMMIT`)
      return value
    } catch (error) {
      // After some disk errors SQLite has rolled back by itself.
      if (this.#database.inTransaction) this.run(sql`ROLLBACK`)
      throw error
    }
  }

  /** Encrypts everything anew. Never call it on a vault's live database: an interruption could cost both keys. */
  rekey(dataKey: Secret): void {
    const key = dataKey.use((bytes) => Buffer.concat([Buffer.from('raw:'), bytes]))
    try {
      this.#database.rekey(key)
    } finally {
      key.fill(0)
    }
  }

  /** Checkpoints what can be checkpointed and closes; SQLite zeroes its key. */
  close(): void {
    this.#prepared.clear()
    this.#database.close()
  }

  #prepare(statement: Sql): Database.Statement {
    const known = this.#prepared.get(statement.text)
    if (known !== undefined && !known.busy) return known
    if (this.#prepared.size >= PREPARED_AT_MOST) this.#prepared.clear()
    const prepared = this.#database.prepare(statement.text)
    this.#prepared.set(statement.text, prepared)
    return prepared
  }
}

function isSql(part: SqlValue | Sql): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part
}
