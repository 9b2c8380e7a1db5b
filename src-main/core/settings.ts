import { settings as settingsSchema, type Settings, type SettingsChange } from '@contract/model/settings'
import type { Log } from '../ports/log'
import type { SettingsStorage } from '../ports/settings-storage'

export interface SettingsBook {
  current(): Settings
  /** Applies `change` at once; throws `settings-unwritable` when it could not be stored, and then it holds until the app quits. */
  update(change: SettingsChange | Partial<Settings>): Settings
}

/** Reads each stored setting by itself: one that is not understood falls back to its default and the others stay. */
export function createSettingsBook(
  storage: SettingsStorage,
  log: Log,
  changed: (settings: Settings) => void
): SettingsBook {
  let settings = readTolerantly(storage.read(), log)
  return {
    current: () => settings,
    update(change) {
      settings = settingsSchema.parse({ ...settings, ...change })
      changed(settings)
      storage.write(settings)
      return settings
    }
  }
}

function readTolerantly(stored: Readonly<Record<string, unknown>>, log: Log): Settings {
  const understood: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    if (!Object.hasOwn(stored, name)) continue
    const parsed = schema.safeParse(stored[name])
    if (parsed.success) understood[name] = parsed.data
    else log.warn('setting not understood, default used', { name })
  }
  return settingsSchema.parse(understood)
}
