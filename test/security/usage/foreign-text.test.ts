import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanAddress, cleanMethod, cleanPath, cleanSource, endpointOf } from '../../../src-main/store/usage-text'

const SECRETS = [
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx',
  'AKIAIOSFODNN7EXAMPLE',
  'q8Zr2vT0mK5xW7pL1nB4sD9f',
  'c0ffee0123456789abcdef0123456789',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P'
]

describe('what a provider tells of a call', () => {
  it.each(SECRETS)('keeps nothing of a secret that somebody put in an address: %s', (secret) => {
    const addresses = [
      `/v1/sites?api_key=${secret}`,
      `/v1/sites?${secret}`,
      `/v1/sites?a=1&token=${secret}&b=2#${secret}`,
      `/v1/sites;session=${secret}/files`,
      `/hooks/${secret}/push`,
      `https://user:${secret}@api.example.com/v1/sites`,
      `/v1/sites?a=b?c=${secret}`,
      `//${secret}`
    ]
    for (const address of addresses) {
      const path = cleanPath(address) ?? ''
      for (let at = 0; at + 9 <= secret.length; at += 1) expect(path).not.toContain(secret.slice(at, at + 9))
      expect(endpointOf(path)).not.toContain(secret.slice(4))
    }
  })

  it.each(SECRETS)('keeps nothing of a secret that stands where a word should: %s', (secret) => {
    for (const word of [secret, `Bearer ${secret}`, `${secret} `])
      for (const cleaned of [cleanSource(word), cleanAddress(word), cleanMethod(word)])
        expect(cleaned ?? '').not.toContain(secret.slice(0, 9))
  })

  it('keeps methods, addresses and sources as they are', () => {
    expect(['get', 'POST', 'M-SEARCH', '', '=1'].map(cleanMethod)).toEqual(['GET', 'POST', 'M-SEARCH', null, null])
    const addresses = [
      '203.0.113.7',
      '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
      '203.0.113.x',
      'fe80::1%eth0',
      'ci.example.com'
    ]
    expect(addresses.map(cleanAddress)).toEqual(addresses)
    expect(['API', 'Skillset', 'Terraform Provider 1.4', null].map(cleanSource)).toEqual([
      'API',
      'Skillset',
      'Terraform Provider 1.4',
      null
    ])
  })

  it('keeps names, and leaves values and hosts out', () => {
    expect(cleanPath('/v1/users?limit=25&cursor=usr_8f2&limit=9')).toBe('/v1/users?limit&cursor')
    expect(cleanPath('https://api.example.com/v1/users/17#top')).toBe('/v1/users/17')
    expect(cleanPath('https://api.example.com')).toBe('/')
    expect(cleanPath('/v1/objects/0b8f1d9e-6a1c-4d43-9c39-3f6a3d2f4b11')).toContain('0b8f1d9e')
    expect(cleanPath('/v1/a;v=1;w/b')).toBe('/v1/a;v;w/b')
    expect(cleanPath('  ')).toBeNull()
    expect(cleanPath(null)).toBeNull()
  })

  it('tells endpoints by what they do, not by the thing it is done to', () => {
    const endpoints: Record<string, string> = {
      '/v1/sites/7': '/v1/sites/{id}',
      '/v2/users/usr_8f2/keys/key_7d1?page': '/v2/users/{id}/keys/{id}',
      '/v1/usage/2026-03-01': '/v1/usage/{id}',
      '/v1/dns/records': '/v1/dns/records',
      '/api/v1.2/oauth2/token': '/api/v1.2/oauth2/token',
      '/v1/objects/0b8f1d9e-6a1c-4d43-9c39-3f6a3d2f4b11': '/v1/objects/{id}',
      '/v1/backups/65f1c0ffee0123456789abcd': '/v1/backups/{id}'
    }
    for (const [path, endpoint] of Object.entries(endpoints)) expect(endpointOf(path)).toBe(endpoint)
  })

  it('is one short line, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        for (const [cleaned, longest] of [
          [cleanPath(text), 500],
          [cleanSource(text), 60],
          [cleanAddress(text), 64],
          [cleanMethod(text), 20]
        ] as const) {
          if (cleaned === null) continue
          expect(cleaned.length).toBeLessThanOrEqual(longest)
          expect(cleaned).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u)
          expect(cleaned.isWellFormed()).toBe(true)
        }
      })
    )
  })

  it('takes as long for a hostile address as for any other', () => {
    const hostile = [`/${'1.'.repeat(50_000)}x`, `/${'a_'.repeat(50_000)}`, '?'.repeat(100_000), '/;'.repeat(50_000)]
    for (const address of hostile) expect((cleanPath(address) ?? '').length).toBeLessThanOrEqual(500)
  })
})
