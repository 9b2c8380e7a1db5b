import type { Algorithm, Version } from '@node-rs/argon2'
import { argon2Native } from './argon2-native'

// The package declares these as ambient enums, which leave no value to import.
/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- see above */
const ALGORITHMS: Readonly<Record<'argon2d' | 'argon2id', Algorithm>> = { argon2d: 0, argon2id: 2 }
const VERSIONS: Readonly<Record<0x10 | 0x13, Version>> = { 0x10: 0, 0x13: 1 }
/* eslint-enable @typescript-eslint/no-unsafe-enum-assignment */

/** Argon2 with the parameters of another tool's file (RFC 9106). The caller has checked what they cost. */
export async function deriveImportKey(job: {
  readonly type: 'argon2d' | 'argon2id'
  readonly version: 0x10 | 0x13
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
  readonly outputBytes: number
}): Promise<Uint8Array> {
  const { hashRaw } = await argon2Native()
  return hashRaw(job.password, {
    algorithm: ALGORITHMS[job.type],
    version: VERSIONS[job.version],
    salt: job.salt,
    memoryCost: job.memoryKiB,
    timeCost: job.passes,
    parallelism: job.lanes,
    outputLen: job.outputBytes
  })
}
