import { readFileSync } from 'node:fs'
import type { SettingsStorage } from '../ports/settings-storage'

/** Reads the settings the window stored; `kq` changes none. What cannot be read counts as not set. */
export function createSettingsReader(file: string): SettingsStorage {
  return {
    read() {
      try {
        const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'))
        return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
      } catch {
        return {}
      }
    },
    write: () => undefined
  }
}
