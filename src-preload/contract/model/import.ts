import { z } from 'zod'
import { keyId } from './base'

export const importFormat = z.enum([
  'keyquay',
  'env',
  'csv',
  'bitwarden-json',
  'onepassword-1pux',
  'keepass-kdbx',
  'aws-credentials',
  'npmrc',
  'netrc'
])
export type ImportFormat = z.infer<typeof importFormat>

/** `conflicting`: several keys could be meant, or the file says two things of one. */
export const importVerdict = z.enum(['new', 'changed', 'conflicting', 'same', 'ignored'])
export type ImportVerdict = z.infer<typeof importVerdict>

/** Why an entry is ignored. */
export const importReason = z.enum(['empty', 'too-long', 'not-text', 'not-a-secret', 'duplicate'])

/** One entry of the file, without its secret. */
export const importItem = z.strictObject({
  index: z.int().nonnegative(),
  name: z.string(),
  /** Where in the file it stands: a title or a line. */
  origin: z.string(),
  provider: z.string().nullable(),
  envName: z.string().nullable(),
  preview: z.string(),
  verdict: importVerdict,
  reason: importReason.nullable(),
  /** The key of the vault it concerns. */
  keyId: keyId.nullable(),
  keyName: z.string().nullable()
})

/** What reading the file found. The secrets stay in main under `token` until the import is applied, cancelled or the vault locks. */
export const importPreview = z.strictObject({
  token: z.string(),
  fileName: z.string(),
  format: importFormat,
  items: z.array(importItem)
})
export type ImportPreview = z.infer<typeof importPreview>

export const importChoice = z.strictObject({
  index: z.int().nonnegative(),
  /** `replace` gives the secret to the key the preview named; its own secret becomes a previous value. */
  action: z.enum(['add', 'replace'])
})
export type ImportChoice = z.infer<typeof importChoice>
