import { describe, expect, it } from 'vitest'
import type { RemoteKey } from '@contract/model/connection'
import { connectorOf, exchangeWith, failureOf, manifestWith, SECRET, serve, type Received, type Reply } from './support'

const current: RemoteKey = {
  remoteId: 'k1',
  name: 'deploy',
  description: 'old words',
  preview: 'ex_AbCd…',
  scopes: [],
  roles: ['r1'],
  services: [],
  ipRanges: [],
  environment: null,
  project: null,
  status: 'active',
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null
}
const DOCUMENT = {
  _id: 'k1',
  _etag: 'e'.repeat(40),
  _created: 'x',
  name: 'deploy',
  description: 'old words',
  roles: ['r1'],
  colour: 'red'
}
const preflight = { operation: 'get', ifMatch: 'body._etag', strip: ['_id', '_etag', '_created'] }
const withEtag = {
  kind: {
    editable: ['name', 'description', 'roles'],
    fields: { remoteId: '_id', name: 'name', description: 'description', roles: 'roles' }
  },
  operations: {
    get: { path: '/keys/{id}' },
    update: {
      method: 'PUT',
      path: '/keys/{id}',
      preflight,
      body: 'merge(fetched, {name: not_null(name, fetched.name), description: not_null(description, fetched.description), roles: not_null(roles, fetched.roles)})',
      from: null
    },
    revoke: { method: 'DELETE', path: '/keys/{id}', preflight: { operation: 'get', ifMatch: 'body._etag' } },
    disable: { method: 'POST', path: '/keys/{id}/disable', body: '`{}`', alreadyDone: [409] },
    verify: { path: '/whoami' }
  }
}

async function at(answer: (request: Received) => Reply, change: Parameters<typeof manifestWith>[0] = withEtag) {
  const provider = await serve(answer)
  return {
    connector: connectorOf(manifestWith(change)),
    exchange: exchangeWith(provider.baseUrl),
    received: provider.received
  }
}
const steps = (received: readonly Received[]) => received.map(({ method, path }) => `${method} ${path}`)

describe('a change at a provider that speaks in etags', () => {
  it('fetches the document, changes it and sends its etag back', async () => {
    const { connector, exchange, received } = await at(({ method }) => ({
      json: method === 'GET' ? DOCUMENT : { _id: 'k1' }
    }))
    expect(await connector.update('key', current, { name: 'new', roles: ['r2'] }, exchange)).toBeNull()
    expect(steps(received)).toEqual(['GET /keys/k1', 'PUT /keys/k1'])
    expect(received[1]?.headers['if-match']).toBe(DOCUMENT._etag)
    expect(JSON.parse(received[1]?.body ?? '')).toEqual({
      name: 'new',
      description: 'old words',
      roles: ['r2'],
      colour: 'red'
    })
  })

  it.each([412, 428])('overwrites nothing that changed meanwhile (%i)', async (status) => {
    const { connector, exchange, received } = await at(({ method }) =>
      method === 'GET' ? { json: DOCUMENT } : { status, json: {} }
    )
    expect((await failureOf(connector.update('key', current, { name: 'new' }, exchange))).code).toBe(
      'provider-conflict'
    )
    expect(steps(received)).toEqual(['GET /keys/k1', 'PUT /keys/k1'])
  })

  it('sends nothing without an etag, or when the document is not there', async () => {
    const none = await at(() => ({ json: { ...DOCUMENT, _etag: null } }))
    expect((await failureOf(none.connector.update('key', current, { name: 'new' }, none.exchange))).code).toBe(
      'provider-answer-unreadable'
    )
    const gone = await at(() => ({ status: 404, json: {} }))
    expect((await failureOf(gone.connector.update('key', current, { name: 'new' }, gone.exchange))).code).toBe(
      'provider-not-found'
    )
    expect(steps([...none.received, ...gone.received])).toEqual(['GET /keys/k1', 'GET /keys/k1'])
  })
})

