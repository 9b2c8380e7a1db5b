import { argon2 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ImportFormat } from '@contract/model/import'
import { strToU8, zipSync } from 'fflate'
import { Consts, Credentials, CryptoEngine, Int64, Kdbx, ProtectedValue, VarDictionary } from 'kdbxweb'
import type { Argon2Derive, ImportInput } from '@main/importers/candidate'

/** Stands in every secret of the fixtures. */
export const CANARY = 'canary0000'
export const KDBX_PASSWORD = 'correct horse'

/** Node's own Argon2 (OpenSSL): independent of the one the app ships. It knows version 0x13 only. */
export const nodeArgon2: Argon2Derive = (job) =>
  promisify(argon2)(job.type, {
    message: job.password,
    nonce: job.salt,
    memory: job.memoryKiB,
    passes: job.passes,
    parallelism: job.lanes,
    tagLength: job.outputBytes
  })

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/imports/${name}`, import.meta.url))))
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function inputOf(bytes: Uint8Array | string, fileName = 'file'): ImportInput {
  return {
    bytes: typeof bytes === 'string' ? utf8(bytes) : bytes,
    fileName,
    password: utf8(KDBX_PASSWORD),
    derive: nodeArgon2
  }
}

export function make1pux(data: Uint8Array = fixture('onepassword-export-data.json')): Uint8Array {
  return zipSync({
    'export.attributes': strToU8('{"version":3,"description":"1Password Unencrypted Export","createdAt":1700000000}'),
    'export.data': data,
    'files/x__note.txt': strToU8('an attachment')
  })
}

export interface KdbxOptions {
  readonly version?: 3 | 4
  readonly kdf?: string
  readonly memoryBytes?: number
  readonly passes?: number
  readonly lanes?: number
  readonly aesRounds?: number
  readonly notes?: string
  readonly tags?: string[]
}

/** A database as KeePassXC keeps one: groups, a star, protected attributes, a history and a filled recycle bin. */
export async function makeKdbx(options: KdbxOptions = {}): Promise<Uint8Array> {
  const { UInt32, UInt64 } = VarDictionary.ValueType
  CryptoEngine.setArgon2Impl(async (password, salt, memoryKiB, passes, outputBytes, lanes, type, version) => {
    const bytes = { password: new Uint8Array(password), salt: new Uint8Array(salt) }
    const job = { ...bytes, memoryKiB, passes, lanes, outputBytes, version }
    return new Uint8Array(await nodeArgon2({ ...job, type: type === 0 ? 'argon2d' : 'argon2id' })).buffer
  })
  const db = Kdbx.create(new Credentials(ProtectedValue.fromString(KDBX_PASSWORD)), 'Vault')
  if (options.version === 3) {
    db.setVersion(3)
    db.header.keyEncryptionRounds = options.aesRounds ?? 100
  } else {
    const kdf = options.kdf ?? Consts.KdfId.Argon2id
    db.setKdf(kdf)
    const parameters = db.header.kdfParameters!
    if (kdf === Consts.KdfId.Aes) parameters.set('R', UInt32, options.aesRounds ?? 100)
    else {
      parameters.set('M', UInt64, Int64.from(options.memoryBytes ?? 64 * 1024))
      parameters.set('I', UInt64, Int64.from(options.passes ?? 1))
      parameters.set('P', UInt32, options.lanes ?? 1)
    }
  }
  fill(db, options)
  return new Uint8Array(await db.save())
}

function fill(db: Kdbx, options: KdbxOptions): void {
  const root = db.getDefaultGroup()
  const cloud = db.createGroup(db.createGroup(root, 'Work'), 'Cloud')
  const entry = db.createEntry(cloud)
  entry.fields.set('Password', ProtectedValue.fromString(`${CANARY}-before`))
  entry.pushHistory()
  entry.fields.set('Title', 'Twilio')
  entry.fields.set('UserName', 'octo')
  entry.fields.set('Password', ProtectedValue.fromString(`${CANARY}-twilio\ttab`))
  entry.fields.set('URL', 'https://console.twilio.com')
  entry.fields.set('Notes', options.notes ?? 'two\nlines')
  entry.fields.set('SENDGRID_API_KEY', ProtectedValue.fromString(`SG.${CANARY}aBcDeFgHiJkLmNoP`))
  entry.fields.set('Region', ProtectedValue.fromString('eu'))
  entry.fields.set('otp', ProtectedValue.fromString(`otpauth://totp/x?secret=${CANARY}`))
  entry.tags = options.tags ?? ['billing', 'Favorite']
  entry.times.creationTime = new Date('2023-05-06T07:08:09Z')
  entry.times.expires = true
  entry.times.expiryTime = new Date('2027-05-06T07:08:09Z')
  const trash = db.createEntry(root)
  trash.fields.set('Title', 'Thrown away')
  trash.fields.set('Password', ProtectedValue.fromString(`${CANARY}-trash`))
  db.remove(trash)
}

/** One whole file of each format. */
export async function wholeFiles(): Promise<Record<ImportFormat, Uint8Array>> {
  return {
    keyquay: fixture('keyquay.json'),
    env: fixture('service.env'),
    csv: fixture('keepassxc.csv'),
    'bitwarden-json': fixture('bitwarden.json'),
    'onepassword-1pux': make1pux(),
    'keepass-kdbx': await makeKdbx(),
    'aws-credentials': fixture('aws-credentials.ini'),
    npmrc: fixture('packages.npmrc'),
    netrc: fixture('machines.netrc')
  }
}
