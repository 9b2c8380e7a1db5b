import { z } from 'zod'
import { envName, instant, keyId, line, prose } from './base'

/** What the vault records of a key's life. Whether it is expiring or expired follows from its dates. */
export const keyState = z.enum(['active', 'disabled', 'rotating', 'revoked', 'unknown'])
export type KeyState = z.infer<typeof keyState>

/** What a person is shown: the state, with the dates read at one moment. */
export const keyStatus = z.enum(['active', 'disabled', 'expiring', 'expired', 'rotating', 'revoked', 'unknown'])
export type KeyStatus = z.infer<typeof keyStatus>

/** `vault` keeps the secret; `never` keeps only its preview and fingerprint once it was shown. */
export const keepPolicy = z.enum(['vault', 'never'])
export type KeepPolicy = z.infer<typeof keepPolicy>

const words = (most: number, longest: number): z.ZodArray<z.ZodString> => z.array(line(longest).min(1)).max(most)

/** Everything about a key that a person may write, apart from its secret. */
export const keyFields = z.strictObject({
  name: line(200).min(1),
  description: prose(2_000).default(''),
  provider: line(100).nullable().default(null),
  connectionId: line(100).nullable().default(null),
  remoteId: line(500).nullable().default(null),
  project: line(200).nullable().default(null),
  environment: line(100).nullable().default(null),
  scopes: words(500, 200).default([]),
  roles: words(100, 200).default([]),
  ipRanges: words(200, 64).default([]),
  envName: envName.nullable().default(null),
  tags: words(50, 60).default([]),
  notes: prose(20_000).default(''),
  favourite: z.boolean().default(false),
  keep: keepPolicy.default('vault'),
  createdAt: instant.nullable().default(null),
  expiresAt: instant.nullable().default(null)
})
export type KeyFields = z.infer<typeof keyFields>
export type KeyDraft = z.input<typeof keyFields>

/** A secret as it is typed or pasted: no NUL, at most 64 KiB of UTF-8. */
export const secretText = z
  .string()
  .min(1)
  .max(65_536)
  .refine((text) => !text.includes('\0'), 'holds a NUL character')

/** A key as lists show it. Holds no secret; `preview` does not give the secret's length away. */
export const keySummary = z.strictObject({
  id: keyId,
  name: z.string(),
  description: z.string(),
  provider: z.string().nullable(),
  project: z.string().nullable(),
  environment: z.string().nullable(),
  scopes: z.array(z.string()),
  envName: z.string().nullable(),
  tags: z.array(z.string()),
  favourite: z.boolean(),
  state: keyState,
  status: keyStatus,
  preview: z.string(),
  fingerprint: z.string(),
  hasSecret: z.boolean(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  deletedAt: instant.nullable()
})
export type KeySummary = z.infer<typeof keySummary>

/** A secret that was replaced. The value itself stays in the vault until it is purged. */
export const previousValue = z.strictObject({
  version: z.int().positive(),
  preview: z.string(),
  fingerprint: z.string(),
  createdAt: instant,
  replacedAt: instant
})
export type PreviousValue = z.infer<typeof previousValue>

/** All that is known of one key, but its secret. */
export const keyDetails = keySummary.extend({
  connectionId: z.string().nullable(),
  remoteId: z.string().nullable(),
  roles: z.array(z.string()),
  ipRanges: z.array(z.string()),
  notes: z.string(),
  keep: keepPolicy,
  addedAt: instant,
  updatedAt: instant,
  version: z.int().nonnegative(),
  previousValues: z.array(previousValue)
})
export type KeyDetails = z.infer<typeof keyDetails>
