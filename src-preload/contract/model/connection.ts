import { z } from 'zod'
import { errorCodes } from '../errors'
import { instant, keyId, line } from './base'
import { overrideName } from './connector'
import { secretText } from './key'

/** Identifies a connection for the life of the vault; a ULID as a key's is. */
export const connectionId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'ConnectionId'>()
export type ConnectionId = z.infer<typeof connectionId>

/** `api`: the provider is called. `guided`: nothing is ever sent; the person works in the provider's console. */
export const connectionMode = z.enum(['api', 'guided'])
export type ConnectionMode = z.infer<typeof connectionMode>

/** A failure in a form that can be kept: its code and what its text needs. */
export const failure = z.strictObject({
  code: z.enum(errorCodes),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
})
export type Failure = z.infer<typeof failure>

export const connectionTest = z.strictObject({
  at: instant,
  ok: z.boolean(),
  /** What was asked, in order, and how it went. */
  checks: z.array(z.strictObject({ operation: z.string(), ok: z.boolean(), failure: failure.nullable() })),
  plan: z.string().nullable(),
  keysUsed: z.int().nullable(),
  keysLimit: z.int().nullable()
})
export type ConnectionTest = z.infer<typeof connectionTest>

/** What a person may set of a connection, apart from its credentials. */
const writable = {
  name: line(100).min(1),
  mode: connectionMode,
  baseUrl: z.string().max(2_000).nullable(),
  variables: z.record(line(60).min(1), line(500)),
  /** Paths and fields of the manifest that this account needs otherwise. */
  overrides: z.record(overrideName, line(500)),
  allowPrivate: z.boolean(),
  /** PEM of the account's own certificate authority. */
  ca: z.string().max(100_000).nullable()
}

export const connectionFields = z.strictObject({
  name: writable.name,
  mode: writable.mode.default('api'),
  baseUrl: writable.baseUrl.default(null),
  variables: writable.variables.default({}),
  overrides: writable.overrides.default({}),
  allowPrivate: writable.allowPrivate.default(false),
  ca: writable.ca.default(null)
})
export type ConnectionFields = z.output<typeof connectionFields>

export const connectionChange = z.strictObject(writable).partial()
export type ConnectionChange = z.output<typeof connectionChange>

/** Credentials by the ids the manifest gives them. */
export const credentialValues = z.record(line(60).min(1), secretText)

export const connection = z.strictObject({
  ...connectionFields.shape,
  id: connectionId,
  connectorId: z.string(),
  /** The provider as it writes itself; the connector's id when its manifest is gone. */
  provider: z.string(),
  /** False when its manifest is not there or broken: its keys stay, nothing can be sent. */
  usable: z.boolean(),
  credentials: z.array(z.strictObject({ id: z.string(), preview: z.string(), updatedAt: instant })),
  lastTest: connectionTest.nullable(),
  keys: z.int(),
  createdAt: instant
})
export type Connection = z.infer<typeof connection>

/** A key as the provider lists it now. */
export const remoteKey = z.strictObject({
  remoteId: z.string(),
  name: z.string(),
  description: z.string(),
  preview: z.string().nullable(),
  scopes: z.array(z.string()),
  roles: z.array(z.string()),
  services: z.array(z.string()),
  ipRanges: z.array(z.string()),
  environment: z.string().nullable(),
  project: z.string().nullable(),
  status: z.enum(['active', 'disabled', 'expired', 'grace', 'revoked', 'unknown']),
  createdAt: instant.nullable(),
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable()
})
export type RemoteKey = z.infer<typeof remoteKey>

export const listedRemoteKey = z.strictObject({
  kind: z.string(),
  key: remoteKey,
  /** The vault's key that stands for it, or null: it was neither created nor adopted here and is never touched. */
  keyId: keyId.nullable()
})
export type ListedRemoteKey = z.infer<typeof listedRemoteKey>

/** When a new or renewed key ends. `default`: as the provider does when nothing is said. */
export const expiryChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('default') }),
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(36_500) }),
  z.strictObject({ kind: z.literal('date'), at: instant })
])
export type ExpiryChoice = z.infer<typeof expiryChoice>

/** What the provider is asked for. Checked against the manifest: `scope-unknown`, `ip-range-invalid`, `input-invalid`. */
export const remoteRequest = z.strictObject({
  name: line(200).min(1),
  description: line(500).default(''),
  scopes: z.array(line(200).min(1)).max(500).default([]),
  roles: z.array(line(200).min(1)).max(100).default([]),
  services: z.array(line(200).min(1)).max(100).default([]),
  ipRanges: z.array(line(64).min(1)).max(200).default([]),
  environment: line(100).nullable().default(null),
  project: line(200).nullable().default(null),
  expiry: expiryChoice.default({ kind: 'default' })
})
export type RemoteRequest = z.output<typeof remoteRequest>

/** A change at the provider; what is left out stays. */
export const remoteChange = z.strictObject({
  name: line(200).min(1).optional(),
  description: line(500).optional(),
  scopes: z.array(line(200).min(1)).max(500).optional(),
  roles: z.array(line(200).min(1)).max(100).optional(),
  ipRanges: z.array(line(64).min(1)).max(200).optional()
})
export type RemoteChange = z.output<typeof remoteChange>

/** By whom a key is rotated, and when. */
export const rotationPolicy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by-hand') }),
  z.strictObject({ kind: z.literal('remind'), everyDays: z.int().min(1).max(3_650) }),
  z.strictObject({
    kind: z.literal('automatic'),
    /** One of the two: days since the last rotation, or days before it expires. */
    everyDays: z.int().min(1).max(3_650).nullable(),
    beforeExpiryDays: z.int().min(1).max(365).nullable(),
    /** Revoke the old value by itself when the grace ends, or leave that to the person. */
    revokeAtEnd: z.boolean()
  })
])
export type RotationPolicy = z.infer<typeof rotationPolicy>

/** What ties a key of the vault to one at a provider. */
export const remoteLink = z.strictObject({
  keyId,
  connectionId,
  connectionName: z.string(),
  connectorId: z.string(),
  kind: z.string(),
  mode: connectionMode,
  /** Null for a key that is followed by hand and has no id. */
  remoteId: z.string().nullable(),
  origin: z.enum(['created', 'adopted', 'guided']),
  policy: rotationPolicy,
  /** When the provider was last seen to have it; null when never. `missing`: it was not in the provider's last list. */
  seenAt: instant.nullable(),
  missing: z.boolean(),
  /** The secret leaves the vault once it was shown and kept elsewhere. */
  forgetsSecret: z.boolean()
})
export type RemoteLink = z.infer<typeof remoteLink>
