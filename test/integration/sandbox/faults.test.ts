import { get } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProviderServer, Sandbox } from '../../sandbox/types.ts'
import { ask, openSandbox, type Reply } from './ask'

let sandbox: Sandbox
let server: ProviderServer<'cloudoora'>

beforeEach(async () => {
  ;({ sandbox } = await openSandbox({ providers: ['cloudoora'] }))
  server = sandbox.providers.cloudoora
})
afterEach(() => sandbox.close())

const create = (): Promise<Reply> => ask(server, 'POST /keys', { body: { label: 'Deploy', scope: 'read-only' } })
const list = (): Promise<Reply> => ask(server, 'GET /keys')
/** The management key is always there. */
const created = (): number => server.keys().length - 1

describe('faults that do nothing', () => {
  it.each([
    [{ kind: 'error-500' }, 500],
    [{ kind: 'error-503' }, 503],
    [{ kind: 'status', code: 418, body: { odd: true } }, 418],
    [{ kind: 'rate-limit', retryAfter: 7 }, 429],
    [{ kind: 'redirect' }, 302],
    [{ kind: 'html' }, 200]
  ] as const)('%j answers %i and creates nothing', async (spec, status) => {
    server.fault({ ...spec, times: 1 })
    const answer = await create()
    expect([answer.status, created()]).toEqual([status, 0])
    if (spec.kind === 'rate-limit') expect(answer.headers.get('retry-after')).toBe('7')
    if (spec.kind === 'redirect') expect(answer.headers.get('location')).toBe('/elsewhere')
    if (spec.kind === 'html') expect(answer.text).toContain('<h1>')
    if (spec.kind === 'error-500') expect(answer.body.error.code).toBe('internal_error')
    expect((await create()).status).toBe(201)
  })

  it('can be told to do it first: a failure is answered although the key exists', async () => {
    server.fault({ kind: 'error-500', commit: true, times: 1 })
    expect([(await create()).status, created()]).toEqual([500, 1])
  })

  it('reset-before cuts the connection with nothing done', async () => {
    server.fault({ kind: 'reset-before' })
    await expect(create()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect([created(), server.requests[0]?.status]).toEqual([0, null])
  })

  it('hang never answers; the caller leaves', async () => {
    server.fault({ kind: 'hang' })
    const leaving = new AbortController()
    const waiting = fetch(`${server.baseUrl}/keys`, { signal: leaving.signal })
    await expect.poll(() => server.requests.length).toBe(1)
    leaving.abort()
    await expect(waiting).rejects.toThrow('aborted')
    expect(server.requests[0]?.status).toBeNull()
  })
})

describe('faults of the answer', () => {
  it('reset-after does it and cuts the connection', async () => {
    server.fault({ kind: 'reset-after' })
    await expect(create()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(created()).toBe(1)
  })

  it('delay answers late', async () => {
    server.fault({ kind: 'delay', ms: 60 })
    const startMs = performance.now()
    expect((await create()).status).toBe(201)
    expect(performance.now() - startMs).toBeGreaterThan(50)
  })

  it('drip sends a few bytes at a time', async () => {
    server.fault({ kind: 'drip', bytesPerSecond: 2000 })
    const response = await fetch(`${server.baseUrl}/keys`, {
      headers: { authorization: `Bearer ${server.credentials.apiKey}` }
    })
    let pieces = 0
    for await (const piece of response.body!) pieces += piece.length > 0 ? 1 : 0
    expect(pieces).toBeGreaterThan(1)
  })

  it('huge sends 10 MB of valid JSON', async () => {
    server.fault({ kind: 'huge' })
    const { text, body } = await list()
    expect(text.length).toBeGreaterThan(10_000_000)
    expect(body.keys).toHaveLength(1)
  })

  it('gzip-bomb is small on the wire and more than 50 MB decoded', async () => {
    server.fault({ kind: 'gzip-bomb' })
    const wireBytes = await rawBytes(`${server.baseUrl}/keys`, server.credentials.apiKey)
    expect(wireBytes).toBeLessThan(200_000)
    const response = await fetch(`${server.baseUrl}/keys`)
    let bytes = 0
    for await (const piece of response.body!) bytes += piece.length
    expect(bytes).toBeGreaterThan(50_000_000)
  })

  it('wrong-types makes ids numbers and lists objects', async () => {
    server.fault({ kind: 'wrong-types' })
    expect((await list()).body.keys).toMatchObject({ 0: { id: 7 } })
    expect((await create()).body.id).toBe(7)
  })

  it('missing-secret creates a key and keeps its value back', async () => {
    server.fault({ kind: 'missing-secret' })
    const { status, body } = await create()
    expect([status, 'key' in body, created()]).toEqual([201, false, 1])
  })

  it('hostile-names names keys with control characters, __proto__, half a character and 10,000 of them', async () => {
    for (let at = 0; at < 3; at += 1) await create()
    server.fault({ kind: 'hostile-names' })
    const names = (await list()).body.keys.map(({ label }) => label)
    expect(names[0]).toContain('\u0000')
    expect(names[1]).toBe('__proto__')
    expect(names[2]?.endsWith('\uD800')).toBe(true)
    expect(names[3]).toHaveLength(10_000)
  })

  it('deep-nesting nests 100,000 levels', async () => {
    server.fault({ kind: 'deep-nesting' })
    expect((await list()).text).toContain('['.repeat(100_000))
  })

  it('proto-pollution sends own properties named __proto__ and constructor', async () => {
    server.fault({ kind: 'proto-pollution' })
    const { body } = await list()
    for (const one of [body, body.keys[0]])
      expect(Object.keys(one!)).toEqual(expect.arrayContaining(['__proto__', 'constructor']))
  })

  it('duplicate-list sends every item twice, endless-list always one more page', async () => {
    const clear = server.fault({ kind: 'duplicate-list' })
    expect((await list()).body.keys).toHaveLength(2)
    clear()
    server.fault({ kind: 'endless-list' })
    expect((await list()).body.pages).toBe(1_000_000_000)
  })
})

describe('where and how often', () => {
  it('counts down, and keeps to its method and path', async () => {
    server.fault({ kind: 'error-500', method: 'POST', path: /^\/keys$/g, times: 2 })
    expect((await list()).status).toBe(200)
    expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([500, 500, 201])
    expect(server.faults()).toEqual([])
  })

  it('is on until cleared, one by one or all', async () => {
    const clear = server.fault({ kind: 'error-500' })
    server.fault({ kind: 'error-503' })
    expect((await list()).status).toBe(500)
    clear()
    expect((await list()).status).toBe(503)
    server.clearFaults()
    expect((await list()).status).toBe(200)
  })

  it('refuses a fault it does not know', () => {
    expect(() => server.fault({ kind: 'earthquake' } as never)).toThrow('there is no fault "earthquake"')
  })
})

/** The bytes of the body as they came over the wire. */
function rawBytes(url: string, key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { authorization: `Bearer ${key}` } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}
