import { z } from 'zod'
import { instant } from './base'

/** What a backup says of itself. Proven only where a method that took a password answers it. */
export const backupSummary = z.strictObject({
  file: z.string(),
  bytes: z.int().nonnegative(),
  madeAt: instant,
  keys: z.int().nonnegative()
})
export type BackupSummary = z.infer<typeof backupSummary>
