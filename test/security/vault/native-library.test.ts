import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'keyquay-native-'))
afterAll(() => {
  delete process.env.NAPI_RS_NATIVE_LIBRARY_PATH
  rmSync(folder, { recursive: true, force: true })
})

it('no variable of the environment puts code beside the password where the key is derived', async () => {
  const proof = join(folder, 'ran')
  const script = join(folder, 'foreign.cjs')
  writeFileSync(
    script,
    `require('node:fs').writeFileSync(${JSON.stringify(proof)}, ''); exports.hashRaw = async () => Buffer.alloc(32)`
  )
  process.env.NAPI_RS_NATIVE_LIBRARY_PATH = script
  const { COST_FLOOR, derivePasswordKey } = await import('@main/crypto/argon2')
  const { deriveImportKey } = await import('@main/crypto/import-key')
  const password = Buffer.from('correct horse battery staple')
  const salt = Buffer.from('0123456789abcdef')
  const key = await derivePasswordKey(password, salt, COST_FLOOR)
  const { memoryKiB, passes, lanes } = COST_FLOOR
  const again = await deriveImportKey({
    type: 'argon2id',
    version: 0x13,
    password,
    salt,
    memoryKiB,
    passes,
    lanes,
    outputBytes: 32
  })
  expect(existsSync(proof)).toBe(false)
  expect(key.use((bytes) => Buffer.from(bytes).toString('hex'))).toBe(Buffer.from(again).toString('hex'))
  expect(Buffer.from(again).some((byte) => byte !== 0)).toBe(true)
})
