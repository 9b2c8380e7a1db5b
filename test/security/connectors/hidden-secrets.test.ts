import { describe, expect, it } from 'vitest'
import type { RemoteKey } from '@contract/model/connection'
import { showMessage } from '@main/connectors/hide'
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

const secret = 'clo_AbCdEfGhIjKlMnOpQrStUvWx0123456789'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const cloodot = {
  prefixes: ['clo_'],
  pattern: '[A-Za-z0-9_-]+',
  minLength: null,
  maxLength: null,
  words: 'clo_ and letters or digits',
  mask: { keepStart: 0, keepEnd: 0, fill: '********', showPrefix: true }
}

/** No 8 letters or digits in a row of the secret are left, however they are spelled. */
function expectHidden(shown: string, hidden = secret): void {
  const left = shown
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
  for (const form of [hidden, Buffer.from(hidden).toString('hex'), base64(hidden)]) {
    const signs = form.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    for (let at = 0; at + 8 <= signs.length; at += 1) expect(left).not.toContain(signs.slice(at, at + 8))
  }
}

describe('a message of the provider', () => {
  it.each([
    ['whole', secret],
    ['its first 20 characters', secret.slice(0, 20)],
    ['its last 20 characters', secret.slice(-20)],
    ['its middle', `x${secret.slice(9, 19)}x`],
    ['in upper case', secret.toUpperCase()],
    ['in hex', Buffer.from(secret).toString('hex')],
    ['in upper hex', Buffer.from(secret).toString('hex').toUpperCase()],
    ['a part in hex', Buffer.from(secret.slice(3, 25)).toString('hex')],
    ['in base64', base64(secret)],
    ['in base64url with more behind it', Buffer.from(`${secret}??>`).toString('base64url')],
    ['percent-encoded', encodeURIComponent(`${secret}/`)],
    ['spaced', secret.replaceAll(/(.{4})/g, '$1 ')],
    ['with dashes', secret.replaceAll(/(.{5})/g, '$1-')],
    ['with zero-width characters', Array.from(secret).join('\u200b')],
    ['with invisible letters', Array.from(secret).join('\u3164')],
    ['with soft hyphens and joiners', Array.from(secret).join('\u00ad\u034f\u2060')],
    ['with control characters', Array.from(secret).join('\u0000')],
    [
      'full-width',
      Array.from(secret)
        .map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0))
        .join('')
    ],
    [
      'in mathematical letters',
      Array.from(secret)
        .map((sign) => (/[a-z]/.test(sign) ? String.fromCodePoint(sign.codePointAt(0)! + 0x1d3b9) : sign))
        .join('')
    ]
  ])('hides a secret %s', (_, form) => {
    const shown = showMessage(`Invalid key: ${form} (401)`, [secret])
    expect(shown).toContain('Invalid key: ')
    expect(shown).toContain('••••')
    expectHidden(shown)
  })

  it.each(['', 'u', 'us', 'user', 'api-user'])('hides a secret in base64 behind another text: %s', (user) => {
    for (const more of ['', ':', ':x']) {
      const shown = showMessage(base64(`${user}:${secret}${more}`), [secret])
      expect(shown).toContain('••••')
      for (let at = 0; at < secret.length - 8; at += 1) {
        expect(Buffer.from(shown, 'base64').toString('latin1')).not.toContain(secret.slice(at, at + 8))
      }
    }
  })

  it('hides the header a user and password were sent in', async () => {
    const provider = await serve(({ headers }) => ({
      status: 403,
      json: { message: `refused ${(headers.authorization ?? '').slice(6)}` }
    }))
    const top = { credentials: { apiKey: { kind: 'basic', label: 'Key', user: 'somebody-known' } } }
    const listing = connectorOf(manifestWith({ top })).list('key', exchangeWith(provider.baseUrl))
    expect(await failureOf(listing)).toMatchObject({ details: { message: 'refused ••••' } })
  })

  it('hides a value of another key, by the formats of the manifest', () => {
    const show = (text: string): string => showMessage(text, [], [cloodot])
    expect(show('key already exists: clo_NEWNEWNEWNEWNEWNEW')).toBe('key already exists: ••••')
    expect(show('exists: (CLO_new1), clo\u200b_a')).toBe('exists: (••••), ••••')
    expect(show('token=4f9a8c2b7d6e5f40 is taken')).toBe('token=•••• is taken')
    expect(
      showMessage('no AKIA12, a short: s.hvs0123456789abcdef', [], [{ ...cloodot, prefixes: ['s.'], pattern: null }])
    ).toBe('no AKIA12, a short: ••••')
  })

  it('and leaves words as they are', () => {
    const texts = [
      'Keys begin with clo_, then letters.',
      'rate_limit_exceeded for InvalidParameterCombination',
      'The scopes of this key do not cover the call.',
      'Der Schlüssel heißt “Ordnung” – ½ fertig?'
    ]
    for (const text of texts.slice(0, 3)) expect(showMessage(text, [secret, CREDENTIAL], [cloodot])).toBe(text)
    expect(showMessage(texts[3]!, [secret], [cloodot])).toBe('Der Schlüssel heißt “Ordnung” – 1⁄2 fertig?')
  })

  it('means the same by its words whatever is hidden in it', async () => {
    const provider = await serve(() => ({ status: 403, json: { message: 'QuotaOfKeys2026Exceeded' } }))
    const rules = [{ status: [403], messageIncludes: 'quotaofkeys2026', means: 'limit' }]
    const kind = { format: { prefixes: ['ex_'], pattern: '[A-Za-z0-9]+', words: 'ex_ and more' } }
    const manifest = manifestWith({ kind, top: { errors: { rules } } })
    expect(await failureOf(connectorOf(manifest).list('key', exchangeWith(provider.baseUrl)))).toMatchObject({
      code: 'provider-limit-reached',
      details: { message: '••••' }
    })
  })
})

