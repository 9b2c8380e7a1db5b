import { Consts } from 'kdbxweb'
import { describe, expect, it, vi } from 'vitest'
import { readImport } from '@main/importers/read-import'
import { CANARY, inputOf, makeKdbx, nodeArgon2, utf8 } from './files'

const kinds = [
  ['KDBX 3, AES-KDF', { version: 3 }],
  ['KDBX 4, AES-KDF', { kdf: Consts.KdfId.Aes }],
  ['KDBX 4, Argon2d', { kdf: Consts.KdfId.Argon2d }],
  ['KDBX 4, Argon2id', { kdf: Consts.KdfId.Argon2id, passes: 3, lanes: 2 }]
] as const

describe('KeePass', () => {
  it.each(kinds)(
    'reads %s: passwords and protected keys, no history, recycle bin or one-time password',
    async (_, options) => {
      const candidates = await readImport('keepass-kdbx', inputOf(await makeKdbx(options)))
      expect(candidates.map(({ fields, secret, likelySecret }) => [fields.name, secret, likelySecret])).toEqual([
        ['Twilio', `${CANARY}-twilio\ttab`, true],
        ['Twilio SENDGRID_API_KEY', `SG.${CANARY}aBcDeFgHiJkLmNoP`, true]
      ])
      expect(candidates[0]!.fields).toMatchObject({
        provider: 'twilio',
        description: 'octo\nhttps://console.twilio.com/',
        notes: 'two\nlines',
        tags: ['Work/Cloud', 'billing'],
        favourite: true,
        createdAt: '2023-05-06T07:08:09.000Z',
        expiresAt: '2027-05-06T07:08:09.000Z'
      })
      expect(candidates[1]!.fields).toMatchObject({ provider: 'sendgrid', envName: 'SENDGRID_API_KEY' })
    }
  )

  it.each(kinds)('says that the password of %s is wrong or missing', async (_, options) => {
    const bytes = await makeKdbx(options)
    const wrong = { bytes, fileName: 'v.kdbx', derive: nodeArgon2, password: utf8('wrong') }
    await expect(readImport('keepass-kdbx', wrong)).rejects.toMatchObject({ code: 'wrong-password' })
    const missing = { bytes, fileName: 'v.kdbx', derive: nodeArgon2 }
    await expect(readImport('keepass-kdbx', missing)).rejects.toMatchObject({ code: 'wrong-password' })
  })

  it('leaves the password bytes to their owner', async () => {
    const input = inputOf(await makeKdbx())
    const before = new Uint8Array(input.password!)
    await readImport('keepass-kdbx', input)
    expect(input.password).toEqual(before)
  })

  it('reads two files at once, each with its own derivation', async () => {
    const bytes = await makeKdbx()
    const [one, other] = [vi.fn(nodeArgon2), vi.fn(nodeArgon2)]
    await Promise.all([one, other].map((derive) => readImport('keepass-kdbx', { ...inputOf(bytes), derive })))
    expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 1])
  })

  it('is unreadable where Argon2 is needed and none was given', async () => {
    const { bytes, fileName, password } = inputOf(await makeKdbx())
    await expect(readImport('keepass-kdbx', { bytes, fileName, password: password! })).rejects.toMatchObject({
      code: 'import-unreadable'
    })
  })
})

describe('a KeePass file made to exhaust the machine', () => {
  /** Rewrites a number in the KDF parameters of the header: name, length 8 or 4, value. */
  function withParameter(bytes: Uint8Array, name: string, value: bigint): Uint8Array {
    const copy = new Uint8Array(bytes)
    const at = Buffer.from(copy.buffer).indexOf(Buffer.from([0x01, 0x00, 0x00, 0x00, name.charCodeAt(0)]))
    const view = new DataView(copy.buffer)
    if (view.getUint32(at + 5, true) === 8) view.setBigUint64(at + 9, value, true)
    else view.setUint32(at + 9, Number(value), true)
    return copy
  }

  it.each([
    ['memory', 'M', 2n * 1024n ** 3n],
    ['memory beyond what a number holds', 'M', 0xffff_ffff_ffff_fc00n],
    ['passes', 'I', 4_000_000_000n],
    ['lanes', 'P', 65n]
  ])('is refused for its %s before anything is derived', async (_, name, value) => {
    const derive = vi.fn(nodeArgon2)
    const bytes = withParameter(await makeKdbx({ memoryBytes: 16 * 1024 * 1024 }), name, value)
    await expect(readImport('keepass-kdbx', { ...inputOf(bytes), derive })).rejects.toMatchObject({
      code: 'kdf-too-strong'
    })
    expect(derive).not.toHaveBeenCalled()
  })

  it('is refused for its AES rounds in both versions', async () => {
    const four = withParameter(await makeKdbx({ kdf: Consts.KdfId.Aes }), 'R', 4_000_000_000n)
    await expect(readImport('keepass-kdbx', inputOf(four))).rejects.toMatchObject({ code: 'kdf-too-strong' })
    const three = new Uint8Array(await makeKdbx({ version: 3 }))
    const at = Buffer.from(three.buffer).indexOf(Buffer.from([0x06, 0x08, 0x00]))
    new DataView(three.buffer).setBigUint64(at + 3, 200_000_000n, true)
    await expect(readImport('keepass-kdbx', inputOf(three))).rejects.toMatchObject({ code: 'kdf-too-strong' })
  })

  it.each([3, 4] as const)('is refused when version %i would inflate beyond the limit', async (version) => {
    const bytes = await makeKdbx({ version, notes: ' '.repeat(65 * 1024 * 1024) })
    expect(bytes.length).toBeLessThan(1024 * 1024)
    await expect(readImport('keepass-kdbx', inputOf(bytes))).rejects.toMatchObject({ code: 'input-too-large' })
  })

  it('does not split 100 KB of blanks into tags', async () => {
    const [found] = await readImport('keepass-kdbx', inputOf(await makeKdbx({ tags: [`a${' '.repeat(100_000)}b`] })))
    expect(found!.fields.tags).toEqual(['Work/Cloud', 'a'])
  })
})
