import { AsyncLocalStorage } from 'node:async_hooks'
import { AppError } from '@contract/errors'
import { Credentials, CryptoEngine, Kdbx, KdbxError, KdbxFormat, ProtectedValue } from 'kdbxweb'
import type { Argon2Derive, ImportInput } from './candidate'
import { checkInflatedSize, checkKdbxCost } from './kdbx-cost'
import { pruneKdbxXml, type XmlNode } from './kdbx-xml'
import { IMPORT_LIMITS } from './limits'
import { unreadable } from './unreadable'

/** The library knows one Argon2 for the whole process; this hands each file the one that came with it. */
const deriving = new AsyncLocalStorage<Argon2Derive | undefined>()

const deriveHere: CryptoEngine.Argon2Fn = async (
  password,
  salt,
  memoryKiB,
  passes,
  outputBytes,
  lanes,
  type,
  version
) => {
  const derive = deriving.getStore()
  if (derive === undefined) throw new Error('no Argon2 was given')
  const key = await derive({
    type: type === CryptoEngine.Argon2TypeArgon2d ? 'argon2d' : 'argon2id',
    version,
    password: new Uint8Array(password),
    salt: new Uint8Array(salt),
    memoryKiB,
    passes,
    lanes,
    outputBytes
  })
  return new Uint8Array(key).buffer
}

/** Steps of the library that it keeps to itself, at which a hostile file has to be stopped. */
interface Steps {
  decryptData(data: ArrayBuffer, key: ArrayBuffer): Promise<ArrayBuffer>
  setProtectedValues(): Promise<void>
}

/**
 * Unlocks a KDBX 3 or 4 file with `input.password`. Throws `wrong-password` (also when none was given),
 * `kdf-too-strong`, `input-too-large`, `import-unreadable`. A damaged KDBX 3 file cannot be told from a wrong password.
 */
export async function openKdbx(input: ImportInput): Promise<Kdbx> {
  const data = new Uint8Array(input.bytes).buffer
  try {
    checkKdbxCost(data)
    if (input.password === undefined) throw wrongPassword()
    const kdbx = new Kdbx()
    kdbx.credentials = new Credentials(ProtectedValue.fromBinary(new Uint8Array(input.password).buffer))
    const format = new KdbxFormat(kdbx)
    guard(format, kdbx)
    CryptoEngine.setArgon2Impl(deriveHere)
    return await deriving.run(input.derive, () => format.load(data))
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof KdbxError && error.code === 'InvalidKey') throw wrongPassword()
    throw unreadable(input.fileName)
  }
}

function guard(format: KdbxFormat, kdbx: Kdbx): void {
  const steps = format as unknown as Steps
  const decryptData = steps.decryptData.bind(format)
  const setProtectedValues = steps.setProtectedValues.bind(format)
  steps.decryptData = async (data, key) => {
    const payload = await decryptData(data, key)
    checkInflatedSize(kdbx.header, payload, IMPORT_LIMITS.inflatedBytes)
    return payload
  }
  steps.setProtectedValues = async () => {
    // Values are unmasked in the order of the document: only then may parts of it go.
    await setProtectedValues()
    pruneKdbxXml(kdbx.xml as unknown as XmlNode)
  }
}

function wrongPassword(): AppError<'wrong-password'> {
  return new AppError('wrong-password', { retryAfterMs: 0 })
}