describe('an answer that carries a secret', () => {
  const fields = {
    remoteId: 'id',
    ...Object.fromEntries(
      ['name', 'description', 'environment', 'project', 'preview'].map((field) => [field, 'to_string(@)'])
    ),
    ...Object.fromEntries(['scopes', 'roles', 'services', 'ipRanges'].map((field) => [field, "[to_string(@), 'kept']"]))
  }
  const made = { id: 'k1', key: SECRET, echo: CREDENTIAL }

  function expectClean(key: RemoteKey): void {
    expect(JSON.stringify(key)).toContain('••••')
    for (const hidden of [SECRET, CREDENTIAL]) expectHidden(JSON.stringify(key), hidden)
  }

  it('hides a new secret an override reads into the description', async () => {
    const provider = await serve(() => ({ status: 201, json: made }))
    const overrides = { 'key.fields.description': 'to_string(@)' }
    const answer = await connectorOf(manifestWith()).create(
      'key',
      newKey(),
      exchangeWith(provider.baseUrl, { overrides })
    )
    expect(answer.secret).toBe(SECRET)
    expect(answer.key.description).toBe('{"id":"k1","key":"••••","echo":"••••"}')
  })

  it('hides a new secret in every text of the key', async () => {
    const provider = await serve(() => ({ status: 201, json: made }))
    const manifest = manifestWith({ kind: { fields } })
    const { key, secret: value } = await connectorOf(manifest).create('key', newKey(), exchangeWith(provider.baseUrl))
    expect(value).toBe(SECRET)
    expect(key).toMatchObject({ remoteId: 'k1', preview: 'ex_AbCd…' })
    expect(key.scopes).toHaveLength(2)
    expectClean(key)
  })

  it('hides a whole value a provider of no known format lists as its preview', async () => {
    const provider = await serve(() => ({ status: 201, json: { ...made, preview: SECRET } }))
    const format = { words: 'as it was shown', mask: { keepStart: 4, keepEnd: 4 } }
    const { key } = await connectorOf(manifestWith({ kind: { format } })).create(
      'key',
      newKey(),
      exchangeWith(provider.baseUrl)
    )
    expect(key.preview).toBe('ex_A…QrSt')
  })

  it('hides the credentials in what is listed, and keeps the preview a provider shows', async () => {
    const provider = await serve(() => ({
      json: { data: [{ id: 'a', name: `of ${CREDENTIAL}`, preview: 'ex_AbCd...' }] }
    }))
    const [key] = await connectorOf(manifestWith()).list('key', exchangeWith(provider.baseUrl))
    expect(key).toMatchObject({ name: 'of ••••', preview: 'ex_AbCd...' })
  })

  it('keeps what was asked for, though the secret repeats it', async () => {
    const key = 'production-deploy-8xK9mP2vL5'
    const provider = await serve(() => ({ status: 201, json: { id: 'k1', key, name: 'production-deploy', note: key } }))
    const manifest = manifestWith({ kind: { fields: { remoteId: 'id', name: 'name', description: 'note' } } })
    const answer = await connectorOf(manifest).create(
      'key',
      newKey({ name: 'production-deploy' }),
      exchangeWith(provider.baseUrl)
    )
    expect(answer.key).toMatchObject({ name: 'production-deploy', description: '••••' })
  })
})
