import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { AppError } from '@contract/errors'
import type { Log } from '../ports/log'
import type { SettingsStorage } from '../ports/settings-storage'

type Values = Record<string, unknown>

/** Settings and the window's place, each a file of mode 0600 in `folder`. A damaged one is renamed and kept. */
export function createSettingsStore(folder: string, name: 'settings' | 'window', log: Log): SettingsStorage {
  const file = join(folder, `${name}.json`)
  const store = open(folder, name, file, log)
  return {
    read: () => ({ ...store.store }),
    write(values) {
      try {
        store.store = { ...values }
      } catch (cause) {
        throw new AppError('settings-unwritable', { file }, { cause })
      }
    }
  }
}

function open(folder: string, name: string, file: string, log: Log): Store<Values> {
  const options = {
    cwd: folder,
    name,
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false
  }
  try {
    return new Store<Values>(options)
  } catch {
    if (existsSync(file)) renameSync(file, join(folder, `${name}.damaged-${String(Date.now())}.json`))
    log.warn('settings file was damaged and is kept aside', { name })
    return new Store<Values>(options)
  }
}