describe('a change of some facts', () => {
  const patch = {
    kind: { editable: ['name', 'scopes'] },
    operations: { update: { method: 'PATCH', path: '/keys/{id}', body: '{name: name, scopes: scopes}' } }
  }

  it('sends those only, and keeps what the answer leaves out', async () => {
    const { connector, exchange, received } = await at(() => ({ json: { id: 'k1', name: 'new' } }), patch)
    const changed = await connector.update('key', current, { name: 'new' }, exchange)
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({ name: 'new' })
    expect(changed).toMatchObject({
      name: 'new',
      description: 'old words',
      roles: ['r1'],
      createdAt: current.createdAt,
      preview: 'ex_AbCd…'
    })
  })

  it('is not known to be done when the answer is of another key', async () => {
    const { connector, exchange } = await at(() => ({ json: { id: 'k9', name: 'new' } }), patch)
    expect(await failureOf(connector.update('key', current, { name: 'new' }, exchange))).toEqual({
      code: 'provider-outcome-unknown',
      details: { name: 'deploy' }
    })
  })

  it('renews with the new end', async () => {
    const { connector, exchange, received } = await at(() => ({ json: { id: 'k1' } }), {
      kind: { fields: { remoteId: 'id', expiresAt: 'ends' } },
      operations: { renew: { method: 'POST', path: '/keys/{id}/renew', body: '{expires_at: expiry.iso}' } }
    })
    const ends = '2027-01-01T00:00:00.000Z'
    expect(await connector.renew('key', current, { kind: 'at', at: ends, days: 42 }, exchange)).toMatchObject({
      expiresAt: ends
    })
    expect(received[0]?.body).toBe(`{"expires_at":"${ends}"}`)
  })

  it('disables, and a key that was disabled already is', async () => {
    const { connector, exchange, received } = await at(() => ({ status: 409, json: {} }))
    await connector.disable('key', current, exchange)
    expect(received[0]).toMatchObject({ method: 'POST', path: '/keys/k1/disable', body: '{}' })
  })

  it('is not offered where the manifest has none', async () => {
    const { connector, exchange } = await at(() => ({ json: {} }))
    expect(await failureOf(connector.enable('key', current, exchange))).toEqual({
      code: 'operation-not-offered',
      details: { operation: 'enable', provider: 'Example' }
    })
    expect(connector.offers('key', 'disable')).toBe(true)
    expect(connector.offers('key', 'enable')).toBe(false)
    expect(connector.offers('other', 'list')).toBe(false)
    expect(connector.offersAccount('roles')).toBe(false)
  })
})

describe('to revoke', () => {
  it('sends the etag', async () => {
    const { connector, exchange, received } = await at(({ method }) =>
      method === 'GET' ? { json: DOCUMENT } : { status: 204 }
    )
    await connector.revoke('key', 'k1', exchange)
    expect(steps(received)).toEqual(['GET /keys/k1', 'DELETE /keys/k1'])
    expect(received[1]?.headers['if-match']).toBe(DOCUMENT._etag)
  })

  it('is done when the key is gone, before or meanwhile', async () => {
    const before = await at(() => ({ status: 404, json: {} }))
    await before.connector.revoke('key', 'k1', before.exchange)
    const meanwhile = await at(({ method }) => (method === 'GET' ? { json: DOCUMENT } : { status: 410, json: {} }))
    await meanwhile.connector.revoke('key', 'k1', meanwhile.exchange)
    expect(steps([...before.received, ...meanwhile.received])).toEqual([
      'GET /keys/k1',
      'GET /keys/k1',
      'DELETE /keys/k1'
    ])
  })

  it('is sent again after a failure that may pass', async () => {
    let tries = 0
    const { connector, exchange, received } = await at(() => ((tries += 1) === 1 ? 'reset' : { status: 204 }), {})
    await connector.revoke('key', 'k1', exchange)
    expect(received).toHaveLength(2)
  })

  it('is not done by a web page that says 200', async () => {
    const { connector, exchange } = await at(
      () => ({ text: '<!doctype html>', headers: { 'content-type': 'text/html' } }),
      {}
    )
    expect((await failureOf(connector.revoke('key', 'k1', exchange))).code).toBe('provider-answer-unreadable')
  })
})

describe('to verify', () => {
  it('asks with the value itself', async () => {
    const { connector, exchange, received } = await at(() => ({ json: {} }))
    expect(await connector.verify('key', SECRET, exchange)).toBe(true)
    expect(received[0]?.headers.authorization).toBe(`Bearer ${SECRET}`)
  })

  it('says no to 401 and throws what says nothing of the value', async () => {
    const refused = await at(() => ({ status: 401, json: {} }))
    expect(await refused.connector.verify('key', SECRET, refused.exchange)).toBe(false)
    const elsewhere = await at(() => ({ status: 403, json: { message: `not from here: ${SECRET}` } }))
    expect(await failureOf(elsewhere.connector.verify('key', SECRET, elsewhere.exchange))).toMatchObject({
      code: 'provider-forbidden',
      details: { message: 'not from here: ••••' }
    })
  })

  it('checks the format without asking anybody', async () => {
    const { connector } = await at(() => ({ json: {} }))
    expect(connector.formatMismatch('key', SECRET)).toBeNull()
    expect(connector.formatMismatch('key', 'sk_live_1')).toBe('ex_ and 20 letters or digits')
  })
})
