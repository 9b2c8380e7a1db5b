import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoreChange } from '../../../src-main/ports/remote-store'
import type { NewFinding, NewUsageRecord, UsageBatch } from '../../../src-main/ports/usage-store'
import type { OpenVault, VaultHost } from '../../../src-main/ports/vault-store'
import type { KeyId } from '../../../src-preload/contract/model/base'
import { usageFilter, type UsageFilter } from '../../../src-preload/contract/model/usage'
import { ACCOUNT, batchOf, makeCalls, syncOf } from '../../fixtures/make-calls'
import {
  auditDraft,
  byPassword,
  newKey,
  NOW,
  PASSWORD,
  temporaryFolder,
  utf8
} from '../../fixtures/vaults/temporary-vault'

const account: StoreChange = {
  op: 'save-connection',
  id: ACCOUNT,
  connectorId: 'cloudoora',
  fields: { name: 'work', mode: 'api', baseUrl: null, variables: {}, overrides: {}, allowPrivate: false, ca: null },
  origin: 'https://api.example.com',
  at: NOW
}

const linkOf = (keyId: KeyId, remoteId: string): StoreChange => ({
  op: 'save-link',
  link: {
    keyId,
    connectionId: ACCOUNT,
    kind: 'key',
    remoteId,
    origin: 'created',
    policy: { kind: 'by-hand' },
    services: [],
    seenAt: NOW,
    missing: false,
    forgetsSecret: false,
    unseen: false,
    attemptedAt: null,
    rotatedAt: NOW
  }
})

const line = (change: Partial<NewUsageRecord> = {}): NewUsageRecord => ({
  id: null,
  at: '2026-11-19T08:00:00.000Z',
  remoteId: 'r1',
  method: 'GET',
  path: '/v1/sites',
  status: 200,
  ip: '203.0.113.7',
  source: 'API',
  durationMs: 12,
  ...change
})

const findingOf = (id: string, unique: string, keyId: KeyId | null): NewFinding => ({
  id,
  unique,
  connectionId: ACCOUNT,
  keyId,
  at: NOW,
  facts: { kind: 'new-address', ip: '192.0.2.1', requests: 1, known: 2, watchedDays: 14 }
})

