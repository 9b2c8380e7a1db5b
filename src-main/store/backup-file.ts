import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { AppError } from '@contract/errors'
import { instant } from '@contract/model/base'
import { z } from 'zod'
import type { Secret } from '../crypto/secret'
import { createAuthenticator, sameBytes } from '../crypto/wrap'
import { writeNewFile } from './replace-file'
import { HEADER_MAX_BYTES, parseHeader, type VaultHeader } from './vault-header'

// One file: the magic line; then manifest, header and database, each after its length as eight bytes, most significant
// first; then an HMAC of all before it, under a key derived from the data key.
const MAGIC = Buffer.from('KEYQUAY BACKUP\n')
const LENGTH_BYTES = 8
const MAC_BYTES = 32
const MANIFEST_FORMAT = 1
const MANIFEST_MAX_BYTES = 64 * 1024
const CHUNK_BYTES = 1024 * 1024

const manifest = z.strictObject({
  format: z.literal(MANIFEST_FORMAT),
  vaultId: z.string(),
  madeAt: instant,
  /** Rows of each table. */
  inventory: z.record(z.string(), z.int().nonnegative())
})
const anyFormat = z.object({ format: z.int().positive() })

export type BackupManifest = z.infer<typeof manifest>

/** A backup as far as it can be read without a key. */
export interface BackupFile {
  readonly file: string
  readonly bytes: number
  readonly manifest: BackupManifest
  readonly header: VaultHeader
  readonly databaseAt: number
  readonly databaseBytes: number
}

export function newManifest(content: Omit<BackupManifest, 'format'>): BackupManifest {
  return { format: MANIFEST_FORMAT, ...content }
}

/** Writes a backup to a new file, durable when it returns. `headerBytes` are the bytes of `vault.json`. */
export function writeBackupFile(
  file: string,
  content: { manifest: BackupManifest; headerBytes: Uint8Array; database: string; dataKey: Secret }
): void {
  writeNewFile(file, authenticated(partsOf(content), content.dataKey))
}

/**
 * Reads everything but the database. Throws `file-unreadable`, `vault-newer`, and `backup-damaged` for what is no
 * backup, is cut short or has something after it.
 */
export function readBackupFile(file: string): BackupFile {
  return withFile(file, (descriptor) => {
    const damaged = new AppError('backup-damaged', { file })
    const bytes = fstatSync(descriptor).size
    let at = 0
    const take = (count: number): Buffer => {
      const part = Buffer.alloc(count)
      if (readSync(descriptor, part, 0, count, at) !== count) throw damaged
      at += count
      return part
    }
    const takeLength = (most: number): number => {
      const length = Number(take(LENGTH_BYTES).readBigUInt64BE())
      if (length > most) throw damaged
      return length
    }

    if (!sameBytes(take(MAGIC.length), MAGIC)) throw damaged
    const found = parseManifest(take(takeLength(MANIFEST_MAX_BYTES)), file)
    const header = parseBackupHeader(take(takeLength(HEADER_MAX_BYTES)), file)
    const databaseBytes = takeLength(bytes)
    if (at + databaseBytes + MAC_BYTES !== bytes || header.vaultId !== found.vaultId) throw damaged
    return { file, bytes, manifest: found, header, databaseAt: at, databaseBytes }
  })
}

/** Writes the database of a backup to a new file. Throws `backup-damaged` once all was read and the HMAC does not fit. */
export function extractDatabase(backup: BackupFile, dataKey: Secret, to: string): void {
  withFile(backup.file, (descriptor) => {
    const mac = createAuthenticator(dataKey, 'keyquay/1/backup')
    for (const chunk of chunksOf(descriptor, 0, backup.databaseAt)) mac.update(chunk)
    writeNewFile(
      to,
      (function* () {
        for (const chunk of chunksOf(descriptor, backup.databaseAt, backup.databaseBytes)) {
          mac.update(chunk)
          yield chunk
        }
      })()
    )
    const found = Buffer.alloc(MAC_BYTES)
    readSync(descriptor, found, 0, MAC_BYTES, backup.databaseAt + backup.databaseBytes)
    if (!sameBytes(mac.digest(), found)) throw new AppError('backup-damaged', { file: backup.file })
  })
}

function* partsOf({
  manifest: content,
  headerBytes,
  database
}: {
  manifest: BackupManifest
  headerBytes: Uint8Array
  database: string
}): Generator<Uint8Array> {
  const manifestBytes = new TextEncoder().encode(JSON.stringify(content))
  yield MAGIC
  yield lengthOf(manifestBytes.length)
  yield manifestBytes
  yield lengthOf(headerBytes.length)
  yield headerBytes
  const descriptor = openSync(database, 'r')
  try {
    const { size } = fstatSync(descriptor)
    yield lengthOf(size)
    yield* chunksOf(descriptor, 0, size)
  } finally {
    closeSync(descriptor)
  }
}

function* authenticated(parts: Iterable<Uint8Array>, dataKey: Secret): Generator<Uint8Array> {
  const mac = createAuthenticator(dataKey, 'keyquay/1/backup')
  for (const part of parts) {
    mac.update(part)
    yield part
  }
  yield mac.digest()
}

function* chunksOf(descriptor: number, from: number, count: number): Generator<Uint8Array> {
  const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, count))
  for (let done = 0; done < count;) {
    const read = readSync(descriptor, chunk, 0, Math.min(chunk.length, count - done), from + done)
    if (read === 0) return
    yield chunk.subarray(0, read)
    done += read
  }
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(LENGTH_BYTES)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}

function parseManifest(bytes: Uint8Array, file: string): BackupManifest {
  const damaged = new AppError('backup-damaged', { file })
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw damaged
  }
  const format = anyFormat.safeParse(json)
  if (format.success && format.data.format > MANIFEST_FORMAT) {
    throw new AppError('vault-newer', { found: format.data.format, known: MANIFEST_FORMAT })
  }
  const parsed = manifest.safeParse(json)
  if (!parsed.success) throw damaged
  return parsed.data
}

function parseBackupHeader(bytes: Uint8Array, file: string): VaultHeader {
  try {
    return parseHeader(bytes, file)
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-damaged') throw new AppError('backup-damaged', { file })
    throw error
  }
}

function withFile<Value>(file: string, work: (descriptor: number) => Value): Value {
  const descriptor = openRegular(file)
  try {
    return work(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

// Opening a pipe waits for its other end, and opening a device may do anything. What was put there since the first look
// is opened without waiting, and looked at again. Windows has neither, and not this flag.
function openRegular(file: string): number {
  const unreadable = new AppError('file-unreadable', { file })
  let descriptor: number
  try {
    if (!statSync(file).isFile()) throw unreadable
    descriptor = openSync(file, constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0))
  } catch {
    throw unreadable
  }
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw unreadable
}
