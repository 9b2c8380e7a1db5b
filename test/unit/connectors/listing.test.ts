import { describe, expect, it } from 'vitest'
import {
  connectorOf,
  CREDENTIAL,
  exchangeWith,
  failureOf,
  manifestWith,
  serve,
  type Received,
  type Reply
} from './support'

const keysFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `k${String(from + at)}`, name: `key ${String(from + at)}` }))
const numberIn = (path: string, name: string): number => Number(new URL(path, 'http://x').searchParams.get(name) ?? '0')

/** Lists through `pagination` what `answer` gives, and how it was asked. */
async function list(pagination: object, answer: (request: Received) => Reply, operation: object = {}) {
  const provider = await serve(answer)
  const connector = connectorOf(manifestWith({ operations: { list: { pagination, ...operation } } }))
  const keys = await connector.list('key', exchangeWith(provider.baseUrl))
  return {
    ids: keys.map((key) => key.remoteId),
    asked: provider.received.map(({ path }) => path),
    received: provider.received
  }
}

describe('a list goes on to its last page', () => {
  it('by numbered pages, of which the answer says how many there are', async () => {
    const { ids, asked } = await list(
      { kind: 'page', param: 'page', sizeParam: 'per_page', size: 2, pagesPath: 'body.pages' },
      ({ path }) => ({ json: { data: keysFrom(numberIn(path, 'page') * 2, 2), pages: 3 } })
    )
    expect(ids).toEqual(['k2', 'k3', 'k4', 'k5', 'k6', 'k7'])
    expect(asked).toEqual(['/keys?page=1&per_page=2', '/keys?page=2&per_page=2', '/keys?page=3&per_page=2'])
  })

  it('by numbered pages from 0, until the total is reached', async () => {
    const { asked } = await list(
      { kind: 'page', param: 'p', start: 0, size: 2, totalPath: 'body._meta.total' },
      ({ path }) => ({ json: { data: keysFrom(numberIn(path, 'p') * 2, 2), _meta: { total: 3 } } })
    )
    expect(asked).toEqual(['/keys?p=0', '/keys?p=1'])
  })

  it('by numbered pages, until one is short', async () => {
    const { ids } = await list({ kind: 'page', param: 'page', size: 2 }, ({ path }) => ({
      json: { data: keysFrom(numberIn(path, 'page') * 2, numberIn(path, 'page') < 2 ? 2 : 1) }
    }))
    expect(ids).toEqual(['k2', 'k3', 'k4'])
  })

  it('by an offset', async () => {
    const { ids, asked } = await list({ kind: 'offset', param: 'skip', sizeParam: 'take', size: 2 }, ({ path }) => ({
      json: { data: keysFrom(numberIn(path, 'skip'), numberIn(path, 'skip') < 4 ? 2 : 0) }
    }))
    expect(ids).toHaveLength(4)
    expect(asked.at(-1)).toBe('/keys?skip=4&take=2')
  })

  it('by a cursor, which is sent back as it came', async () => {
    const { ids, asked } = await list(
      { kind: 'cursor', param: 'after', nextPath: 'body.next', hasMorePath: 'body.more' },
      ({ path }) =>
        path.includes('after')
          ? { json: { data: keysFrom(1, 1), next: 'k1', more: false } }
          : { json: { data: keysFrom(0, 1), next: 'a b/+&=', more: true } }
    )
    expect(ids).toEqual(['k0', 'k1'])
    expect(asked[1]).toBe('/keys?after=a%20b%2F%2B%26%3D')
  })

  it('by a cursor in a header, or in the last record', async () => {
    const inHeader = await list({ kind: 'cursor', param: 'page', nextPath: 'headers."x-next-page"' }, ({ path }) => ({
      json: { data: keysFrom(numberIn(path, 'page'), 1) },
      headers: { 'x-next-page': path.includes('page') ? '' : '2' }
    }))
    expect(inHeader.ids).toEqual(['k0', 'k2'])
    const inRecord = await list({ kind: 'cursor', param: 'after', nextPath: 'body.data[-1].id' }, ({ path }) => ({
      json: { data: path.includes('after') ? [] : keysFrom(7, 2) }
    }))
    expect(inRecord.asked).toEqual(['/keys', '/keys?after=k8'])
  })

  it('by a cursor in the body of a POST', async () => {
    const { received } = await list(
      { kind: 'cursor', in: 'body', param: 'cursor', nextPath: 'body.next', sizeParam: 'limit', size: 2 },
      ({ body }) => ({ json: { data: keysFrom(0, 1), next: body.includes('cursor') ? null : 'c1' } }),
      { method: 'POST', path: '/keys.list', body: '{apiId: `"a1"`}' }
    )
    expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { apiId: 'a1', limit: 2 },
      { apiId: 'a1', cursor: 'c1', limit: 2 }
    ])
  })

  it('by the Link header', async () => {
    const { ids, asked } = await list({ kind: 'link', sizeParam: 'per_page', size: 1 }, ({ path }) => ({
      json: { data: keysFrom(path.includes('page=2') ? 2 : 1, 1) },
      headers: path.includes('page=2') ? {} : { link: '</v1/keys?page=2>; rel="next"' }
    }))
    expect(ids).toEqual(['k1', 'k2'])
    expect(asked).toEqual(['/keys?per_page=1', '/keys?page=2'])
  })

  it('by the address in the answer', async () => {
    const { ids } = await list({ kind: 'nextUrl', path: 'body.links.next' }, ({ path }) => ({
      json: { data: keysFrom(numberIn(path, 'at'), 1), links: { next: path.includes('at') ? null : '/v1/keys?at=5' } }
    }))
    expect(ids).toEqual(['k0', 'k5'])
  })

  it('and asks for each key where the list holds ids only', async () => {
    const provider = await serve(({ path }) => ({
      json:
        path === '/keys' ? { data: [{ id: 'a' }, { id: 'b' }] } : { id: path.slice(-1), name: `key ${path.slice(-1)}` }
    }))
    const manifest = manifestWith({
      operations: { list: { expand: 'get', pagination: { kind: 'none' } }, get: { path: '/keys/{id}' } }
    })
    const keys = await connectorOf(manifest).list('key', exchangeWith(provider.baseUrl))
    expect(keys.map(({ name }) => name)).toEqual(['key a', 'key b'])
  })
})

