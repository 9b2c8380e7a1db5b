import { AppError } from '@contract/errors'
import type { KeyViewFields, SavedKeyView } from '@contract/model/key-views'
import { sql, type Connection } from './sql'

/** Saved views of the table of keys, as rows. */
export class ViewBook {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  list(): SavedKeyView[] {
    return this.#connection
      .all<{ id: string; fields: string }>(sql`SELECT id, fields FROM key_view ORDER BY place`)
      .map(({ id, fields }) => ({ id, fields: JSON.parse(fields) as KeyViewFields }))
  }

  /** Throws `view-not-found` for an id that is not there, unless it `isNew`. */
  save(id: string, fields: KeyViewFields, isNew: boolean): void {
    const text = JSON.stringify(fields)
    const { changes } = isNew
      ? this.#connection.run(sql`INSERT INTO key_view (id, fields) VALUES (${id}, ${text})`)
      : this.#connection.run(sql`UPDATE key_view SET fields = ${text} WHERE id = ${id}`)
    if (changes === 0) throw new AppError('view-not-found', {})
  }

  remove(id: string): void {
    this.#connection.run(sql`DELETE FROM key_view WHERE id = ${id}`)
  }
}
