import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { ask, openSandbox } from './ask'

let sandbox: Sandbox
afterEach(() => sandbox.close())

describe('the sandbox', () => {
  it('has an origin of its own for each provider, on the loopback only', async () => {
    ;({ sandbox } = await openSandbox())
    const servers: ProviderServer[] = Object.values(sandbox.providers)
    expect(new Set(servers.map(({ origin }) => origin)).size).toBe(5)
    expect(servers.map(({ baseUrl, origin }) => baseUrl.slice(origin.length))).toEqual([
      '/api/v1',
      '/v1',
      '/v2',
      '/api/v1',
      '/v1'
    ])
    const foreign = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.internal === false && one.family === 'IPv4')
    for (const { origin } of servers) {
      expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      if (foreign !== undefined) await expect(fetch(origin.replace('127.0.0.1', foreign.address))).rejects.toThrow()
    }
  })

  it('answers no request that came by another host name', async () => {
    ;({ sandbox } = await openSandbox({ providers: ['cloodot'] }))
    const { baseUrl, credentials, requests } = sandbox.providers.cloodot
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'rebound.example', authorization: `Bearer ${credentials.apiKey}` }
      request(`${baseUrl}/api-keys`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect([status, requests]).toEqual([421, []])
  })

  it('makes the same ids from the same seed, and never the same secrets', async () => {
    const seen: { ids: string[]; secret: string }[] = []
    for (let run = 0; run < 2; run += 1) {
      ;({ sandbox } = await openSandbox({ seed: 'harbour', providers: ['cloudcasa'], samples: true }))
      const { cloudcasa } = sandbox.providers
      seen.push({ ids: cloudcasa.keys().map(({ id }) => id), secret: cloudcasa.credentials.apiKey })
      if (run === 0) await sandbox.close()
    }
    expect(seen[0]?.ids).toEqual(seen[1]?.ids)
    expect(seen[0]?.ids).toHaveLength(7)
    expect(seen[0]?.secret).not.toBe(seen[1]?.secret)
  })

  it('starts what is asked for only, with the plans that are asked for', async () => {
    sandbox = await startSandbox({ providers: ['cloudnexus'], plans: { cloudnexus: { plan: 'starter' } } })
    expect(sandbox.providers.cloudnexus.plan).toBe('starter')
    expect(() => sandbox.providers.cloodot).toThrow('cloodot was not started')
    const before = sandbox.clock.nowMs()
    sandbox.clock.advance(5000)
    expect(sandbox.clock.nowMs()).toBeGreaterThanOrEqual(before + 5000)
  })

  it('notes each request without secrets', async () => {
    ;({ sandbox } = await openSandbox({ providers: ['cloudoora'] }))
    const { cloudoora } = sandbox.providers
    const made = await ask(cloudoora, 'POST /keys', { body: { label: 'Deploy', scope: 'read-only' } })
    await ask(cloudoora, 'GET /keys', { key: made.body.key })
    await ask(cloudoora, 'GET /keys', { key: 'unknown' })
    expect(cloudoora.requests).toMatchObject([
      {
        at: '2026-03-10T09:00:00.000Z',
        method: 'POST',
        path: '/keys',
        status: 201,
        credentialName: 'apiKey',
        bodyBytes: 38
      },
      { status: 200, credentialName: `key:${made.body.id}`, bodyBytes: 0 },
      { status: 401, credentialName: null }
    ])
    expect(cloudoora.countOf('GET', /^\/keys$/)).toBe(2)
    cloudoora.clearRequests()
    expect(cloudoora.requests).toEqual([])
  })

  it('refuses what is not JSON, not there or not offered, in the provider’s words', async () => {
    ;({ sandbox } = await openSandbox({ providers: ['cloudapi'] }))
    const { cloudapi } = sandbox.providers
    expect((await ask(cloudapi, 'POST /tokens', { body: ['a list'] })).body.error.code).toBe('malformed_json')
    const text = await ask(cloudapi, 'POST /tokens', { body: {}, headers: { 'content-type': 'text/plain' } })
    expect(text.status).toBe(415)
    expect((await ask(cloudapi, 'GET /nothing')).body.error.code).toBe('not_found')
    const wrong = await ask(cloudapi, 'PATCH /tokens')
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST'])
    expect((await fetch(`${cloudapi.origin}/keys`)).status).toBe(401)
    expect((await ask(cloudapi, 'POST /tokens', { body: { name: 'x'.repeat(2_000_000) } })).status).toBe(413)
  })
})

describe('a log of a million records', () => {
  it('is paged newest first without gap or repetition while new records come in', async () => {
    ;({ sandbox } = await openSandbox({ providers: ['cloudnexus'], plans: { cloudnexus: { plan: 'enterprise' } } }))
    const { cloudnexus } = sandbox.providers
    const made = await ask(cloudnexus, 'POST /keys', {
      body: { name: 'Busy', environment: 'prod', scopes: ['compute:read'] }
    })
    const { id, key } = made.body
    const heapBefore = process.memoryUsage().heapUsed
    cloudnexus.logs.fill({ count: 1_000_000, keyIds: [id] })
    expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(5_000_000)
    expect(cloudnexus.logs.count()).toBe(1_000_001)

    const ids = new Set<string>()
    let cursor = ''
    let lastTime = '9999'
    for (let page = 0; page < 20; page += 1) {
      const { body } = await ask(cloudnexus, `GET /logs?key_id=${id}&limit=1000${cursor}`)
      for (const record of body.data) {
        ids.add(record.id)
        expect(record.time <= lastTime).toBe(true)
        lastTime = record.time
      }
      cloudnexus.useKey(key, { path: '/v2/instances' })
      cursor = `&cursor=${String(body.next_cursor)}`
    }
    expect(ids.size).toBe(20_000)
    const oldest = [...ids].sort()[0]!
    const left = cloudnexus.logs.count((record) => record.keyId === id && record.id < oldest)
    expect(left).toBe(980_000)
  })

  it('is the same each time it is read, and has every kind of answer', async () => {
    ;({ sandbox } = await openSandbox({ providers: ['cloodot'] }))
    const { logs } = sandbox.providers.cloodot
    logs.fill({ count: 20_000 })
    const statuses = new Set([...logs.each()].map(({ status }) => status))
    expect([...statuses].sort()).toEqual([200, 201, 400, 401, 403, 404, 429, 500])
    expect([...logs.each()]).toEqual([...logs.each()])
  })

  it('audits in pages by number as well', async () => {
    ;({ sandbox } = await openSandbox({ providers: ['cloudcasa'] }))
    const { cloudcasa } = sandbox.providers
    cloudcasa.logs.fill({ count: 1_000_000 })
    const { body } = await ask(cloudcasa, 'GET /auditlogs?page=20000&max_results=50')
    expect([body._items.length, body._meta.total]).toEqual([50, 1_000_000])
    expect(body._items[49]?._id).toMatch(/^[0-9a-f]{24}$/)
  })
})
