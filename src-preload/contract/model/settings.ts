import { z } from 'zod'
import { whileLocked } from './reminder'

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
  backupsKept: z.int().min(1).max(100).default(10),
  /** Whether a notification may carry the name a person gave the key, while the vault is open. */
  notifyWithNames: z.boolean().default(true),
  quietHours: z.boolean().default(true),
  /** Minutes after local midnight; quiet lasts from the one to the other, also across midnight. */
  quietFromMinute: z.int().min(0).max(1_439).default(1_320),
  quietToMinute: z.int().min(0).max(1_439).default(480),
  /** Changed by `reminders.setWhileLocked` only, which asks for the password. */
  whileLocked: whileLocked.default('counts'),
  whileLockedNames: z.boolean().default(false),
  /** How long calls that providers told of are kept; 0 is for ever. */
  usageKeepDays: z.int().min(0).max(3_650).default(365),
  /** Minutes between two readings of usage by itself; 0 is never. */
  usageSyncMinutes: z.int().min(0).max(1_440).default(15),
  tray: z.boolean().default(true),
  /** Closing the window keeps the app in the tray. */
  closeToTray: z.boolean().default(false),
  startAtLogin: z.boolean().default(false),
  /** No window at the start, where there is a tray. */
  startHidden: z.boolean().default(false),
  /** Whether programs in a terminal may ask the open vault; each is allowed in the window first. */
  terminalAccess: z.boolean().default(true)
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
  backupsKept: settings.shape.backupsKept.unwrap().optional(),
  notifyWithNames: settings.shape.notifyWithNames.unwrap().optional(),
  quietHours: settings.shape.quietHours.unwrap().optional(),
  quietFromMinute: settings.shape.quietFromMinute.unwrap().optional(),
  quietToMinute: settings.shape.quietToMinute.unwrap().optional(),
  usageKeepDays: settings.shape.usageKeepDays.unwrap().optional(),
  usageSyncMinutes: settings.shape.usageSyncMinutes.unwrap().optional(),
  tray: settings.shape.tray.unwrap().optional(),
  closeToTray: settings.shape.closeToTray.unwrap().optional(),
  startAtLogin: settings.shape.startAtLogin.unwrap().optional(),
  startHidden: settings.shape.startHidden.unwrap().optional(),
  terminalAccess: settings.shape.terminalAccess.unwrap().optional()
})
export type SettingsChange = z.infer<typeof settingsChange>
