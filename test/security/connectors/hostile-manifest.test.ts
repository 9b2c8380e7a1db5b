import { describe, expect, it } from 'vitest'
import { fillBaseUrl } from '@main/connectors/templates'
import { parseManifest } from '@main/connectors/manifest/parse'
import { exampleManifest } from '../../unit/connectors/example-manifest'
import { connectorOf, exchangeWith, failureOf, manifestWith, serve } from '../../unit/connectors/support'

const problemsIn = (text: string) => {
  const parsed = parseManifest(text)
  return 'problems' in parsed ? parsed.problems : []
}

describe('check 75: a manifest changes no prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('check 75: %s is refused wherever it stands', (name) => {
    const text = JSON.stringify(exampleManifest).replace('"bearer"', `"bearer","${name}":{"polluted":true}`)
    expect(problemsIn(text)).toEqual([{ path: `credentials.apiKey.${name}`, expected: 'another name' }])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('check 75: deep nesting is refused', () => {
    expect(problemsIn('['.repeat(100) + ']'.repeat(100))).toMatchObject([{ expected: 'fewer levels' }])
    expect(problemsIn('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000))).toMatchObject([{ expected: 'fewer levels' }])
  })
})

describe('a manifest sends nothing elsewhere', () => {
  it('not through an id', async () => {
    const provider = await serve(() => ({ status: 204 }))
    const connector = connectorOf(manifestWith())
    await connector.revoke('key', '../../admin?x=1#y', exchangeWith(provider.baseUrl))
    expect(provider.received[0]?.path).toBe('/keys/..%2F..%2Fadmin%3Fx%3D1%23y')
    expect((await failureOf(connector.revoke('key', '..', exchangeWith(provider.baseUrl)))).code).toBe('input-invalid')
    expect(provider.received).toHaveLength(1)
  })

  it('not through a variable in the host', () => {
    for (const host of ['evil.example/', 'a@evil.example', 'evil.example#', 'evil.example\\', 'evil.example?']) {
      expect(() => fillBaseUrl('https://{host}.example.com/v1', { host })).toThrow()
    }
  })

  it('and ends no header early', async () => {
    const variables = [{ id: 'org', label: 'Organization' }]
    const manifest = manifestWith({
      top: { connection: { baseUrl: null, provenance: 'assumed', variables } },
      operations: { list: { headers: { 'X-Org': '{org}' } } }
    })
    const provider = await serve(() => ({ json: { data: [] } }))
    const exchange = exchangeWith(provider.baseUrl, { variables: { org: 'a\r\nX-Evil: 1' } })
    expect((await failureOf(connectorOf(manifest).list('key', exchange))).code).toBe('input-invalid')
    expect(provider.received).toEqual([])
  })
})
