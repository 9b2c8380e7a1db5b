import { closeSync, mkdtempSync, openSync, readdirSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAppError } from '@contract/errors'
import { COST_FLOOR, derivePasswordKey } from '../crypto/argon2'
import { passwordBytes } from '../crypto/password'
import { systemClock } from './clock'
import { createWorkerVaultHost } from './vault-host'

const PASSWORD = 'Keyquay self-test'
const SALT = '0123456789abcdef'
/** Of password and salt at the lowest cost, as `crypto.argon2Sync` of Node 24 has it. */
const DERIVED = '9d0c721ff7cdc86eea4f1597c7884178dc2e12c55836b1bc2ee9cfe05c0580fc'
const PLAINTEXT_START = 'SQLite format 3\0'

/**
 * Whether the two native modules do here what they do where they are tested: a derivation with a known answer, and an
 * encrypted database on its own thread, made, closed, opened again and closed to a wrong password. In a temporary
 * folder that goes with it. Answers what failed, or null; never throws.
 */
export async function selfTest(): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'keyquay-self-test-'))
  try {
    return (await derivation()) ?? (await database(join(folder, 'vault')))
  } catch (error) {
    return `a native module: ${error instanceof Error ? error.message : 'unknown'}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function derivation(): Promise<string | null> {
  const key = await derivePasswordKey(passwordBytes(PASSWORD), Buffer.from(SALT), COST_FLOOR)
  const derived = key.use((bytes) => Buffer.from(bytes).toString('hex'))
  key.dispose()
  return derived === DERIVED ? null : 'the key derivation'
}

async function database(folder: string): Promise<string | null> {
  const host = createWorkerVaultHost(folder, systemClock)
  const open = (password: string): ReturnType<typeof host.open> =>
    host.open({ slot: 'password', password: passwordBytes(password) })
  try {
    const made = await host.create({ password: passwordBytes(PASSWORD), hint: '' })
    const entries = await made.store.audit.count({})
    await made.close()
    const again = await open(PASSWORD)
    const isWhole = (await again.store.audit.count({})) >= entries && (await again.store.audit.verify()).whole
    await again.close()
    if (!isWhole) return 'reading the database again'
    if (!isEncrypted(folder)) return 'the encryption of the database'
    return await open('another password').then(
      () => 'refusing a wrong password',
      (error: unknown) => (isAppError(error) && error.code === 'wrong-password' ? null : 'refusing a wrong password')
    )
  } finally {
    await host.dispose()
  }
}

function isEncrypted(folder: string): boolean {
  const databases = readdirSync(folder).filter((name) => name.endsWith('.db'))
  return databases.length > 0 && databases.every((name) => firstBytes(join(folder, name)) !== PLAINTEXT_START)
}

function firstBytes(file: string): string {
  const bytes = Buffer.alloc(PLAINTEXT_START.length)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(descriptor)
  }
  return bytes.toString('latin1')
}
