import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A small JSON file of mode 0600 that is replaced whole. */
export interface PrivateFile {
  /** Null when there is none, or none that is JSON. */
  read(): unknown
  write(value: unknown): void
  remove(): void
}

export function createPrivateFile(file: string): PrivateFile {
  return {
    read() {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as unknown
      } catch {
        return null
      }
    },
    write(value) {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      const temporary = `${file}.new`
      rmSync(temporary, { force: true })
      writeFileSync(temporary, JSON.stringify(value), { mode: 0o600, flag: 'wx', flush: true })
      renameSync(temporary, file)
    },
    remove() {
      rmSync(file, { force: true })
    }
  }
}