describe('a list that cannot be trusted is refused rather than cut', () => {
  const unreadable = (host: string, expected: string) => ({
    code: 'provider-answer-unreadable',
    details: { host: new URL(host).host, expected }
  })

  async function refusal(pagination: object, answer: (request: Received) => Reply) {
    const provider = await serve(answer)
    const connector = connectorOf(manifestWith({ operations: { list: { pagination } } }))
    return { failure: await failureOf(connector.list('key', exchangeWith(provider.baseUrl))), provider }
  }

  it('because it goes round in a circle', async () => {
    const { failure, provider } = await refusal({ kind: 'cursor', param: 'c', nextPath: 'body.next' }, ({ path }) => ({
      json: { data: keysFrom(0, 1), next: path.includes('c=b') ? 'a' : path.includes('c=a') ? 'b' : 'a' }
    }))
    expect(failure).toEqual(unreadable(provider.baseUrl, 'a page that was not told before'))
    expect(provider.received).toHaveLength(3)
  })

  it('because it does not end', async () => {
    let at = 0
    const { failure, provider } = await refusal(
      { kind: 'cursor', param: 'c', nextPath: 'body.next', maxPages: 3 },
      () => ({
        json: { data: keysFrom((at += 1), 1), next: at }
      })
    )
    expect(failure).toEqual(unreadable(provider.baseUrl, 'a list of at most 3 pages'))
    expect(provider.received).toHaveLength(3)
  })

  it('because it holds over 50,000 records', async () => {
    const { failure, provider } = await refusal({ kind: 'page', param: 'p', size: 10_000 }, ({ path }) => ({
      json: { data: keysFrom(numberIn(path, 'p') * 10_000, 10_000) }
    }))
    expect(failure).toEqual(unreadable(provider.baseUrl, 'a list of at most 50000 records'))
    expect(provider.received).toHaveLength(6)
  })

  it('because its next page lies on another host, which never sees the credential', async () => {
    const other = await serve(() => ({ json: { data: [] } }))
    const { failure } = await refusal({ kind: 'nextUrl', path: 'body.next' }, () => ({
      json: { data: keysFrom(0, 1), next: `${other.baseUrl}/keys` }
    }))
    expect(failure.code).toBe('url-other-host')
    expect(other.received).toEqual([])
  })
})

