import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RemoteKey } from '@contract/model/connection'
import type { KeyOperation, RotationMode } from '@contract/model/connector'
import type { UpdateInput } from '@main/connectors/connector'
import type { ProviderName } from '../../sandbox/types.ts'
import { failureOf, openBench, type Asked, type Bench } from './bench'

/** One kind of key of one provider, and what is particular about it. */
export interface Case {
  readonly provider: ProviderName
  readonly kind: string
  /** What a new key is asked for; roles and projects are fetched first. */
  asks(bench: Bench): Promise<Asked>
  /** How a value looks. */
  readonly value: RegExp
  /** How the provider masks it. */
  preview(secret: string): string
  readonly modes: readonly RotationMode[]
  /** What is edited; every field that may be. */
  change?(bench: Bench): Promise<UpdateInput>
  /** How an ended key shows: gone from the list, or with this status. */
  readonly ended: 'gone' | RemoteKey['status']
}

const EVERY_OPERATION: readonly KeyOperation[] = [
  ...(['list', 'get', 'create', 'update', 'rotate', 'renew', 'disable', 'enable', 'revoke', 'verify'] as const),
  'usageLog'
]

/** What every provider must let a person do with a key, from its creation to its end. */
export function runLifecycle(one: Case): void {
  const { kind, provider } = one
  describe(`${provider}: the life of a ${kind}`, () => {
    let bench: Bench
    let count = 0
    beforeAll(async () => {
      bench = await openBench(provider)
    })
    afterAll(() => bench.close())

    const create = async (): Promise<{ key: RemoteKey; secret: string }> => {
      count += 1
      return bench.create(kind, { ...(await one.asks(bench)), name: `kept-${String(count)}` })
    }
    const listed = async (id: string): Promise<RemoteKey | undefined> =>
      (await bench.connector.list(kind, bench.exchange())).find(({ remoteId }) => remoteId === id)
    const verify = (secret: string): Promise<boolean> => bench.connector.verify(kind, secret, bench.exchange())
    const works = (id: string, secret: string): boolean =>
      bench.server
        .keys()
        .find((key) => key.id === id)
        ?.secretWorks(secret) ?? false
    const offers = (operation: KeyOperation): boolean => bench.connector.offers(kind, operation)
    const revoke = (id: string): Promise<void> => bench.connector.revoke(kind, id, bench.exchange())

    test('its credentials are accepted', async () => {
      await bench.connector.test(bench.exchange())
    })

    test('it is created, and its value is in that answer only', async () => {
      const { key, secret } = await create()
      expect(secret).toMatch(one.value)
      expect(bench.connector.formatMismatch(kind, secret)).toBeNull()
      expect(key.status).toBe('active')
      expect(dotsOf(key.preview)).toBe(one.preview(secret))
      expect(works(key.remoteId, secret)).toBe(true)
      const list = await bench.connector.list(kind, bench.exchange())
      expect(JSON.stringify(list)).not.toContain(secret)
      const found = list.find(({ remoteId }) => remoteId === key.remoteId)
      expect(dotsOf(found?.preview)).toBe(one.preview(secret))
      expect(found).toMatchObject({
        status: 'active',
        name: bench.kind(kind).nameLabel === null ? '' : key.name,
        scopes: key.scopes,
        roles: key.roles,
        ipRanges: key.ipRanges,
        expiresAt: key.expiresAt
      })
    })

    test('a value of another form is told apart', () => {
      expect(bench.connector.formatMismatch(kind, 'short')).toBe(
        provider === 'cloudoora' ? null : bench.kind(kind).format.words
      )
    })

    test('it is read alone where the provider tells keys one by one', async () => {
      if (!offers('get')) return
      const { key } = await create()
      expect(await bench.connector.get(kind, key.remoteId, bench.exchange())).toEqual(await listed(key.remoteId))
    })

    test('what may be edited is edited', async () => {
      const change = (await one.change?.(bench)) ?? null
      expect(offers('update')).toBe(change !== null)
      expect(bench.kind(kind).editable).toEqual(Object.keys(change ?? {}))
      if (change === null) return
      const { key } = await create()
      await bench.connector.update(kind, key, change, bench.exchange())
      expect(await listed(key.remoteId)).toMatchObject(change)
    })

    test('one thing is edited and the rest stays', async () => {
      if (!offers('update')) return
      const { key } = await create()
      await bench.connector.update(kind, key, { name: 'renamed' }, bench.exchange())
      const before = { ...key, lastUsedAt: null, name: 'renamed' }
      expect({ ...(await listed(key.remoteId)), lastUsedAt: null }).toEqual(before)
    })

    test(`it is rotated in each way there is: ${one.modes.join(', ')}`, async () => {
      const { mode, alternatives } = bench.kind(kind).rotation
      expect([mode, ...alternatives].sort()).toEqual([...one.modes].sort())
      for (const way of one.modes) {
        const { key, secret } = await create()
        const made =
          way === 'successor' ? await create() : await bench.connector.rotate(kind, key, secret, bench.exchange())
        expect(made.secret).not.toBe(secret)
        expect(made.key.scopes).toEqual(key.scopes)
        expect(made.key.remoteId === key.remoteId).toBe(way === 'in-place')
        expect(await verify(made.secret)).toBe(true)
        // Only in place the old value dies with the answer.
        expect(await verify(secret)).toBe(way !== 'in-place')
        if (way !== 'in-place') await revoke(key.remoteId)
        expect(await verify(secret)).toBe(false)
        expect(await verify(made.secret)).toBe(true)
        await revoke(made.key.remoteId)
      }
    })

    test('it is disabled and enabled where the provider does that', async () => {
      expect(offers('enable')).toBe(offers('disable'))
      if (!offers('disable')) return
      const { key, secret } = await create()
      await bench.connector.disable(kind, key, bench.exchange())
      expect(await listed(key.remoteId)).toMatchObject({ status: 'disabled' })
      expect(await verify(secret)).toBe(false)
      await bench.connector.enable(kind, key, bench.exchange())
      expect(await listed(key.remoteId)).toMatchObject({ status: 'active' })
      expect(await verify(secret)).toBe(true)
    })

    test('it is revoked, at once and once for all', async () => {
      const { key, secret } = await create()
      expect(await verify(secret)).toBe(true)
      await revoke(key.remoteId)
      expect(await verify(secret)).toBe(false)
      expect(works(key.remoteId, secret)).toBe(false)
      const left = await listed(key.remoteId)
      expect(left?.status ?? 'gone').toBe(one.ended)
      // A second time is no failure: it is what was wanted.
      await revoke(key.remoteId)
      await revoke('there-is-no-such-key')
    })

    test('what the provider does not offer is not sent', async () => {
      const { key, secret } = await create()
      const { connector } = bench
      const attempts: Partial<Record<KeyOperation, () => Promise<unknown>>> = {
        get: () => connector.get(kind, key.remoteId, bench.exchange()),
        update: () => connector.update(kind, key, { name: 'x' }, bench.exchange()),
        rotate: () => connector.rotate(kind, key, secret, bench.exchange()),
        renew: () => connector.renew(kind, key, { kind: 'never' }, bench.exchange()),
        disable: () => connector.disable(kind, key, bench.exchange()),
        enable: () => connector.enable(kind, key, bench.exchange()),
        usageLog: () => connector.usageLogPage(kind, key.remoteId, { cursor: null, since: null }, bench.exchange())
      }
      bench.server.clearRequests()
      for (const operation of EVERY_OPERATION.filter((name) => !offers(name))) {
        expect(await failureOf(attempts[operation]!())).toMatchObject({ code: 'operation-not-offered' })
      }
      expect(bench.server.requests).toEqual([])
    })

    test('a credential that is not valid is refused with 401', async () => {
      const wrong = { credentials: { apiKey: 'not-valid', dashboardSession: 'not-valid' } }
      expect(await failureOf(bench.connector.list(kind, bench.exchange(wrong)))).toMatchObject({
        code: 'provider-credential-refused'
      })
      expect(await failureOf(bench.connector.test(bench.exchange(wrong)))).toMatchObject({
        code: 'provider-credential-refused'
      })
      expect(await failureOf(bench.create(kind, await one.asks(bench), wrong))).toMatchObject({
        code: 'provider-credential-refused'
      })
    })

    test('429 with Retry-After: 12: a list waits 12 s, a creation is not sent again', async () => {
      const asked = await one.asks(bench)
      bench.server.fault({ kind: 'rate-limit', retryAfter: 12, times: 1 })
      const startMs = bench.exchange().nowMs
      await bench.connector.list(kind, bench.exchange())
      expect(bench.waits.at(-1)?.reason).toMatch(/rate-limit|pacing/)
      expect(bench.exchange().nowMs - startMs).toBeGreaterThanOrEqual(12_000)
      bench.server.fault({ kind: 'rate-limit', retryAfter: 12, times: 1 })
      bench.server.clearRequests()
      expect(await failureOf(bench.create(kind, { ...asked, name: 'too soon' }))).toMatchObject({
        code: 'provider-rate-limited',
        details: { retryAfterMs: 12_000 }
      })
      expect(bench.server.requests).toHaveLength(1)
    })
  })
}

/** An ellipsis and three dots hide the same. */
function dotsOf(preview: string | null | undefined): string | undefined {
  return preview?.replaceAll('…', '...')
}
