import { describe, expect, it } from 'vitest'
import { importFormats } from '@main/importers/candidate'
import { toLine, toProse, toTags } from '@main/importers/clean'
import { detectFormat } from '@main/importers/detect-format'
import { isLikelySecret } from '@main/importers/likely-secret'
import { readImport } from '@main/importers/read-import'
import { inputOf, utf8 } from './files'

/** What makes backtracking expressions slow: long runs that fail at their end, and quotes that never close. */
const patterns = [
  ' ',
  '\t ',
  '\n',
  '\n ',
  '\r',
  '=',
  '==',
  'A=',
  "A='\n",
  'A="\\"',
  "A='\\'",
  "A='\\'#",
  "A='\\' ",
  'A=` "',
  '#',
  "'",
  '"',
  '\\',
  '\\"',
  'export ',
  'a.',
  'a-',
  'A1',
  'aA',
  '_',
  '[',
  '[]',
  '[a',
  ']',
  '//',
  '//a:',
  ':',
  ':_authToken',
  ';',
  ',',
  '",',
  '"",',
  '\\;',
  'machine ',
  'macdef a\n',
  '"a" ',
  'a="b"',
  '{',
  '{"a":"',
  '\\u',
  '://',
  'a://',
  '@',
  'x:y@',
  '${',
  '$A',
  'eyJ',
  '0-',
  '\u2028',
  '\0',
  'é'
]
const SHORT = 10_000
const TIMES = 8

const ATTEMPTS = 8

/** Of this thread alone, so that a busy machine does not count. */
async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/**
 * Quadratic work on eight times the input takes 64 times as long, always; linear work now and then takes longer than
 * it should, for garbage is collected. So the best of some attempts must stay below 24 times.
 */
async function expectLinear(work: (text: string) => unknown, pattern: string, end: string): Promise<void> {
  const text = (length: number): string => `A=${pattern.repeat(Math.ceil(length / pattern.length))}${end}`
  const [short, long] = [text(SHORT), text(SHORT * TIMES)]
  let [shortMs, longMs] = [0, Infinity]
  for (let attempt = 0; attempt < ATTEMPTS && longMs > Math.max(shortMs, 1.5) * TIMES * 3; attempt += 1) {
    const once = await cpuMs(() => work(short))
    shortMs = attempt === 0 ? once : Math.min(shortMs, once)
    longMs = Math.min(longMs, await cpuMs(() => work(long)))
  }
  expect(longMs, JSON.stringify({ pattern, end, shortMs, longMs })).toBeLessThan(Math.max(shortMs, 1.5) * TIMES * 3 + 1)
}

describe('check 76: work grows with the input and no faster', () => {
  const settled = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => null)
  it('sees quadratic work where there is some', async () => {
    await expect(expectLinear((text) => / +$/.exec(`${text.slice(0, text.length / 4)}!`), ' ', '!')).rejects.toThrow(
      'to be less than'
    )
  })

  const textFormats = importFormats.filter((format) => format !== 'keepass-kdbx' && format !== 'onepassword-1pux')

  it.each(textFormats)(
    'reading %s',
    async (format) => {
      for (const pattern of patterns) {
        await expectLinear((text) => settled(readImport(format, inputOf(text))), pattern, '!')
        await expectLinear((text) => settled(readImport(format, inputOf(text.slice(2)))), pattern, '')
      }
    },
    120_000
  )

  it('telling secrets and formats apart, and cleaning names', async () => {
    for (const pattern of patterns) {
      await expectLinear((text) => isLikelySecret('KEY', text), pattern, '!')
      await expectLinear((text) => isLikelySecret(text, 'value'), pattern, '!')
      await expectLinear((text) => isLikelySecret('x', text.slice(2)), pattern, '')
      await expectLinear((text) => detectFormat(text, utf8(text)), pattern, '!')
      await expectLinear((text) => [toLine(text, 200), toProse(text, 20_000), toTags([text])], pattern, '!')
    }
  }, 120_000)
})
