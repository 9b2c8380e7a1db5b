import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remoteKey } from '@contract/model/connection'
import { parseForeignJson } from '@main/connectors/foreign-json'
import {
  connectorOf,
  CREDENTIAL,
  exchangeWith,
  failureOf,
  manifestWith,
  newKey,
  SECRET,
  serve
} from '../../unit/connectors/support'

const FIELDS = {
  remoteId: 'id',
  name: 'name',
  description: 'description',
  preview: 'preview',
  scopes: 'scopes',
  roles: 'roles',
  environment: 'env',
  status: 'status',
  createdAt: 'created_at'
}

/** What the list of keys becomes when the provider answers `body`, as it stands. */
async function list(body: string) {
  const provider = await serve(() => ({ text: body, headers: { 'content-type': 'application/json' } }))
  const manifest = manifestWith({ kind: { fields: FIELDS }, operations: { list: { pagination: { kind: 'none' } } } })
  return connectorOf(manifest).list('key', exchangeWith(provider.baseUrl))
}
const listData = (data: string) => list(`{"data":${data}}`)
const refused = { code: 'provider-answer-unreadable' }

/** Nothing may be reachable through any object that was not there before. */
function expectCleanPrototypes(): void {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined()
}

describe('check 75: an answer changes no prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])(
    'check 75: a member called %s is dropped at every level',
    async (name) => {
      const poison = `{"${name}": {"polluted": true, "id": "evil"}, "id": "a", "name": "deploy"}`
      expect(await listData(`[${poison}]`)).toMatchObject([{ remoteId: 'a', name: 'deploy' }])
      expect(parseForeignJson(`{"a": [${poison}]}`)).toEqual({ a: [{ id: 'a', name: 'deploy' }] })
      await expect(list(`{"${name}": {"data": [{"id": "evil"}]}}`)).rejects.toMatchObject(refused)
      expectCleanPrototypes()
    }
  )

  it('check 75: any JSON comes out with its own members only', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        parseForeignJson(text)
        expectCleanPrototypes()
      })
    )
  })
})

describe('check 75: an answer of any size ends', () => {
  it('check 75: deep nesting is refused', async () => {
    await expect(list('['.repeat(500_000))).rejects.toMatchObject(refused)
    await expect(list('['.repeat(100_000) + ']'.repeat(100_000))).rejects.toMatchObject(refused)
    await expect(list('{"a":'.repeat(1_000) + '1' + '}'.repeat(1_000))).rejects.toMatchObject(refused)
  })

  it('check 75: 1,000,000 items are refused', async () => {
    await expect(listData(`[${'1,'.repeat(1_000_000 - 1)}1]`)).rejects.toMatchObject(refused)
  })

  it('check 75: 10 MB are refused', async () => {
    await expect(listData(`["${'x'.repeat(10_000_000)}"]`)).rejects.toMatchObject({ code: 'provider-answer-too-large' })
  })
})

