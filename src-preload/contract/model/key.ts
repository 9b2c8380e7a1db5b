import { z } from 'zod'
import { envName, instant, keyId, line, prose, utf8Length } from './base'

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

const writable = {
  name: line(200).min(1),
  description: prose(2_000),
  provider: line(100).nullable(),
  remoteId: line(500).nullable(),
  project: line(200).nullable(),
  environment: line(100).nullable(),
  scopes: words(500, 200),
  roles: words(100, 200),
  ipRanges: words(200, 64),
  envName: envName.nullable(),
  tags: words(50, 60),
  notes: prose(20_000),
  favourite: z.boolean(),
  keep: keepPolicy,
  createdAt: instant.nullable(),
  expiresAt: instant.nullable()
}

/** Everything about a key that a person may write, apart from its secret. Only the name must be given. */
export const keyFields = z.strictObject({
  name: writable.name,
  description: writable.description.default(''),
  provider: writable.provider.default(null),
  remoteId: writable.remoteId.default(null),
  project: writable.project.default(null),
  environment: writable.environment.default(null),
  scopes: writable.scopes.default([]),
  roles: writable.roles.default([]),
  ipRanges: writable.ipRanges.default([]),
  envName: writable.envName.default(null),
  tags: writable.tags.default([]),
  notes: writable.notes.default(''),
  favourite: writable.favourite.default(false),
  keep: writable.keep.default('vault'),
  createdAt: writable.createdAt.default(null),
  expiresAt: writable.expiresAt.default(null)
})
export type KeyFields = z.output<typeof keyFields>
export type KeyDraft = z.input<typeof keyFields>

/** A change of some fields: what is left out stays as it is. */
export const keyChange = z.strictObject(writable).partial()
export type KeyChange = z.output<typeof keyChange>

/** A secret as it is typed or pasted: no NUL, at most 64 KiB of UTF-8. */
export const secretText = z
  .string()
  .min(1)
  .max(65_536)
  .refine((text) => utf8Length(text) <= 65_536, 'at most 65536 bytes')
  .refine((text) => !text.includes('\0'), 'a text without NUL')
  .refine((text) => text.isWellFormed(), 'whole characters')

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

/** As {@link keySummary}, what a line in a terminal holds of it: of a hundred thousand keys no more is sent. */
export const keyLine = keySummary.pick({
  name: true,
  provider: true,
  preview: true,
  envName: true,
  status: true,
  expiresAt: true
})
export type KeyLine = z.infer<typeof keyLine>

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
  /** The connection it is tied to; `remote.get` tells the rest. */
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
