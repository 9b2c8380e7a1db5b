import { z } from 'zod'
import { instant, keyId } from './base'
import { connectionId, failure } from './connection'

/**
 * Where a rotation stands. Each step is durable: a start of the app continues with the one that is named.
 * `creating` → `writing` → `verifying` → `grace` → `revoking` → `done`. `manual` waits for a value that is made in the
 * provider's console; `aborting` puts the old value back and revokes the new one, and ends in `aborted`.
 */
export const rotationStep = z.enum([
  'creating',
  'manual',
  'writing',
  'verifying',
  'grace',
  'revoking',
  'aborting',
  'done',
  'aborted'
])
export type RotationStep = z.infer<typeof rotationStep>

/** One env file the new value was written to. */
export const writtenBinding = z.strictObject({
  bindingId: z.string(),
  file: z.string(),
  name: z.string(),
  outcome: z.enum(['written', 'failed', 'restored']),
  failure: failure.nullable()
})
export type WrittenBinding = z.infer<typeof writtenBinding>

const side = z.strictObject({
  remoteId: z.string().nullable(),
  preview: z.string(),
  /** The version of the key's value in the vault; 0 when its value was never known here. */
  version: z.int().nonnegative(),
  expiresAt: instant.nullable()
})

export const rotation = z.strictObject({
  id: z.string(),
  keyId,
  keyName: z.string(),
  connectionId,
  mode: z.enum(['grace', 'in-place', 'successor', 'manual']),
  step: rotationStep,
  old: side,
  /** Null until it was made. */
  new: side.nullable(),
  bindings: z.array(writtenBinding),
  /** `null`: not tried; `true`: the provider accepted the new value; `false`: this provider has no way to tell. */
  verified: z.boolean().nullable(),
  /** Until then both values work; null when there is no end, or no second value. */
  graceEndsAt: instant.nullable(),
  /** The old value is revoked by itself at the end of the grace. */
  revokeAtEnd: z.boolean(),
  /** Why the step has not succeeded yet. */
  failure: failure.nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** What may be asked for now. */
  may: z.array(z.enum(['continue', 'revoke', 'abort', 'leave', 'enter-value']))
})
export type Rotation = z.infer<typeof rotation>

/** What the provider's log says of the old value since the new one was made: who must still be given the new one. */
export const oldUse = z.strictObject({
  /**
   * `read`: the log was read since then, last at `readAt`. `not-read`: it was not. `not-offered`: this provider has no
   * log. `one-id`: both values go by one id there, so that their calls cannot be told apart.
   */
  known: z.enum(['read', 'not-read', 'not-offered', 'one-id']),
  since: instant,
  readAt: instant.nullable(),
  requests: z.int().nonnegative(),
  lastAt: instant.nullable(),
  /** The busiest first. */
  addresses: z.array(z.strictObject({ ip: z.string(), requests: z.int().nonnegative() })).max(10)
})
export type OldUse = z.infer<typeof oldUse>

/** Something that was sent and whose outcome the vault does not know, or whose secret never arrived. */
export const unfinished = z.strictObject({
  id: z.string(),
  job: z.enum(['create', 'rotate']),
  connectionId,
  connectionName: z.string(),
  kind: z.string(),
  keyId: keyId.nullable(),
  /** The unique name the provider was given. */
  label: z.string(),
  at: instant,
  /**
   * `unknown`: nobody has looked yet. `secret-lost`: the key stands at the provider and nobody has its value.
   * `not-there`: the provider has no key of that name. `cannot-tell`: the provider has no list or no names.
   */
  finding: z.enum(['unknown', 'secret-lost', 'not-there', 'cannot-tell']),
  remoteId: z.string().nullable(),
  /** What may be done about it. */
  may: z.array(z.enum(['look', 'revoke', 'revoke-and-create', 'create', 'forget']))
})
export type Unfinished = z.infer<typeof unfinished>
