import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePart, fillBaseUrl, fillPath, fillText, joinUrl } from '@main/connectors/templates'

const BASE = 'https://api.example.com/v1'
const codeOf = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a path', () => {
  it('keeps any value in its one place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
        fc.pre(id !== '.' && id !== '..')
        const url = new URL(joinUrl(BASE, fillPath('/keys/{id}/rotate', { id }), []))
        expect(url.origin).toBe('https://api.example.com')
        expect(url.search + url.hash).toBe('')
        const [, version, keys, value, rotate, ...more] = url.pathname.split('/')
        expect([version, keys, rotate, more]).toEqual(['v1', 'keys', 'rotate', []])
        expect(decodeURIComponent(value ?? '')).toBe(id.toWellFormed())
      })
    )
  })

  it('percent-encodes everything but unreserved characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => /^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/.test(encodePart(text)))
    )
  })

  it.each(['', '.', '..'])('refuses %j, which would be another place', (id) => {
    expect(codeOf(() => fillPath('/keys/{id}', { id }))).toBe('input-invalid')
  })

  it('refuses a blank nobody fills', () => {
    expect(codeOf(() => fillPath('/keys/{id}', { id: null }))).toBe('input-invalid')
    expect(codeOf(() => fillPath('/keys/{constructor}', {}))).toBe('input-invalid')
  })

  it('leads nowhere else once parsed', () => {
    expect(codeOf(() => joinUrl(BASE, '/%2e%2e/admin', []))).toBe('url-invalid')
    expect(codeOf(() => joinUrl(BASE, '/keys?all=1', []))).toBe('url-invalid')
  })
})

describe('a query', () => {
  it('holds any value as one pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, value) => {
        const url = new URL(joinUrl(BASE, '/keys', [[name, value]]))
        expect([...url.searchParams]).toEqual([[name.toWellFormed(), value.toWellFormed()]])
      })
    )
  })

  it('leaves out a text with an empty blank', () => {
    expect(fillText('{since}', { since: null })).toBeNull()
    expect(fillText('a-{since}', { since: '' })).toBeNull()
    expect(fillText('fixed', {})).toBe('fixed')
  })
})

describe('a base URL', () => {
  it('takes variables in its host and its path, and loses the slash at its end', () => {
    expect(fillBaseUrl('https://{site}.example.com/api/{org}/', { site: 'eu', org: 'a b' })).toBe(
      'https://eu.example.com/api/a%20b'
    )
    expect(fillBaseUrl('http://127.0.0.1:4100/api/v1', {})).toBe('http://127.0.0.1:4100/api/v1')
  })

  it.each(['evil.com/', 'a@b', 'x?', 'x#y', '[::1]', '', 'a b'])('takes no more than a name for a host: %j', (site) => {
    expect(codeOf(() => fillBaseUrl('https://{site}/v1', { site }))).toBe('input-invalid')
  })

  it.each([
    ['http://api.example.com/v1', 'url-not-https'],
    ['https://user@api.example.com', 'url-invalid'],
    ['https://api.example.com/v1?x=1', 'url-invalid'],
    ['ftp://api.example.com', 'url-invalid'],
    ['', 'url-invalid']
  ])('refuses %s', (text, code) => {
    expect(codeOf(() => fillBaseUrl(text, {}))).toBe(code)
  })
})
