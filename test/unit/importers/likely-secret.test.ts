import { describe, expect, it } from 'vitest'
import { providerOfAddress, providerOfName, providerOfSecret } from '@main/importers/guess-provider'
import { isLikelySecret } from '@main/importers/likely-secret'

describe('what is likely a secret', () => {
  it.each([
    ['OPENAI_API_KEY', 'anything-at-all'],
    ['githubToken', 'abc'],
    ['SECRET_KEY_BASE', 'abcdef'],
    ['API_TOKEN_OLD', 'abcdef'],
    ['DB_PASSWORD', '12345678'],
    ['DB_PASS', 'hunter2'],
    ['ANYTHING', 'ghp_0123456789abcdefghijklmnop'],
    ['DATABASE_URL', 'postgres://u:p@h/db'],
    ['SENTRY_DSN', 'https://0123456789abcdef0123@o1.ingest.example.test/2'],
    ['SLACK_WEBHOOK_URL', 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXX'],
    ['SIGNING', 'dGhpcyBpcyBhIDMyIGJ5dGUga2V5IQ90'],
    ['CERT', '-----BEGIN EC PRIVATE KEY-----\nMHc\n-----END EC PRIVATE KEY-----']
  ])('%s=%s is', (name, value) => {
    expect(isLikelySecret(name, value)).toBe(true)
  })

  it.each([
    ['PORT', '3000'],
    ['NODE_ENV', 'production'],
    ['PUBLIC_URL', 'https://example.test/path?x=1'],
    ['DATABASE_URL', 'postgres://u@h/db'],
    ['DATABASE_URL', 'postgres://u:${DB_PASSWORD}@h/db'],
    ['TOKEN_TTL', '3600'],
    ['API_KEY_HEADER', 'x-api-key'],
    ['MAX_TOKENS', '4096'],
    ['RETRY_TOKEN', '12'],
    ['USE_TOKEN', 'true'],
    ['API_KEY', 'changeme'],
    ['API_KEY', '${OTHER}'],
    ['API_KEY', '$OTHER'],
    ['API_KEY', 'op://vault/item/field'],
    ['API_KEY', '<your key>'],
    ['API_KEY', '   '],
    ['PROJECT_ID', '8c5b2f1e-3d4a-4f6b-9a7c-1e2d3f4a5b6c'],
    ['APP', '8c5b2f1e-3d4a-4f6b-9a7c-1e2d3f4a5b6c'],
    ['NEXT_PUBLIC_MAPS_KEY', 'abcdefghijklmnopqrstuv1234567890'],
    ['GREETING', 'Hello there, this is a long sentence 123'],
    ['HOST', 'database-1.cluster-x1y2z3.eu-central-1.example.test'],
    ['TLS', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
    ['LOG', '/var/log/some/very/long/path/to/a/file']
  ])('%s=%s is not', (name, value) => {
    expect(isLikelySecret(name, value)).toBe(false)
  })
})

describe('whose key it is', () => {
  it('takes the longest prefix that fits', () => {
    expect(providerOfSecret(`sk-ant-${'a1'.repeat(20)}`)).toBe('anthropic')
    expect(providerOfSecret('sk-0123456789abcdef')).toBe('openai')
    expect(providerOfSecret('sk_live_0123456789abcdef')).toBe('stripe')
    expect(providerOfSecret('re_')).toBeNull()
    expect(providerOfSecret('re_ a sentence that begins so')).toBeNull()
  })

  it('takes a word of the name and a label of the host', () => {
    expect(providerOfName('CLOUDFLARE_API_TOKEN')).toBe('cloudflare')
    expect(providerOfName('GH_TOKEN')).toBe('github')
    expect(providerOfName('constructor')).toBeNull()
    expect(providerOfAddress('https://api.openai.com/v1')).toBe('openai')
    expect(providerOfAddress('https://console.aws.amazon.com')).toBe('aws')
    expect(providerOfAddress('https://openai.example.test.invalid/')).toBeNull()
    expect(providerOfAddress('nonsense')).toBeNull()
  })
})