/** What every face of the vault must do with what is told of usage. */
export function describeUsage(face: string, connect: (folder: string) => VaultHost): void {
  describe(`what the vault ${face} knows of usage`, () => {
    let home: ReturnType<typeof temporaryFolder>
    let host: VaultHost
    let vault: OpenVault

    beforeEach(async () => {
      home = temporaryFolder()
      host = connect(home.folder)
      vault = await host.create({ password: utf8(PASSWORD), hint: '' })
      await vault.store.remote.apply([account], [auditDraft('connection.added')])
    })

    afterEach(async () => {
      await host.dispose()
      home.remove()
    })

    const usage = (): OpenVault['store']['usage'] => vault.store.usage
    const filterOf = (change: Partial<UsageFilter> = {}): UsageFilter => usageFilter.parse(change)
    const requests = async (change: Partial<UsageFilter> = {}): Promise<number> =>
      (await usage().summary(filterOf(change))).requests
    const add = (records: readonly NewUsageRecord[], change: Partial<UsageBatch> = {}): ReturnType<typeof batch> =>
      batch(batchOf(records, change))
    const batch = (given: UsageBatch): ReturnType<OpenVault['store']['usage']['add']> => usage().add(given)

    async function tiedKey(remoteId: string): Promise<KeyId> {
      const key = newKey({ name: 'ci' }, 'value')
      await vault.store.remote.apply([{ op: 'add-key', key }, linkOf(key.id, remoteId)], [])
      return key.id
    }

    it('keeps a page and where reading goes on together, and adds nothing when it is read again', async () => {
      const calls = makeCalls(2_000)
      const sync = syncOf({ position: { cursor: 'c2' } })
      expect(await add(calls, { sync, next: 'c2' })).toMatchObject({ added: 2_000, known: 0, tooOld: 0 })
      expect(await add(calls, { sync })).toMatchObject({ added: 0, known: 2_000 })
      await vault.close()
      vault = await host.open(byPassword())
      expect(await usage().sync(sync)).toEqual(sync)
      expect(await requests()).toBe(2_000)
      const { total, items } = await usage().records({
        filter: filterOf(),
        order: 'oldest',
        start: { at: 'offset', offset: 1_990 },
        limit: 20
      })
      expect(total).toBe(2_000)
      expect(items.map(({ at }) => at)).toEqual(calls.slice(1_990).map(({ at }) => at))
    })

    it('keeps nothing of a page that cannot be kept as a whole', async () => {
      const calls = makeCalls(50)
      const sync = syncOf({ position: 'x'.repeat(20_000) })
      await expect(add(calls, { sync })).rejects.toMatchObject({ code: 'input-invalid' })
      expect(await requests()).toBe(0)
      expect(await usage().sync(sync)).toBeNull()
      await expect(add(calls, { sync: syncOf({ connectionId: 'gone' as typeof ACCOUNT }) })).rejects.toMatchObject({
        code: 'connection-not-found'
      })
      expect((await add(calls)).added).toBe(50)
    })

    it('keeps each of several lines without an id that are alike, over the ends of pages', async () => {
      const pages = [
        [line({ at: '2026-11-19T08:00:00.000Z' }), line(), line()],
        [line(), line(), line({ at: '2026-11-19T08:00:01.000Z' })],
        [line({ at: '2026-11-19T08:00:01.000Z' })]
      ]
      const read = async (page: number): Promise<number> => {
        const name = page === 0 ? null : String(page)
        const next = page === pages.length - 1 ? null : String(page + 1)
        return (await add(pages[page] ?? [], { page: name, next })).added
      }
      expect([await read(0), await read(1), await read(2)]).toEqual([3, 3, 1])
      // The last page is told again when it may have filled up, and all of them when reading begins anew.
      expect(await read(2)).toBe(0)
      expect([await read(0), await read(1), await read(2)]).toEqual([0, 0, 0])
      expect(await requests()).toBe(7)
    })

    it('goes on where an older reading was left, though a newer one came between', async () => {
      const newer = '2026-11-19T09:00:00.000Z'
      expect((await add([line(), line()], { page: null, next: 'old 2' })).added).toBe(2)
      expect((await add([line({ at: newer })], { page: null, next: 'new 2' })).added).toBe(1)
      expect((await add([line({ at: newer })], { page: 'new 2' })).added).toBe(1)
      expect((await add([line()], { page: 'old 2' })).added).toBe(1)
      expect(await requests()).toBe(5)
    })

    it('follows the last use of keys, never back and never into the future', async () => {
      const id = await tiedKey('r1')
      const lastUse = async (): Promise<string | null> => (await vault.store.keys.get(id)).lastUsedAt
      expect((await add([line()])).used).toEqual([id])
      expect(await lastUse()).toBe(line().at)
      expect((await add([line({ at: '2026-11-01T00:00:00.000Z' })])).used).toEqual([])
      expect(await lastUse()).toBe(line().at)
      expect((await add([line({ at: '2027-01-01T00:00:00.000Z' })])).used).toEqual([id])
      expect(await lastUse()).toBe(NOW)
    })

    it('knows whose calls they are, also when the key is followed later, rotated or removed', async () => {
      await add([line(), line({ remoteId: 'r0' })])
      const id = await tiedKey('r1')
      expect(await requests({ keyIds: [id] })).toBe(1)
      await vault.store.remote.apply([linkOf(id, 'r2')], [])
      await add([line({ remoteId: 'r2', at: '2026-11-19T10:00:00.000Z', status: 500 })])
      expect(await requests({ keyIds: [id] })).toBe(2)
      const log = { connectionId: ACCOUNT, kind: 'key', remoteId: 'r1' }
      expect(await usage().callsOf(log, null)).toMatchObject({
        requests: 1,
        errors: 0,
        lastAt: line().at,
        addresses: [{ ip: '203.0.113.7', requests: 1 }]
      })
      expect(await usage().callsOf(log, '2026-11-19T09:00:00.000Z')).toMatchObject({ requests: 0, addresses: [] })
      await vault.store.keys.purge(id, auditDraft('key.purged'))
      const { items } = await usage().records({
        filter: filterOf(),
        order: 'newest',
        start: { at: 'offset', offset: 0 },
        limit: 10
      })
      expect(items.map(({ keyId, remoteId }) => [keyId, remoteId]).sort()).toEqual([
        [null, 'r0'],
        [null, 'r1'],
        [null, 'r2']
      ])
    })

    it('leaves out what is too old to be kept, and removes what has become so', async () => {
      const old = line({ at: '2026-06-01T00:00:00.000Z' })
      expect(await add([old, line()], { notBefore: '2026-07-01T00:00:00.000Z' })).toMatchObject({ added: 1, tooOld: 1 })
      expect((await add([old])).added).toBe(1)
      expect(await usage().prune('2026-07-01T00:00:00.000Z', 10)).toEqual({ removed: 1, more: false })
      expect(await usage().summary(filterOf())).toMatchObject({ requests: 1, firstAt: line().at })
      expect(await usage().logs(ACCOUNT)).toMatchObject([{ records: 1, oldestAt: line().at, newestAt: line().at }])
    })

    it('forgets all of it with the account, and keeps the keys', async () => {
      const id = await tiedKey('r1')
      await add(makeCalls(500, ['r1']))
      await usage().apply([{ op: 'add-finding', finding: findingOf('F1', 'one', id) }], [auditDraft('key.synced', id)])
      await vault.store.remote.apply([{ op: 'drop-connection', id: ACCOUNT }], [auditDraft('connection.removed')])
      expect(await requests()).toBe(0)
      expect(await usage().facets({ connectionId: null, keyIds: [] })).toMatchObject({ keys: [], methods: [] })
      expect(await usage().logs(null)).toEqual([])
      expect(
        await usage().findings({ keyId: null, connectionId: null, kinds: [], acknowledged: false, limit: 9 })
      ).toEqual({
        open: 0,
        items: []
      })
      expect((await vault.store.keys.get(id)).hasSecret).toBe(true)
      expect(await vault.store.audit.verify()).toMatchObject({ whole: true })
    })

    it('keeps what an account says of its period, and how each metric came to it', async () => {
      const totals = {
        connectionId: ACCOUNT,
        readAt: NOW,
        periodStart: null,
        periodEnd: null,
        metrics: [{ metric: 'disk', used: 10.5, limit: null, unit: 'GB' }],
        renewals: [{ kind: 'domain', name: 'example.com', renewsAt: NOW }],
        failure: null
      }
      const later = {
        ...totals,
        readAt: '2026-11-20T11:00:00.000Z',
        metrics: [{ metric: 'disk', used: 12, limit: 20, unit: 'GB' }]
      }
      await usage().apply([{ op: 'save-totals', totals }], [])
      await usage().apply([{ op: 'save-totals', totals: later }], [])
      expect(await usage().totals(null)).toEqual([later])
      expect(await usage().course(ACCOUNT, 'disk', null)).toEqual([
        { at: NOW, used: 10.5, limit: null },
        { at: later.readAt, used: 12, limit: 20 }
      ])
      expect(await usage().course(ACCOUNT, 'disk', '2026-11-20T11:00:00.000Z')).toHaveLength(1)
    })

    it('makes a finding once, changes it while it is open, and settles it', async () => {
      const id = await tiedKey('r1')
      const of = { keyId: null, connectionId: null, kinds: [], acknowledged: false, limit: 10 }
      const changed = { ...findingOf('F1', 'one', id).facts, requests: 7 }
      await usage().apply(
        [
          { op: 'add-finding', finding: findingOf('F1', 'one', id) },
          { op: 'add-finding', finding: findingOf('F2', 'one', id) },
          { op: 'add-finding', finding: findingOf('F3', 'two', null) },
          { op: 'change-finding', id: 'F1', facts: changed as NewFinding['facts'] },
          { op: 'acknowledge', ids: ['F3', 'nowhere'], at: NOW }
        ],
        []
      )
      expect(await usage().findings(of)).toMatchObject({
        open: 1,
        items: [{ id: 'F1', keyName: 'ci', facts: { requests: 7 } }]
      })
      expect((await usage().findings({ ...of, acknowledged: true })).items).toMatchObject([
        { id: 'F3', acknowledgedAt: NOW }
      ])
      expect((await usage().findings({ ...of, kinds: ['quota'] })).open).toBe(0)
      await usage().apply([{ op: 'acknowledge', ids: ['F3'], at: null }], [])
      expect((await usage().findings(of)).open).toBe(2)
      await vault.store.keys.purge(id, auditDraft('key.purged'))
      expect((await usage().findings(of)).items.map((one) => one.id)).toEqual(['F3'])
    })

    it('remembers addresses and endpoints with their first and last time', async () => {
      const id = await tiedKey('r1')
      await add([line({ path: '/v1/users/17' }), line({ path: '/v1/users/18', at: '2026-11-20T08:00:00.000Z' })])
      const of = { connectionId: ACCOUNT, keyId: id, since: null }
      expect(await usage().seen({ ...of, what: 'endpoint' })).toMatchObject([
        { word: 'GET /v1/users/{id}', keyId: id, firstAt: line().at, lastAt: '2026-11-20T08:00:00.000Z' }
      ])
      expect(await usage().seen({ ...of, what: 'ip', since: '2026-11-20T00:00:00.000Z' })).toEqual([])
    })

    it('remembers what was done here with a key, until the key is removed', async () => {
      const id = await tiedKey('r1')
      const use = { keyId: id, at: NOW, actor: 'cli', place: 'npm', envName: 'TOKEN' } as const
      await usage().apply(
        [
          { op: 'note-local-use', use: { ...use, id: 'U1', kind: 'run' } },
          { op: 'note-local-use', use: { ...use, id: 'U2', kind: 'copied', place: null, envName: null } }
        ],
        []
      )
      const of = { keyId: id, before: null, limit: 10 }
      expect(await usage().localUse(of)).toMatchObject([
        { id: 'U2', kind: 'copied', keyName: 'ci' },
        { id: 'U1', kind: 'run', place: 'npm' }
      ])
      expect(await usage().localUse({ ...of, before: 'U2' })).toMatchObject([{ id: 'U1' }])
      await vault.store.keys.purge(id, auditDraft('key.purged'))
      expect(await usage().localUse({ ...of, keyId: null })).toEqual([])
    })
  })
}
