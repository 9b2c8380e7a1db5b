import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createConnector } from '@main/connectors/create-connector'
import { createHttpClient } from '@main/connectors/http/http-client'
import { parseManifest } from '@main/connectors/manifest/parse'
import { evaluateMapping } from '@main/connectors/mapping'
import { createMappingRunnerInThread } from '@main/connectors/mapping-in-thread'
import { systemClock } from '@main/node/clock'
import { createHttpTransport } from '@main/node/http-transport'
import { readBuiltIn } from './bench'

const page = readFileSync(new URL('../../../docs/connectors.md', import.meta.url), 'utf8')
const example = /```json\n([\s\S]*?)```/.exec(page)![1]!

const DAY_S = 86_400

test('the example of docs/connectors.md has no mistake', () => {
  const parsed = parseManifest(example)
  expect('problems' in parsed ? parsed.problems : []).toEqual([])
})

test('the example of docs/connectors.md creates, lists and revokes', async () => {
  const keys = new Map<string, object>()
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (data: Buffer) => (text += data.toString()))
    request.on('end', () => {
      const sent = (text === '' ? {} : JSON.parse(text)) as object
      if (request.method === 'POST') keys.set('k1', { id: 'k1', enabled: true, created: 1_773_133_200, ...sent })
      if (request.method === 'DELETE') keys.delete('k1')
      const answer =
        request.method === 'POST'
          ? { key: { ...keys.get('k1'), value: `hb_${'a'.repeat(32)}` } }
          : { keys: [...keys.values()], next: null }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const parsed = parseManifest(example)
  if ('problems' in parsed) return expect.fail()
  const http = createHttpClient({ transport: createHttpTransport(), clock: systemClock, random: Math.random })
  const parts = { http, mapping: createMappingRunnerInThread(), userAgent: 'Keyquay/0.0.0' }
  const connector = createConnector(parsed.manifest, parts, { builtIn: false })
  const exchange = {
    account: {
      baseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
      variables: {},
      overrides: {},
      credentials: { admin: 'hb_admin' },
      policy: { allowPrivate: false, ca: null, paceKey: 'harbour' }
    },
    signal: AbortSignal.timeout(20_000),
    nowMs: 1_773_133_200_000
  }
  const at = new Date(exchange.nowMs + 90 * DAY_S * 1_000).toISOString()
  const asked = { name: 'ci', description: '', scopes: ['ships:read'], roles: [], services: [], ipRanges: [] }
  const expiry = { kind: 'at', at, days: 90 } as const
  const input = { ...asked, environment: null, project: null, expiry }

  const { key, secret } = await connector.create('key', input, exchange)
  expect(connector.formatMismatch('key', secret)).toBeNull()
  expect(key).toMatchObject({ name: 'ci', scopes: ['ships:read'], status: 'active', expiresAt: at })
  expect(await connector.list('key', exchange)).toMatchObject([{ remoteId: 'k1', expiresAt: at, status: 'active' }])
  await connector.revoke('key', 'k1', exchange)
  expect(await connector.list('key', exchange)).toEqual([])
  server.close()
})

test('the table of docs/connectors.md lists the built-in ones as they are', () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| ([^|]+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)]
  expect(rows.map(([, id]) => id)).toEqual([
    ...['cloudoora', 'cloudapi', 'cloudnexus', 'cloudcasa', 'cloodot', 'npm-registry']
  ])
  for (const [, id = '', name, address, requests] of rows) {
    const { connection, guided, ...manifest } = readBuiltIn(id)
    expect([manifest.name, connection.baseUrl === null, guided]).toEqual([
      name,
      address === 'yours to say',
      requests?.endsWith('guided')
    ])
  }
})

test.each([
  ['!(a.b)', { a: {} }, 'true'],
  ['!a.b', { a: {} }, 'null'],
  ["'text'", { text: 1 }, '"text"'],
  ['"text"', { text: 1 }, '1'],
  ["join(', ', not_null(a, `[]`))", {}, '""'],
  ["join(', ', a)", {}, null],
  ['next || `null`', { next: '' }, 'null'],
  ['not_null(next)', { next: '' }, '""']
])('docs/connectors.md on JMESPath: %s over %j is %s', (expression, input, json) => {
  expect(evaluateMapping(expression, JSON.stringify(input))).toEqual(json === null ? { ok: false } : { ok: true, json })
})
