import { AppError } from '@contract/errors'
import type { ImportFormat } from '@contract/model/import'
import { keyFields } from '@contract/model/key'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFormats } from '@main/importers/candidate'
import { importErrorCodes, readImport } from '@main/importers/read-import'
import { CANARY, fixture, inputOf, make1pux, makeKdbx, utf8, wholeFiles } from './files'

const files = await wholeFiles()

/** Everything of a failure that could ever be printed. */
function printed(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error)
  return `${error.message} ${error.stack ?? ''} ${JSON.stringify(error)} ${printed(error.cause ?? '')}`
}

/** Reads, and holds every failure to the listed codes, whole details and nothing of the file. */
async function outcome(format: ImportFormat, bytes: Uint8Array | string): Promise<string> {
  try {
    const candidates = await readImport(format, inputOf(bytes, 'the-file'))
    for (const { fields, secret } of candidates) {
      expect(keyFields.safeParse(fields).error).toBeUndefined()
      expect(typeof secret).toBe('string')
    }
    return 'read'
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    const { code, details } = error as AppError
    expect(importErrorCodes).toContain(code)
    if (code === 'import-unreadable') expect(details).toMatchObject({ file: 'the-file' })
    expect(printed(error)).not.toContain(CANARY)
    return code
  }
}

describe.each(importFormats)('a damaged %s file', (format) => {
  const bytes = files[format]

  it('cut off anywhere gives candidates or a known error', async () => {
    const step = Math.max(1, Math.floor(bytes.length / 150))
    for (let end = 0; end < bytes.length; end += step) await outcome(format, bytes.subarray(0, end))
  })

  it('with changed, doubled and missing bytes gives candidates or a known error', async () => {
    const spoil = fc.record({
      at: fc.nat({ max: bytes.length }),
      remove: fc.nat({ max: 20 }),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc.constantFrom('"', '\0', '[', '{', '}', '\n', "'", '__proto__', '\u202e').map(utf8)
      )
    })
    await fc.assert(
      fc.asyncProperty(fc.array(spoil, { minLength: 1, maxLength: 4 }), async (changes) => {
        const spoilt = changes.reduce<number[]>(
          (all, { at, remove, insert }) => [...all.slice(0, at), ...insert, ...all.slice(at + remove)],
          [...bytes]
        )
        await outcome(format, new Uint8Array(spoilt))
      }),
      { numRuns: 150 }
    )
  })

  it('of nothing, of noise, or in another format gives candidates or a known error', async () => {
    await outcome(format, '')
    await outcome(
      format,
      new Uint8Array(4096).map((_, index) => (index * 131) % 256)
    )
    for (const other of importFormats) await outcome(format, files[other])
  })

  it('above the size limit is not read', async () => {
    expect(await outcome(format, new Uint8Array(32 * 1024 * 1024 + 1))).toBe('input-too-large')
  })
})

describe('a damaged KDBX 3 file', () => {
  it('gives candidates or a known error, whichever bit is wrong', async () => {
    const bytes = await makeKdbx({ version: 3 })
    // The rounds of the key derivation stand open in the header: most of their bits only make it slow.
    const rounds = Buffer.from(bytes).indexOf(Buffer.from([0x06, 0x08, 0x00])) + 3
    for (let at = 0; at < bytes.length; at += 3) {
      if (at >= rounds && at < rounds + 8) continue
      const spoilt = new Uint8Array(bytes)
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8))
      await outcome('keepass-kdbx', spoilt)
      await outcome('keepass-kdbx', bytes.subarray(0, at))
    }
  })
})

