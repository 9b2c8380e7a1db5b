import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyState, keyStatus, type KeyStatus } from '../../../src-preload/contract/model/key'
import { keyLinesQuery, keyRowQuery, keySortColumn } from '../../../src-preload/contract/model/key-query'
import { keyStatusAt } from '../../../src-preload/contract/model/key-status'
import { createDataKey } from '../../../src-main/crypto/wrap'
import { facetsOfKeys, groupsOfKeys, idsOfKeys, listQueries, pageOfKeys } from '../../../src-main/store/key-list'
import type { StoredLine } from '../../../src-main/ports/vault-store'
import { linesOfKeys, linesQuery } from '../../../src-main/store/key-lines'
import { rowStartingWith } from '../../../src-main/store/key-row'
import { KeyBook } from '../../../src-main/store/key-book'
import type { Connection } from '../../../src-main/store/sql'
import { sql } from '../../../src-main/store/sql'
import { makeKeys } from '../../fixtures/make-keys'
import { newKey, NOW, query, temporaryFolder } from '../../fixtures/vaults/temporary-vault'
import { emptyDatabase } from '../../fixtures/vaults/empty-database'

const MANY = 5_000
const planOf = (connection: Connection, statement: ReturnType<typeof sql>): string =>
  connection
    .all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${statement.text}`, values: statement.values })
    .map((row) => row.detail)
    .join('\n')

describe('lists of keys', () => {
  const home = temporaryFolder()
  let connection: Connection

  beforeAll(() => {
    connection = emptyDatabase(home.folder)
    const book = new KeyBook(connection, createDataKey())
    connection.transaction(() => {
      for (const key of makeKeys(MANY)) book.add(key)
    })
  })

  afterAll(() => {
    connection.close()
    home.remove()
  })

  const directions = ['asc', 'desc'] as const
  const indexed = ['name', 'provider', 'environment', 'createdAt', 'expiresAt', 'lastUsedAt'] as const

  it.each(indexed.flatMap((column) => directions.map((direction) => ({ column, direction }))))(
    'walks an index when sorted by $column $direction',
    (sort) => {
      const { list, count } = listQueries(query({ sort }), NOW)
      expect(planOf(connection, list(MANY))).toMatch(/^SCAN key USING (COVERING )?INDEX key_by_\w+$/)
      expect(planOf(connection, count)).toMatch(/USING COVERING INDEX/)
    }
  )

  it.each(indexed)('walks the index by %s too where a search finds many, and sorts where it finds few', (column) => {
    const { list, count } = listQueries(query({ text: 'bi', sort: { column, direction: 'asc' } }), NOW)
    const walk = planOf(connection, list(50_000))
    expect(walk).toMatch(/^SCAN key USING (COVERING )?INDEX key_by_\w+\n/)
    expect(walk).not.toContain('TEMP B-TREE')
    expect(planOf(connection, list(50))).toMatch(/^SEARCH key USING INTEGER PRIMARY KEY/)
    expect(planOf(connection, count)).toMatch(
      /^SCAN key_search VIRTUAL TABLE.*\nLIST SUBQUERY 1\nSEARCH key USING COVERING INDEX key_deleted/
    )
  })

  it.each(['b', 'billing', 'backup 1', 'nothing-like-it'])('finds the same for "%s" however it looks', (text) => {
    const binned = idsOfKeys(connection, query({ text, offset: 5, limit: 3 }), NOW)
    const bin = (at: string | null): void => {
      for (const id of binned) connection.run(sql`UPDATE key SET deleted_at = ${at} WHERE id = ${id}`)
    }
    bin(NOW)
    for (const column of keySortColumn.options) {
      const asked = query({ text, sort: { column, direction: 'desc' }, offset: 2, limit: 1_000 })
      const { list, count } = listQueries(asked, NOW)
      expect(connection.all(list(MANY))).toEqual(connection.all(list(0)))
      const all = idsOfKeys(connection, query({ text, limit: 100_000 }), NOW)
      expect(connection.value(count)).toBe(all.length)
      for (const id of binned) expect(all).not.toContain(id)
    }
    bin(null)
  })

  it.each(['', 'billing'])('answers lines as it does pages by name, searched for "%s"', (text) => {
    const lines = linesOfKeys(connection, keyLinesQuery.parse({ text, offset: 10, limit: 50 }), NOW)
    const { items } = pageOfKeys(connection, query({ text, offset: 10, limit: 50 }), NOW)
    const shown = ({ name, provider, preview, envName, state, expiresAt }: StoredLine): StoredLine => {
      return { name, provider, preview, envName, state, expiresAt }
    }
    expect(lines).toEqual(items.map(shown))
    expect(lines).toHaveLength(50)
  })

  it('walks the index by name for lines', () => {
    expect(planOf(connection, linesQuery(keyLinesQuery.parse({}), NOW))).toBe('SCAN key USING INDEX key_by_name')
  })

  it('sorts by status from what is most urgent', () => {
    const { items } = pageOfKeys(connection, query({ sort: { column: 'status', direction: 'asc' }, limit: 1_000 }), NOW)
    const statuses = [...new Set(items.map((item) => keyStatusAt(item, Date.parse(NOW))))]
    const urgent = ['expired', 'expiring', 'rotating', 'active', 'unknown', 'disabled', 'revoked']
    expect(statuses).toEqual(urgent.filter((status) => statuses.includes(status as KeyStatus)))
  })

  it.each(['provider', 'project', 'environment', 'tag', 'status'] as const)(
    'lays out groups by %s as it counts them',
    (group) => {
      const asked = query({ group, statuses: ['active', 'expiring', 'expired'], limit: 100_000 })
      const groups = groupsOfKeys(connection, asked, NOW)
      const rows = idsOfKeys(connection, asked, NOW)
      const page = pageOfKeys(connection, asked, NOW)
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length)
      expect(new Set(rows).size).toBe(page.total)
      expect(new Set(groups.map(({ value }) => value)).size).toBe(groups.length)
      let at = 0
      for (const { value, count } of groups) {
        for (const item of page.items.slice(at, at + count)) {
          const own =
            group === 'tag' ? item.tags : [group === 'status' ? keyStatusAt(item, Date.parse(NOW)) : item[group]]
          if (value === null) expect(own.filter((one) => one !== null)).toEqual([])
          else expect(own).toContain(value)
        }
        at += count
      }
    }
  )

  it.each([
    ['none', 'name', 'asc'],
    ['none', 'expiresAt', 'desc'],
    ['tag', 'status', 'asc']
  ] as const)('says where the next name starts so, grouped by %s and sorted by %s %s', (group, column, direction) => {
    const asked = { group, sort: { column, direction }, text: 'github' }
    const page = pageOfKeys(connection, query({ ...asked, limit: 100_000 }), NOW)
    const fits = page.items.flatMap(({ name }, row) => (name.startsWith('mail-1') ? [row] : []))
    const rowOf = (prefix: string, from: number): number | null =>
      rowStartingWith(connection, keyRowQuery.parse({ ...asked, prefix, from }), NOW)
    expect(fits.length).toBeGreaterThan(2)
    expect(rowOf('Máil-1', 0)).toBe(fits[0])
    expect(rowOf('mail-1', fits[1] ?? 0)).toBe(fits[1])
    expect(rowOf('mail-1', (fits[1] ?? 0) + 1)).toBe(fits[2])
    expect(rowOf('mail-1', (fits.at(-1) ?? 0) + 1)).toBe(fits[0])
    expect(rowOf('%', 0)).toBeNull()
  })

  it('finds what expires or lay unused for so many days', () => {
    const nowMs = Date.parse(NOW)
    const all = pageOfKeys(connection, query({ limit: 100_000 }), NOW).items
    const within = all.filter(
      ({ expiresAt, state }) =>
        expiresAt !== null &&
        Date.parse(expiresAt) - nowMs <= 7 * 86_400_000 &&
        state !== 'revoked' &&
        state !== 'disabled'
    )
    expect(pageOfKeys(connection, query({ expiresWithinDays: 7 }), NOW).total).toBe(within.length)
    const used = all.filter(({ lastUsedAt }) => lastUsedAt !== null && nowMs - Date.parse(lastUsedAt) < 90 * 86_400_000)
    const young = pageOfKeys(connection, query({ unusedDays: 90 }), NOW).total
    expect(young).toBeLessThanOrEqual(all.length - used.length)
    expect(pageOfKeys(connection, query({ unusedDays: 1 }), NOW).total).toBeGreaterThanOrEqual(young)
  })

  it.each(keySortColumn.options)('shows each key once when paged by %s', (column) => {
    for (const direction of ['asc', 'desc'] as const) {
      const ids = new Set<string>()
      for (let offset = 0; offset < MANY; offset += 1_000) {
        const page = pageOfKeys(connection, query({ sort: { column, direction }, offset, limit: 1_000 }), NOW)
        expect(page.total).toBe(MANY)
        for (const item of page.items) ids.add(item.id)
      }
      expect(ids.size).toBe(MANY)
    }
  })

  it('filters by status exactly as a person is shown it', () => {
    const shown = new Map<KeyStatus, number>()
    for (let offset = 0; offset < MANY; offset += 1_000) {
      for (const item of pageOfKeys(connection, query({ offset, limit: 1_000 }), NOW).items) {
        const status = keyStatusAt(item, Date.parse(NOW))
        shown.set(status, (shown.get(status) ?? 0) + 1)
      }
    }
    for (const status of keyStatus.options) {
      expect([status, pageOfKeys(connection, query({ statuses: [status] }), NOW).total]).toEqual([
        status,
        shown.get(status) ?? 0
      ])
    }
  })

  it('agrees with the contract on any state and date', () => {
    const day = 86_400_000
    const state = fc.constantFrom(...keyState.options)
    const left = fc.option(
      fc.oneof(
        fc.integer({ min: -40, max: 40 }).map((days) => days * day),
        fc.constantFrom(-1, 0, 1, 30 * day - 1, 30 * day + 1)
      )
    )
    fc.assert(
      fc.property(state, left, (state, leftMs) => {
        const expiresAt = leftMs === null ? null : new Date(Date.parse(NOW) + leftMs).toISOString()
        connection.run(sql`SAVEPOINT one`)
        const key = { ...newKey({ name: 'only one', expiresAt }), state }
        new KeyBook(connection, createDataKey()).add(key)
        const matching = keyStatus.options.filter(
          (status) => pageOfKeys(connection, query({ text: 'only one', statuses: [status] }), NOW).total === 1
        )
        connection.run(sql`ROLLBACK TO one`)
        connection.run(sql`RELEASE one`)
        expect(matching).toEqual([keyStatusAt({ state, expiresAt }, Date.parse(NOW))])
      }),
      { numRuns: 60 }
    )
  })

  it('counts in the sidebar what the list then shows', () => {
    const facets = facetsOfKeys(connection, NOW)
    expect(facets.all).toBe(MANY)
    expect(facets.favourites).toBe(pageOfKeys(connection, query({ view: 'favourites' }), NOW).total)
    expect(facets.expiring).toBe(pageOfKeys(connection, query({ view: 'expiring' }), NOW).total)
    const check = (kind: 'providers' | 'environments' | 'projects' | 'tags'): void => {
      for (const { value, count } of facets[kind]) {
        expect(pageOfKeys(connection, query({ [kind]: [value] }), NOW).total).toBe(count)
      }
    }
    for (const kind of ['providers', 'environments', 'tags'] as const) check(kind)
  })
})
