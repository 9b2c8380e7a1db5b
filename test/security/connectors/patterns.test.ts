import { describe, expect, it } from 'vitest'
import { fitsGrammar, isGrammar } from '@main/connectors/grammar'
import { showMessage } from '@main/connectors/hide'
import { createHiding } from '@main/connectors/hiding'
import { readId, readSecret } from '@main/connectors/fields'
import { linkedNext } from '@main/connectors/link-header'
import { parseManifest } from '@main/connectors/manifest/parse'
import { baseUrlTemplate, headerName, name, path, template } from '@main/connectors/manifest/texts'
import { fillBaseUrl, fillPath, fillText } from '@main/connectors/templates'
import { parseTime } from '@main/connectors/times'

const LONG = 100_000
const MOST_MS = 50

/** Strings on which a careless pattern goes back and forth: repeats that nearly fit, and end wrongly. */
const worst = [
  'a',
  'a1',
  '/a',
  '{a}',
  '{',
  '}',
  '-',
  '.',
  '%2e/',
  ' ',
  '"',
  '<',
  '=',
  ';',
  ',',
  '0',
  '\u0000',
  '\ud800',
  'é'
].map((unit) => `${unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG - 1)}!`)

/** The fastest of three: a busy machine is not taken for a slow pattern. */
function fastestMs(work: () => unknown): number {
  const once = (): number => {
    const from = performance.now()
    try {
      work()
    } catch {
      // Refusing is fine; how long it takes is the question.
    }
    return performance.now() - from
  }
  return Math.min(once(), once(), once())
}

const mask = { keepStart: 0, keepEnd: 0, fill: '…', showPrefix: true }
const plain = { minLength: null, maxLength: null, words: '', mask }
const FORMATS = [
  { ...plain, prefixes: ['a', '---', '_', 'sk_live_'], pattern: '[A-Za-z0-9_-]+' },
  { ...plain, prefixes: [], pattern: '[a-z]{0,200}[a-z]{0,200}!' }
]
const LONG_SECRET = Array.from({ length: 400 }, (_, at) => at.toString(36)).join('')

const readers: [string, (text: string) => unknown][] = [
  ['names of manifests', (text) => name.safeParse(text)],
  ['templates', (text) => template.safeParse(text)],
  ['paths', (text) => path.safeParse(`/${text}`)],
  ['base URLs', (text) => baseUrlTemplate.safeParse(`https://${text}`)],
  ['header names', (text) => headerName.safeParse(text)],
  ['filled paths', (text) => fillPath(text, { a: 'x', a1: 'x' })],
  ['filled texts', (text) => fillText(text, { a: 'x' })],
  ['filled base URLs', (text) => fillBaseUrl(`https://${text}`, { a: 'x' })],
  ['variables of hosts', (text) => fillBaseUrl('https://{host}/v1', { host: text })],
  ['ids', (text) => readId(text, 'either')],
  ['secrets', readSecret],
  ['messages', (text) => showMessage(text, ['aaaa', text.slice(0, 100)])],
  ['messages that may name other keys', (text) => showMessage(text, ['aaaa', text.slice(0, 100)], FORMATS)],
  ['texts of keys', createHiding([LONG_SECRET, 'a'.repeat(100)])],
  ['Link headers', linkedNext],
  ['times', (text) => (['iso', 'date', 'rfc1123'] as const).map((format) => parseTime(text, format))],
  ['broken manifests', parseManifest]
]

describe('check 76: every regular expression on foreign input is fast on 100 KB at its worst', () => {
  it.each(readers)('check 76: %s', (_, read) => {
    for (const text of worst) expect(fastestMs(() => read(text))).toBeLessThan(MOST_MS)
  })
})

describe('check 76: so are the patterns a manifest brings', () => {
  const catastrophic = [
    '[a-z]{0,200}[a-z]{0,200}!',
    '([a-z]{0,20}){0,20}',
    '(a|b|c|d|e){0,150}',
    '(a+)+',
    '(a|a)*',
    '(a|aa)+',
    '([a-z]+)*',
    '(.*a){20}',
    'a*a*a*a*a*a*a*a*',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$'
  ]

  it.each(catastrophic)('check 76: %s', (pattern) => {
    expect(isGrammar(pattern)).toBe(true)
    for (const text of [
      ...worst,
      `${'a'.repeat(4_095)}!`,
      `${'x'.repeat(4_095)}!`,
      `${'a'.repeat(50)}!`,
      `${'a'.repeat(400)}0`
    ]) {
      expect(fastestMs(() => fitsGrammar(pattern, text))).toBeLessThan(MOST_MS)
    }
  })

  it.each([
    '(?=a)b',
    '(?<!a)b',
    '(a)\\1',
    '(',
    '[z-a]',
    'a{2,1}',
    '((a{100}){100}){100}',
    'a{0,1000}a{0,1000}',
    '([a-z]{0,40}){0,40}',
    '(a|b|c|d){0,200}(a|b|c|d){0,200}(e|f)',
    'x'.repeat(301)
  ])('check 76: not taken: %s', (pattern) => {
    expect(isGrammar(pattern)).toBe(false)
    expect(fitsGrammar(pattern, 'a')).toBe(false)
  })

  it('check 76: a pattern has to fit the whole text', () => {
    expect(fitsGrammar('[a-z]+:(read|write)', 'users:read')).toBe(true)
    expect(fitsGrammar('[a-z]+:(read|write)', 'users:read users:write')).toBe(false)
    expect(fitsGrammar('^[a-z]+$', 'users\n')).toBe(false)
    expect(fitsGrammar('[A-Za-z0-9-_]+', 'ab-_9')).toBe(true)
  })
})
