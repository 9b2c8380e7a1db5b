import { describe, expect, it } from 'vitest'
import { judgeUrl, parseProviderUrl } from '@main/connectors/http/url-rules'
import { codeOf } from '../../../security/http/clients'

const refusal = (text: string): string => {
  try {
    return parseProviderUrl(text).href
  } catch (error) {
    return codeOf(error)
  }
}

describe('a provider’s URL', () => {
  it('is known by its plain parts', () => {
    expect(parseProviderUrl('https://API.example.com:443/v1/../keys?a=1#b')).toEqual({
      href: 'https://api.example.com/keys?a=1#b',
      origin: 'https://api.example.com',
      host: 'api.example.com',
      hostname: 'api.example.com',
      loopback: false
    })
    expect(parseProviderUrl('http://[::1]:8080/')).toMatchObject({
      origin: 'http://[::1]:8080',
      host: '[::1]:8080',
      hostname: '::1',
      loopback: true
    })
    expect(parseProviderUrl('https://bücher.example/')).toMatchObject({ host: 'xn--bcher-kva.example' })
  })

  it.each([
    '',
    'api.example.com',
    '//api.example.com/',
    '/keys',
    'https:api.example.com',
    'https:/api.example.com',
    'https:\\\\api.example.com\\',
    'https://api.example.com\\@evil.test/',
    ' https://api.example.com/',
    'https://api.example.com/ ',
    'https://api.exa\tmple.com/',
    'https://api.example.com/\nkeys',
    'https://api.example.com/\0',
    'https://',
    'https:///keys',
    'https://?a',
    'https://a b/',
    'https://256.1.1.1/',
    'https://1.2.3.4.5/',
    'https://api.example.com:99999/',
    'https://[::1',
    'https://[fe80::1%25lo]/',
    'https://api..example.com/',
    'https://api.example.com./',
    'https://localhost./',
    'https://127.0.0.1../',
    'https://a:b@api.example.com/',
    'https://api.example.com:443@evil.test/',
    'ftp://api.example.com/',
    'file:///etc/passwd',
    'ws://api.example.com/',
    'data:text/plain,a',
    `https://api.example.com/${'a'.repeat(8_192)}`
  ])('is not %j', (text) => {
    expect(refusal(text)).toBe('url-invalid')
  })

  it.each([
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://0177.0.0.1/', 'http://127.0.0.1/'],
    ['http://127.1/', 'http://127.0.0.1/'],
    ['http://127.0.0.1./', 'http://127.0.0.1/'],
    ['http://%31%32%37.0.0.1/', 'http://127.0.0.1/'],
    ['http://①②⑦.0.0.1/', 'http://127.0.0.1/'],
    ['http://LOCALHOST/', 'http://localhost/'],
    ['http://ⓛocalhost/', 'http://localhost/'],
    ['http://[0:0:0:0:0:0:0:1]/', 'http://[::1]/'],
    ['http://127.0.0.1.nip.io/', 'url-not-https'],
    ['http://127.example.com/', 'url-not-https'],
    ['http://localhost.example.com/', 'url-not-https'],
    ['http://xlocalhost/', 'url-not-https'],
    ['http://foo.localhost/', 'url-not-https'],
    ['http://[::ffff:127.0.0.1]/', 'url-not-https'],
    ['http://[::127.0.0.1]/', 'url-not-https'],
    ['http://[64:ff9b::7f00:1]/', 'url-not-https'],
    ['http://[2002:7f00:1::]/', 'url-not-https'],
    ['http://0.0.0.0/', 'url-not-https'],
    ['http://128.0.0.1/', 'url-not-https']
  ])('without TLS, %s is %s', (text, expected) => {
    expect(refusal(text)).toBe(expected)
  })
})

describe('a URL of a connection', () => {
  const judge = (text: string, origin: string): string => {
    try {
      return judgeUrl(text, { origin, allowPrivate: false }).href
    } catch (error) {
      return codeOf(error)
    }
  }

  it.each([
    ['https://api.example.com/keys', 'https://api.example.com', 'https://api.example.com/keys'],
    ['https://api.example.com:443/', 'https://API.example.com/', 'https://api.example.com/'],
    ['https://api.example.com:444/', 'https://api.example.com', 'url-other-host'],
    ['https://example.com/', 'https://api.example.com', 'url-other-host'],
    ['https://api.example.com.test/', 'https://api.example.com', 'url-other-host'],
    ['https://api.example.com/', 'https://api.example.com:8443', 'url-other-host'],
    ['http://127.0.0.1:80/', 'http://127.0.0.1:8080', 'url-other-host'],
    ['http://127.0.0.1:8080/', 'https://127.0.0.1:8080', 'url-other-host'],
    ['http://localhost:8080/', 'http://127.0.0.1:8080', 'url-other-host'],
    ['https://api.example.com/', 'nothing', 'url-invalid'],
    ['https://[::ffff:127.0.0.1]/', 'https://[::ffff:127.0.0.1]', 'url-private']
  ])('%s of %s is %s', (text, origin, expected) => {
    expect(judge(text, origin)).toBe(expected)
  })
})
