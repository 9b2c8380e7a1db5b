import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { pino, destination } from 'pino'
import type { Log, LogFields } from '../ports/log'

const LONGEST_TEXT = 200

/**
 * A log of JSON lines, mode 0600. Only flat words and numbers get in; texts are cut and stripped of control
 * characters. A folder that cannot be written to makes a log that keeps nothing.
 */
export function createFileLog(file: string): Log {
  const lines = open(file)
  return {
    info(what, fields = {}) {
      lines?.info(plain(fields), what)
    },
    warn(what, fields = {}) {
      lines?.warn(plain(fields), what)
    }
  }
}

function open(file: string): ReturnType<typeof pino> | null {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // `mode` is honoured by the stream underneath (sonic-boom) though pino's type leaves it out.
    const options = { dest: file, sync: true, mkdir: false, mode: 0o600 }
    const stream = destination(options)
    stream.on('error', () => undefined)
    return pino({ base: null }, stream)
  } catch {
    return null
  }
}

function plain(fields: LogFields): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      // eslint-disable-next-line no-control-regex -- control characters could forge a line or a terminal sequence
      typeof value === 'string' ? value.slice(0, LONGEST_TEXT).replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ') : value
    ])
  )
}
