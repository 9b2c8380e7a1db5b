import { AppError } from '@contract/errors'
import type { Algorithm, Version } from '@node-rs/argon2'
import { argon2Native } from './argon2-native'
import { checkPasswordLength } from './password'
import { Secret } from './secret'

/** What one guess of a password costs (RFC 9106): memory in KiB, passes over it, lanes in parallel. */
export interface KdfCost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** The least that is accepted, at creation and from a file: a header below it was made to be guessed. */
export const COST_FLOOR: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 }
/** The most that is accepted: a header above it was made to exhaust this machine. */
export const COST_CEILING: KdfCost = { memoryKiB: 1024 * 1024, passes: 20, lanes: 16 }
export const COST_DEFAULT: KdfCost = { memoryKiB: 256 * 1024, passes: 3, lanes: 4 }

export const KDF_SALT_BYTES = 16
const OUTPUT_BYTES = 32
// The package declares these as ambient enums, which leave no value to import.
/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- see above */
const ARGON2ID: Algorithm = 2
const VERSION_0X13: Version = 1
/* eslint-enable @typescript-eslint/no-unsafe-enum-assignment */

const TARGET_MS = 1_000
const MOST_CALIBRATED_PASSES = 12

/** Throws `kdf-too-weak` or `kdf-too-strong`. Takes no memory, so it comes before anything that does. */
export function checkCost(cost: KdfCost): void {
  const parts = ['memoryKiB', 'passes', 'lanes'] as const
  if (parts.some((part) => !Number.isSafeInteger(cost[part]) || cost[part] < COST_FLOOR[part])) {
    throw new AppError('kdf-too-weak', {})
  }
  if (parts.some((part) => cost[part] > COST_CEILING[part])) throw new AppError('kdf-too-strong', {})
}

/**
 * Argon2id, version 0x13, 32 bytes out. Runs on libuv's thread pool: the calling thread stays free.
 * Neither zeroes nor keeps the password. Throws `kdf-too-weak`, `kdf-too-strong`, `input-invalid`.
 */
export async function derivePasswordKey(password: Uint8Array, salt: Uint8Array, cost: KdfCost): Promise<Secret> {
  checkCost(cost)
  checkPasswordLength(password)
  if (salt.length !== KDF_SALT_BYTES) throw new RangeError(`a salt has ${String(KDF_SALT_BYTES)} bytes`)
  const { hashRaw } = await argon2Native()
  const key = await hashRaw(password, {
    algorithm: ARGON2ID,
    version: VERSION_0X13,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: OUTPUT_BYTES,
    salt
  })
  return Secret.from(key)
}

/** How long one derivation takes here, in milliseconds. */
export async function measureCost(cost: KdfCost): Promise<number> {
  const startedAt = performance.now()
  const key = await derivePasswordKey(new Uint8Array([0]), new Uint8Array(KDF_SALT_BYTES), cost)
  key.dispose()
  return performance.now() - startedAt
}

/**
 * The cost for a new password: the default, with more passes where this machine is quick, so that one guess takes
 * about a second. Never below the default, however slow or busy the machine.
 */
export async function calibrateCost(measure: (cost: KdfCost) => Promise<number> = measureCost): Promise<KdfCost> {
  const onePassMs = (await measure(COST_DEFAULT)) / COST_DEFAULT.passes
  const passes = Math.floor(TARGET_MS / Math.max(onePassMs, 1))
  return { ...COST_DEFAULT, passes: Math.min(Math.max(passes, COST_DEFAULT.passes), MOST_CALIBRATED_PASSES) }
}