describe('hostile JSON', () => {
  const jsonFormats = ['keyquay', 'bitwarden-json'] as const

  it.each(jsonFormats)('%s refuses deep nesting', async (format) => {
    expect(await outcome(format, '['.repeat(1_000_000))).toBe('import-unreadable')
    expect(await outcome(format, `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)).toBe('import-unreadable')
  })

  it.each(jsonFormats)('%s names a line but never quotes it', async (format) => {
    const text = `{\n"items": [\n"${CANARY}"\n${CANARY}`
    await expect(readImport(format, inputOf(text))).rejects.toMatchObject({ code: 'import-unreadable' })
    await outcome(format, text)
    await expect(readImport(format, inputOf('{\n"items": [1\n,2 3]}'))).rejects.toMatchObject({ details: { line: 3 } })
  })

  it.each([
    ['items is an object', '{"items":{}}'],
    ['an item is a string', '{"items":["x"]}'],
    ['a password is a number', '{"items":[{"type":1,"login":{"password":12345}}]}'],
    ['a name is an array', '{"items":[{"type":1,"name":[]}]}']
  ])('is refused where %s', async (_, text) => {
    expect(await outcome('bitwarden-json', text)).toBe('import-unreadable')
  })

  it('changes no prototype', async () => {
    const proto = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}'
    const login = `{${proto},"type":1,"name":"__proto__","login":{${proto},"password":"x"},"fields":[{"name":"__proto__","value":"y","type":1}]}`
    const [found] = await readImport('bitwarden-json', inputOf(`{${proto},"items":[${login}]}`))
    expect(found!.fields.name).toBe('__proto__')
    expect(await outcome('npmrc', '__proto__=1\n[__proto__]\n_authToken=x\n[constructor]\n_auth=y')).toBe('read')
    expect(await outcome('env', '__proto__=1\nconstructor=2')).toBe('read')
    expect(await outcome('aws-credentials', '[__proto__]\naws_secret_access_key=x\n[constructor]\na=b')).toBe('read')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('cleans names and keeps secrets exactly', async () => {
    const name = `\u001b]0;owned\u0007\r\n\u202eevil\u2028${'x'.repeat(300)}`
    const secret = 'a\u0000\u001b\r\n\t\ud800 b '
    const item = { type: 1, name, notes: 'a\u0007b\nc', favorite: false, login: { password: secret, username: null } }
    const [found] = await readImport('bitwarden-json', inputOf(JSON.stringify({ items: [item] })))
    expect(found!.secret).toBe(secret)
    expect(found!.fields.name).toMatch(/^\]0;owned evil x+$/)
    expect(found!.fields.name).toHaveLength(200)
    expect(found!.fields.notes).toBe('a b\nc')
  })

  it('does not cut a character in two', async () => {
    const item = { type: 1, name: `${'x'.repeat(199)}😀`, login: { password: 'p' } }
    const [found] = await readImport('bitwarden-json', inputOf(JSON.stringify({ items: [item] })))
    expect(found!.fields.name).toBe('x'.repeat(199))
  })
})

describe('a hostile zip', () => {
  it('is refused before it inflates beyond the limit', async () => {
    const bomb = zipSync({ 'export.data': new Uint8Array(65 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await outcome('onepassword-1pux', bomb)).toBe('input-too-large')
  })

  it('gets no more memory than it admits to needing', async () => {
    const bomb = zipSync({ 'export.data': new Uint8Array(65 * 1024 * 1024) }, { level: 9 })
    const at = Buffer.from(bomb.buffer, bomb.byteOffset).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at + 24, 1000, true)
    const before = process.memoryUsage().arrayBuffers
    expect(await outcome('onepassword-1pux', bomb)).toBe('import-unreadable')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })

  it('is refused for too many entries, a missing or repeated export, and paths that leave', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20_001 }, (_, index) => [`f${String(index)}`, new Uint8Array(0)])
    )
    expect(await outcome('onepassword-1pux', zipSync(many, { level: 0 }))).toBe('import-unreadable')
    expect(await outcome('onepassword-1pux', zipSync({ other: strToU8('{}') }))).toBe('import-unreadable')
    expect(await outcome('onepassword-1pux', zipSync({ '../export.data': strToU8('{}') }))).toBe('import-unreadable')
    const twice = zipSync({ 'export.data': strToU8('{}'), 'export.datb': strToU8('{}') })
    const text = Buffer.from(twice).toString('latin1').replaceAll('export.datb', 'export.data')
    expect(await outcome('onepassword-1pux', new Uint8Array(Buffer.from(text, 'latin1')))).toBe('import-unreadable')
  })

  it.each([
    ['no accounts', '{}'],
    ['accounts of a wrong type', '{"accounts":7}'],
    ['deep nesting', '['.repeat(100_000)],
    ['another encoding', '\ufffe{']
  ])('whose export has %s is refused', async (_, text) => {
    expect(await outcome('onepassword-1pux', make1pux(utf8(text)))).toBe('import-unreadable')
  })
})

describe('too much of everything', () => {
  it('is refused past 20,000 candidates', async () => {
    expect(await outcome('env', 'A=1\n'.repeat(20_000))).toBe('read')
    expect(await outcome('env', 'A=1\n'.repeat(20_001))).toBe('import-unreadable')
    expect(await outcome('csv', `name,password\n${'a,b\n'.repeat(20_001)}`)).toBe('import-unreadable')
    expect(await outcome('netrc', 'machine a '.repeat(20_001))).toBe('import-unreadable')
  })

  it('keeps a value over the limit exactly, for the comparison to ignore', async () => {
    const [found] = await readImport('env', inputOf(`A_KEY=${'x'.repeat(70_000)}`))
    expect(found!.secret).toHaveLength(70_000)
  })

  it('reads text that is not UTF-8 in no text format', async () => {
    const broken = (bytes: Uint8Array): Uint8Array => new Uint8Array([...bytes, 0xc3, 0x28])
    for (const format of ['env', 'csv', 'bitwarden-json', 'aws-credentials', 'npmrc', 'netrc', 'keyquay'] as const) {
      expect(await outcome(format, broken(files[format]))).toBe('import-unreadable')
    }
    expect(await outcome('bitwarden-json', fixture('bitwarden-encrypted.json'))).toBe('import-encrypted')
  })
})
