import { describe, expect, it } from 'vitest'
import { connectorDescription } from '@contract/model/connector'
import { builtInManifests } from '@main/connectors/built-in'
import { describeManifest } from '@main/connectors/describe'
import { checkManifest } from '@main/connectors/manifest/parse'
import { connectorOf, exchangeWith, failureOf, manifestWith, serve } from './support'

const operation = (path: string, more: object = {}) => ({
  provenance: 'observed',
  method: 'GET',
  path,
  credential: 'apiKey',
  ...more
})
const manifest = manifestWith({
  top: {
    credentials: {
      apiKey: { kind: 'bearer', label: 'Key' },
      session: { kind: 'bearer', label: 'Session', required: false, testPath: '/session' },
      other: { kind: 'bearer', label: 'Other', required: false, testPath: '/other' }
    },
    plans: [{ id: 'free', label: 'Free', maxKeys: 1 }],
    account: {
      test: operation('/me'),
      account: operation('/account', { fields: { plan: 'plan', keysUsed: 'used', keysLimit: 'limit' } }),
      roles: operation('/roles', {
        from: 'body._items',
        fields: { id: '_id', label: 'name', risk: "name == 'ADMIN' && 'admin' || null" }
      }),
      usageTotals: operation('/usage', {
        times: 'date',
        fields: {
          periodStart: 'start',
          periodEnd: 'end',
          metrics: "[{metric: 'requests', used: requests, limit: quota}]",
          renewals: 'renewals'
        }
      })
    }
  },
  operations: {
    usageLog: operation('/logs', {
      query: { key_id: '{id}', since: '{since}' },
      from: 'body.entries',
      pagination: { kind: 'cursor', param: 'cursor', nextPath: 'body.next' },
      fields: {
        id: 'id',
        at: 'time',
        method: "split(endpoint, ' ')[0]",
        path: "split(endpoint, ' ')[1]",
        status: 'status',
        remoteId: 'key'
      }
    })
  }
})

describe('an account', () => {
  const at = async (json: unknown, credentials = { apiKey: 'k-apiKey' } as Record<string, string>) => {
    const provider = await serve(() => ({ json }))
    return {
      connector: connectorOf(manifest),
      exchange: exchangeWith(provider.baseUrl, { credentials }),
      received: provider.received
    }
  }

  it('is tested with each credential that is there', async () => {
    const { connector, exchange, received } = await at({}, { apiKey: 'k-apiKey', session: 'k-session' })
    await connector.test(exchange)
    expect(received.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/me', 'Bearer k-apiKey'],
      ['/session', 'Bearer k-session']
    ])
  })

  it('tells its plan and its counts, the limit by the plan where it is not told', async () => {
    const told = await at({ plan: 'Pro', used: 7, limit: '10' })
    expect(await told.connector.account(told.exchange)).toEqual({ plan: 'Pro', keysUsed: 7, keysLimit: 10 })
    const byPlan = await at({ plan: 'FREE', used: -1 })
    expect(await byPlan.connector.account(byPlan.exchange)).toEqual({ plan: 'free', keysUsed: null, keysLimit: 1 })
  })

  it('lists what can be chosen', async () => {
    const { connector, exchange } = await at({
      _items: [
        { _id: 'r1', name: 'ADMIN' },
        { _id: 'r2', name: 'USER' },
        { _id: 'r2', name: 'USER' }
      ]
    })
    expect(await connector.options('roles', exchange)).toEqual([
      { id: 'r1', label: 'ADMIN', description: '', risk: 'admin' },
      { id: 'r2', label: 'USER', description: '', risk: null }
    ])
    expect((await failureOf(connector.options('projects', exchange))).code).toBe('operation-not-offered')
  })

  it('tells what was used', async () => {
    const { connector, exchange } = await at({
      start: '2026-11-01',
      end: '2026-11-30',
      requests: 12,
      quota: null,
      renewals: [{ kind: 'domain', name: 'example.com', renewsAt: '2027-01-01' }]
    })
    expect(await connector.usageTotals(exchange)).toEqual({
      periodStart: '2026-11-01T00:00:00.000Z',
      periodEnd: '2026-11-30T00:00:00.000Z',
      metrics: [{ metric: 'requests', used: 12, limit: null, unit: null }],
      renewals: [{ kind: 'domain', name: 'example.com', renewsAt: '2027-01-01T00:00:00.000Z' }]
    })
  })

  it('tells one page of the calls of a key, and how to go on', async () => {
    const entry = { id: 'l1', time: '2026-11-20T08:00:00Z', endpoint: 'GET /v1/sites', status: 200, key: 'k1' }
    const { connector, exchange, received } = await at({ entries: [entry], next: 'c2' })
    const page = await connector.usageLogPage(
      'key',
      'k1',
      { cursor: null, since: '2026-11-19T00:00:00.000Z' },
      exchange
    )
    expect(page).toEqual({
      records: [
        {
          id: 'l1',
          at: '2026-11-20T08:00:00.000Z',
          remoteId: 'k1',
          method: 'GET',
          path: '/v1/sites',
          status: 200,
          ip: null,
          source: null,
          durationMs: null
        }
      ],
      next: 'c2',
      total: null
    })
    await connector.usageLogPage('key', null, { cursor: 'c2', since: null }, exchange)
    expect(received.map(({ path }) => path)).toEqual([
      '/logs?key_id=k1&since=2026-11-19T00%3A00%3A00.000Z',
      '/logs?cursor=c2'
    ])
  })

  it.each([
    ['account', { path: '/logs', query: {}, fields: { at: 'time' } }],
    ['account', { path: '/logs', query: { key: '{id}' }, fields: { at: 'time', remoteId: 'key' } }],
    ['key', { path: '/logs', query: { key: '{id}' }, fields: { at: 'time' } }],
    ['key', { path: '/keys/{id}/logs', query: {}, fields: { at: 'time', remoteId: 'key' } }],
    ['key', { method: 'POST', path: '/logs', query: {}, body: '{key: id}', fields: { at: 'time', remoteId: 'key' } }]
  ])('says that a log is of one %s', (scope, log) => {
    const connector = connectorOf(manifestWith({ operations: { usageLog: operation('/logs', log) } }))
    expect(connector.usageLogOf('key')).toBe(scope)
  })

  it('says where a kind has no log', () => {
    expect(connectorOf(manifestWith({})).usageLogOf('key')).toBeNull()
  })
})

describe('the description of a manifest', () => {
  it('names what is offered, how far it can be trusted, and with what it is sent', () => {
    const verify = { method: 'GET', path: '/me', note: 'a guess' }
    const described = describeManifest(manifestWith({ operations: { verify } }), true)
    expect(described.kinds[0]?.operations).toMatchObject({
      list: { provenance: 'assumed', method: 'GET', path: '/keys', credential: 'apiKey' },
      verify: { credential: 'secret', note: 'a guess' }
    })
    expect(described.kinds[0]?.operations.get).toBeUndefined()
  })

  it.each(builtInManifests)('of $file is as the contract says', ({ value }) => {
    const parsed = checkManifest(value)
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
    const described = describeManifest(parsed.manifest, true)
    expect(connectorDescription.parse(described)).toEqual(described)
  })
})
