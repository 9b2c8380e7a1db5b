import { z } from 'zod'

/** Choices that are kept in plain text beside the vault. None of them may hold a secret or a key's name. */
export const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.enum(['system', 'en', 'de']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  autoLockMinutes: z.int().min(0).max(720).default(5),
  clipboardClearSeconds: z.int().min(0).max(120).default(30),
  revealSeconds: z.int().min(5).max(120).default(30),
  askPasswordAgainMinutes: z.int().min(0).max(60).default(5),
  backupEveryDays: z.int().min(0).max(90).default(1),
  backupsKept: z.int().min(1).max(100).default(10)
})
export type Settings = z.infer<typeof settings>

/** A change of some of them; what is left out stays. */
export const settingsChange = z.strictObject({
  theme: settings.shape.theme.unwrap().optional(),
  language: settings.shape.language.unwrap().optional(),
  density: settings.shape.density.unwrap().optional(),
  autoLockMinutes: settings.shape.autoLockMinutes.unwrap().optional(),
  clipboardClearSeconds: settings.shape.clipboardClearSeconds.unwrap().optional(),
  revealSeconds: settings.shape.revealSeconds.unwrap().optional(),
  askPasswordAgainMinutes: settings.shape.askPasswordAgainMinutes.unwrap().optional(),
  backupEveryDays: settings.shape.backupEveryDays.unwrap().optional(),
  backupsKept: settings.shape.backupsKept.unwrap().optional()
})
export type SettingsChange = z.infer<typeof settingsChange>