describe('what is listed', () => {
  const listed = async (data: unknown, kind: object = {}) => {
    const provider = await serve(() => ({ json: { data } }))
    const manifest = manifestWith({ kind, operations: { list: { pagination: { kind: 'none' } } } })
    return connectorOf(manifest).list('key', exchangeWith(provider.baseUrl))
  }

  it('is sent for with the credential, the headers of the manifest and the name of this program', async () => {
    const provider = await serve(() => ({ json: { data: [] } }))
    const manifest = manifestWith({ top: { defaults: { headers: { 'X-Version': '2' } } } })
    await connectorOf(manifest).list('key', exchangeWith(provider.baseUrl))
    expect(provider.received[0]?.headers).toMatchObject({
      authorization: `Bearer ${CREDENTIAL}`,
      accept: 'application/json',
      'user-agent': 'Keyquay/test',
      'x-version': '2'
    })
  })

  it('counts a key that is told twice once', async () => {
    expect(
      await listed([
        { id: 'a', name: 'one' },
        { id: 'a', name: 'two' }
      ])
    ).toMatchObject([{ name: 'one' }])
  })

  it('is read by the fields of the kind, with what is not mapped left empty', async () => {
    const fields = {
      remoteId: '_id',
      name: 'title',
      scopes: "split(scope, ' ')",
      status: 'enabled',
      expiresAt: 'ends',
      preview: "join('', ['…', last4])"
    }
    const statusMap = { true: 'active', false: 'disabled' }
    const keys = await listed(
      [{ _id: 7, title: 'deploy', scope: 'a:read b:write', enabled: false, ends: 1_795_167_000, last4: 'WXYZ' }],
      { idType: 'number', fields, statusMap, times: { default: 'iso', expiresAt: 'unix_s' } }
    )
    expect(keys).toEqual([
      {
        remoteId: '7',
        name: 'deploy',
        description: '',
        preview: '…WXYZ',
        scopes: ['a:read', 'b:write'],
        roles: [],
        services: [],
        ipRanges: [],
        environment: null,
        project: null,
        status: 'disabled',
        createdAt: null,
        expiresAt: '2026-11-20T09:30:00.000Z',
        lastUsedAt: null
      }
    ])
  })

  it('has an id of the type the manifest says: another would be another key', async () => {
    await expect(listed([{ id: 7 }])).rejects.toMatchObject({ code: 'provider-answer-unreadable' })
    await expect(listed([{ id: '7' }], { idType: 'number' })).rejects.toMatchObject({
      code: 'provider-answer-unreadable'
    })
  })

  it('has a status of ours, by the dates where the provider tells none, and unknown for a foreign word', async () => {
    const fields = { remoteId: 'id', expiresAt: 'ends' }
    const dated = await listed(
      [
        { id: 'a', ends: '2026-11-20T08:59:59Z' },
        { id: 'b', ends: null }
      ],
      { fields }
    )
    expect(dated.map(({ status }) => status)).toEqual(['expired', 'active'])
    const said = await listed([{ id: 'a', s: 'Active' }, { id: 'b', s: 'frozen' }, { id: 'c' }], {
      fields: { remoteId: 'id', status: 's' }
    })
    expect(said.map(({ status }) => status)).toEqual(['active', 'unknown', 'unknown'])
  })

  it('is not taken where the list is no list', async () => {
    await expect(listed({})).rejects.toMatchObject({ code: 'provider-answer-unreadable' })
    await expect(listed(null)).rejects.toMatchObject({ code: 'provider-answer-unreadable' })
    await expect(listed(['a'])).rejects.toMatchObject({ code: 'provider-answer-unreadable' })
  })
})
