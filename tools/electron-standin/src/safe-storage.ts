import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { answered } from './answered.ts'
import { app } from './app.ts'
import { lifecycle } from './lifecycle.ts'

type Backend = ReturnType<Electron.SafeStorage['getSelectedStorageBackend']>

// Chromium's, in components/os_crypt: v10 is a constant password, v11 one from the keyring.
const iv = Buffer.alloc(16, ' ')
const keyOf = (password: string): Buffer => pbkdf2Sync(password, 'saltysalt', 1, 16, 'sha1')
const keys: Readonly<Record<string, Buffer>> = { v10: keyOf('peanuts'), v11: keyOf('electron-standin keyring') }

let chosenBackend: Backend | undefined
let isPlainTextAllowed = false

/** A test gives the machine a keyring, or takes it away. */
export function setStorageBackend(backend: Backend): void {
  chosenBackend = backend
}

// Electron's own switch chooses the backend at start; without a desktop it is basic_text.
function backend(): Backend {
  const asked = app.commandLine.getSwitchValue('password-store').replace('-', '_')
  if (chosenBackend !== undefined) return chosenBackend
  return ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'].includes(asked) ? (asked as Backend) : 'basic_text'
}

function hasKeyring(): boolean {
  return backend() !== 'basic_text' && backend() !== 'unknown'
}

function encrypt(plainText: string): Buffer {
  const tag = hasKeyring() ? 'v11' : 'v10'
  const cipher = createCipheriv('aes-128-cbc', keys[tag] ?? iv, iv)
  return Buffer.concat([Buffer.from(tag), cipher.update(plainText, 'utf8'), cipher.final()])
}

function decrypt(encrypted: Buffer, caller: string): string {
  const key = keys[encrypted.subarray(0, 3).toString()]
  // Without the keyring there is no key for what was encrypted with it.
  if (!key || (encrypted[2] === 0x31 && !hasKeyring()))
    throw new Error(`Error while decrypting the ciphertext provided to safeStorage.${caller}.`)
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, iv)
    return Buffer.concat([decipher.update(encrypted.subarray(3)), decipher.final()]).toString('utf8')
  } catch {
    throw new Error(`Error while decrypting the ciphertext provided to safeStorage.${caller}.`)
  }
}

function requireReady(caller: string): void {
  if (!lifecycle.isReady) throw new Error(`safeStorage.${caller} cannot be used before app is ready`)
}

/** Electron's `safeStorage`, as it is on a Linux machine without a keyring unless a test gives it one. */
export const safeStorage = answered('safeStorage', {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => lifecycle.isReady,
  encryptStringAsync: async (plainText: string): Promise<Buffer> => {
    requireReady('encryptStringAsync')
    return encrypt(plainText)
  },
  decryptStringAsync: async (encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> => {
    requireReady('decryptStringAsync')
    return { result: decrypt(encrypted, 'decryptStringAsync'), shouldReEncrypt: encrypted[2] === 0x30 && hasKeyring() }
  },
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- an app may still call it
  isEncryptionAvailable: (): boolean => lifecycle.isReady && (hasKeyring() || isPlainTextAllowed),
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- an app may still call it
  encryptString: (plainText: string): Buffer => {
    if (!safeStorage.isEncryptionAvailable())
      throw new Error(
        'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.'
      )
    return encrypt(plainText)
  },
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- an app may still call it
  decryptString: (encrypted: Buffer): string => {
    if (!safeStorage.isEncryptionAvailable())
      throw new Error(
        'Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.'
      )
    return decrypt(encrypted, 'decryptString')
  },
  getSelectedStorageBackend: (): Backend => (lifecycle.isReady ? backend() : 'unknown'),
  setUsePlainTextEncryption: (usePlainText: boolean): void => void (isPlainTextAllowed = usePlainText)
} satisfies Electron.SafeStorage)
