import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeyId } from '../../../src-preload/contract/model/base'
import { createDataKey } from '../../../src-main/crypto/wrap'
import type { NewKey } from '../../../src-main/ports/vault-store'
import type { ReminderKey, ReminderKeysQuery } from '../../../src-main/ports/reminder-store'
import { KeyBook } from '../../../src-main/store/key-book'
import { reminderKeys, reminderKeysQuery } from '../../../src-main/store/reminder-keys'
import { RemoteBook } from '../../../src-main/store/remote-book'
import { sql, type Connection } from '../../../src-main/store/sql'
import { emptyDatabase } from '../../fixtures/vaults/empty-database'
import { newKey, NOW, temporaryFolder, utf8 } from '../../fixtures/vaults/temporary-vault'

const LATER = '2027-01-01T00:00:00.000Z'
const asked = (more: Partial<ReminderKeysQuery> = {}): ReminderKeysQuery => ({
  after: 0,
  limit: 100,
  undated: false,
  also: [],
  tags: [],
  ...more
})

describe('the keys that reminders ask for', () => {
  const home = temporaryFolder()
  let connection: Connection
  const ids = new Map<string, KeyId>()

  const tie = (name: string, content: object): void => {
    const found = sql`SELECT number FROM key WHERE name = ${name}`
    connection.run(sql`
      INSERT INTO remote_link (number, connection_id, kind, remote_id, content)
      VALUES ((${found}), 'account', 'key', ${name}, ${JSON.stringify(content)})`)
  }

  beforeAll(() => {
    connection = emptyDatabase(home.folder)
    const book = new KeyBook(connection, createDataKey())
    const add = (name: string, more: Partial<NewKey> = {}, fields: Partial<NewKey['fields']> = {}): void => {
      const key = { ...newKey({ name, ...fields }), ...more }
      ids.set(name, key.id)
      book.add(key)
    }
    connection.transaction(() => {
      add('dated', {}, { expiresAt: LATER, tags: ['ci', 'mail'] })
      add('plain', {}, { tags: ['ci'] })
      add('revoked', { state: 'revoked' }, { expiresAt: LATER })
      add('in the bin', {}, { expiresAt: LATER })
      add('by policy')
      add('tied')
      add('rotating')
      add('replaced', {}, { expiresAt: LATER })
      book.setDeletedAt(ids.get('in the bin')!, NOW)
      book.replaceSecret(ids.get('replaced')!, utf8('sk-new-0123456789'), 'sk-n…6789', LATER)
      connection.run(sql`
        INSERT INTO connection (id, connector_id, name, origin, fields, created_at)
        VALUES ('account', 'cloud', 'Account', 'https://example.com', '{}', ${NOW})`)
      tie('by policy', { policy: { kind: 'remind', everyDays: 30 } })
      tie('tied', { policy: { kind: 'none' }, rotatedAt: LATER })
      tie('revoked', { policy: { kind: 'none' } })
      connection.run(sql`
        INSERT INTO rotation (id, number, connection_id, is_open, content)
        SELECT 'r', number, 'account', 1, ${JSON.stringify({ step: 'grace', graceEndsAt: LATER })}
        FROM key WHERE name = 'rotating'`)
    })
  })

  afterAll(() => {
    connection.close()
    home.remove()
  })

  const all = (query: ReminderKeysQuery): readonly ReminderKey[] => reminderKeys(connection, query).keys
  const names = (query: ReminderKeysQuery): string[] => all(query).map(({ name }) => name)
  const one = (name: string, query: ReminderKeysQuery): ReminderKey | undefined =>
    all(query).find((key) => key.name === name)

  it('have a date, by themselves or by what is done with them', () => {
    expect(names(asked())).toEqual(['dated', 'by policy', 'rotating', 'replaced'])
    expect(one('rotating', asked())?.graceEndsAt).toBe(LATER)
    expect(one('by policy', asked())?.policy).toEqual({ kind: 'remind', everyDays: 30 })
  })

  it('are all that are in use, where rules tell of their age', () => {
    const query = asked({ undated: true })
    expect(names(query)).toEqual(['dated', 'plain', 'by policy', 'tied', 'rotating', 'replaced'])
    expect(one('plain', query)?.valueSince).toBe(NOW)
    expect(one('tied', query)?.valueSince).toBe(LATER)
    expect(one('replaced', query)?.valueSince).toBe(LATER)
  })

  it('are those too that something else tells of', () => {
    const also = [ids.get('plain'), ids.get('revoked')] as KeyId[]
    expect(names(asked({ also }))).toEqual(['dated', 'plain', 'by policy', 'rotating', 'replaced'])
  })

  it('bring the tags that rules speak of', () => {
    expect(one('dated', asked())?.tags).toEqual([])
    expect(one('dated', asked({ tags: ['ci', 'deploy'] }))?.tags).toEqual(['ci'])
  })

  it.each([{ undated: true }, { undated: false }])('come in pages, none twice and none left out: %o', (more) => {
    const found: string[] = []
    for (let after: number | null = 0; after !== null;) {
      const page = reminderKeys(connection, asked({ ...more, after, limit: 2 }))
      found.push(...page.keys.map(({ name }) => name))
      after = page.next
    }
    expect(found).toEqual(names(asked(more)))
  })

  it.each([{}, { undated: true, tags: ['ci'] }])('are walked once, from where the page before ended: %o', (more) => {
    const { text, values } = reminderKeysQuery(asked(more))
    const plan = connection.all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${text}`, values })
    expect(plan[0]?.detail).toBe('SEARCH key USING INTEGER PRIMARY KEY (rowid>?)')
    expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/SCAN (?!json_each)|TEMP B-TREE/)
  })

  it('an account is told of with the oldest key that is tied to it and in use', () => {
    expect(new RemoteBook(connection).spokesmen()).toEqual([{ connectionId: 'account', keyId: ids.get('by policy') }])
  })
})
