import { randomBytes } from 'node:crypto'
import { AppError } from '@contract/errors'
import { instant } from '@contract/model/base'
import { z } from 'zod'
import type { Secret } from '../crypto/secret'
import { createAuthenticator, sameBytes } from '../crypto/wrap'

export const HEADER_FORMAT = 1
export const HEADER_MAX_BYTES = 64 * 1024

const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${String(bytes * 2)}}$`))

const slot = z.strictObject({ salt: hex(16), nonce: hex(12), key: hex(32), tag: hex(16) })
const passwordSlot = z.strictObject({
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    version: z.literal(19),
    memoryKiB: z.int().positive(),
    passes: z.int().positive(),
    lanes: z.int().positive()
  }),
  ...slot.shape
})

const header = z.strictObject({
  format: z.literal(HEADER_FORMAT),
  vaultId: hex(16),
  createdAt: instant,
  hint: z.string().max(200),
  /** The database this header belongs to. Replacing the header is what puts another database in its place. */
  database: z.string().regex(/^vault-[1-9]\d{0,8}\.db$/),
  slots: z.strictObject({ password: passwordSlot, recovery: slot.nullable(), device: slot.nullable() }),
  mac: hex(32)
})

export type VaultHeader = z.infer<typeof header>
export type HeaderSlot = z.infer<typeof slot>
export type HeaderSlots = VaultHeader['slots']
export type HeaderContent = Omit<VaultHeader, 'mac'>

const anyFormat = z.object({ format: z.int().positive() })

export function createVaultId(): string {
  return randomBytes(16).toString('hex')
}

/** The one way a header is written: every other spelling of the same content is damage. */
export function headerBytes(content: VaultHeader): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)
}

/**
 * Reads a header of this version. Throws `vault-newer` for a later format, `vault-damaged` for anything else that is
 * not, byte for byte, what {@link headerBytes} writes. Whether it is authentic shows only once it is unlocked.
 */
export function parseHeader(bytes: Uint8Array, file: string): VaultHeader {
  const damaged = new AppError('vault-damaged', { file })
  if (bytes.length > HEADER_MAX_BYTES) throw damaged
  const json = parseJson(bytes)
  const format = anyFormat.safeParse(json)
  if (format.success && format.data.format > HEADER_FORMAT) {
    throw new AppError('vault-newer', { found: format.data.format, known: HEADER_FORMAT })
  }
  const parsed = header.safeParse(json)
  if (!parsed.success || !sameBytes(headerBytes(parsed.data), bytes)) throw damaged
  return parsed.data
}

export function sameHeader(one: VaultHeader, other: VaultHeader): boolean {
  return sameBytes(headerBytes(one), headerBytes(other))
}

/** Completes a header with its MAC under the data key. */
export function sealHeader(content: HeaderContent, dataKey: Secret): VaultHeader {
  const { format, vaultId, createdAt, hint, database, slots } = content
  const ordered = { format, vaultId, createdAt, hint, database, slots }
  return { ...ordered, mac: macOf(ordered, dataKey) }
}

/** Throws `vault-damaged` unless the whole header was written by someone who had the data key. */
export function checkHeader(content: VaultHeader, dataKey: Secret, file: string): void {
  const { mac, ...rest } = content
  if (!sameBytes(Buffer.from(macOf(rest, dataKey)), Buffer.from(mac))) throw new AppError('vault-damaged', { file })
}

/** The database's running number: `vault-3.db` is 3. */
export function databaseNumber(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0)
}

export function databaseName(number: number): string {
  return `vault-${String(number)}.db`
}

function macOf(content: HeaderContent, dataKey: Secret): string {
  const bytes = new TextEncoder().encode(JSON.stringify(content))
  return createAuthenticator(dataKey, 'keyquay/1/header').update(bytes).digest('hex')
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}