describe('check 75: wrong types are refused or read as what they mean', () => {
  it.each([
    '"keys"',
    '7',
    'true',
    'null',
    '{}',
    '["a"]',
    '[[]]',
    '[null]',
    '[{}]',
    '[{"id": null}]',
    '[{"id": {}}]',
    '[{"id": ["a"]}]',
    '[{"id": true}]',
    '[{"id": 42}]',
    '[{"id": 1.5}]',
    '[{"id": 1e300}]',
    '[{"id": ""}]',
    '[{"id": ".."}]',
    '[{"id": "a", "name": {}}]',
    '[{"id": "a", "scopes": {"a": 1}}]',
    '[{"id": "a", "roles": [["x"]]}]',
    '[{"id": "a", "created_at": 7}]',
    '[{"id": "a", "created_at": {}}]'
  ])('check 75: refused: %s', async (data) => {
    await expect(listData(data)).rejects.toMatchObject(refused)
  })

  it('check 75: read: a number as a text, one text as a list, null as nothing', async () => {
    const [key] = await listData('[{"id": "a", "name": 7, "scopes": "read", "roles": null, "status": {"a": 1}}]')
    expect(key).toMatchObject({ remoteId: 'a', name: '7', scopes: ['read'], roles: [], status: 'unknown' })
  })

  it('check 75: whatever is not refused is as the contract says', async () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'binary' }))
    const record = fc.record(
      {
        id: value,
        name: value,
        description: value,
        preview: value,
        scopes: value,
        roles: value,
        env: value,
        status: value,
        created_at: value
      },
      { requiredKeys: ['id'] }
    )
    let body = ''
    const provider = await serve(() => ({ text: body, headers: { 'content-type': 'application/json' } }))
    const connector = connectorOf(
      manifestWith({ kind: { fields: FIELDS }, operations: { list: { pagination: { kind: 'none' } } } })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 3 }), async (data) => {
        body = JSON.stringify({ data })
        try {
          for (const key of await connector.list('key', exchangeWith(provider.baseUrl)))
            expect(remoteKey.parse(key)).toEqual(key)
        } catch (error) {
          expect(error).toMatchObject(refused)
        }
      }),
      { numRuns: 200 }
    )
  })
})

describe('check 75: texts are cleaned', () => {
  it('check 75: control characters, half surrogates, turned writing and 10,000 characters', async () => {
    const name = `a\u0000b\u001b[31mc\u202ed\ud800e${'x'.repeat(10_000)}`
    const [key] = await listData(`[{"id": "a", "name": ${JSON.stringify(name)}, "scopes": [${JSON.stringify(name)}]}]`)
    for (const text of [key?.name ?? '', key?.scopes[0] ?? '']) {
      expect(text.startsWith('a b [31mc d\ufffde')).toBe(true)
      expect(text).toHaveLength(200)
      expect(text.isWellFormed()).toBe(true)
    }
  })

  it('check 75: an id is never cleaned, because another id is another key', async () => {
    for (const id of ['a\u0000', 'a\ud800', 'a\nb', 'x'.repeat(501)]) {
      await expect(listData(`[{"id": ${JSON.stringify(id)}}]`)).rejects.toMatchObject(refused)
    }
  })

  it('check 75: a list that shows whole keys shows them masked here', async () => {
    const [key] = await listData(`[{"id": "a", "preview": "${SECRET}"}]`)
    expect(key?.preview).toBe('ex_AbCd…')
  })
})

describe('check 75: a hostile provider learns and shows nothing', () => {
  it('check 75: its messages show no credential and no secret', async () => {
    const provider = await serve(({ headers }) => ({
      status: 403,
      json: { error: { message: `${headers.authorization ?? ''} \u001b]0;x` } }
    }))
    const connector = connectorOf(manifestWith({ operations: { verify: { path: '/me' } } }))
    const exchange = exchangeWith(provider.baseUrl)
    const { host } = new URL(provider.baseUrl)
    const works = [
      () => connector.list('key', exchange),
      () => connector.create('key', newKey(), exchange),
      () => connector.verify('key', SECRET, exchange)
    ]
    for (const work of works) {
      const failed = await failureOf(work())
      expect(JSON.stringify(failed)).not.toMatch(new RegExp(`${CREDENTIAL}|${SECRET}`))
      expect(failed).toEqual({ code: 'provider-forbidden', details: { host, message: 'Bearer ••••  ]0;x' } })
    }
  })

  it('check 75: no mapping expression sees a credential', async () => {
    const provider = await serve(() => ({ json: { data: [{ id: 'a' }] } }))
    const everything = manifestWith({
      kind: { fields: { remoteId: 'id', name: 'to_string($)' } },
      operations: { list: { pagination: { kind: 'none' } } }
    })
    const [key] = await connectorOf(everything).list('key', exchangeWith(provider.baseUrl))
    expect(key?.name).toContain('"status":200')
    expect(key?.name).not.toContain(CREDENTIAL)
  })
})
