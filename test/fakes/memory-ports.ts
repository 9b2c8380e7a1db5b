import type { Clipboard } from '../../src-main/ports/clipboard'
import type { Log } from '../../src-main/ports/log'
import type { SettingsStorage } from '../../src-main/ports/settings-storage'

export interface MemoryClipboard extends Clipboard {
  text: string
  writes: number
  broken: boolean
}

/** A clipboard that others can write to by setting `text`, and that fails while `broken`. */
export function createMemoryClipboard(): MemoryClipboard {
  const check = (clipboard: MemoryClipboard): void => {
    if (clipboard.broken) throw new Error('clipboard is gone')
  }
  return {
    text: '',
    writes: 0,
    broken: false,
    writeSecret(text) {
      return Promise.resolve().then(() => {
        check(this)
        this.text = text
        this.writes += 1
      })
    },
    readText() {
      return Promise.resolve().then(() => {
        check(this)
        return this.text
      })
    },
    clear() {
      return Promise.resolve().then(() => {
        check(this)
        this.text = ''
      })
    }
  }
}

export interface MemoryLog extends Log {
  readonly lines: string[]
}

export function createMemoryLog(): MemoryLog {
  const lines: string[] = []
  const write = (what: string, fields: object = {}): void => void lines.push(`${what} ${JSON.stringify(fields)}`)
  return { lines, info: write, warn: write }
}

export function createMemorySettings(stored: Record<string, unknown> = {}): SettingsStorage {
  let values = stored
  return {
    read: () => values,
    write(next) {
      values = { ...next }
    }
  }
}
