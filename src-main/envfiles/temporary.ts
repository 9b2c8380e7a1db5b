import { randomBytes } from 'node:crypto'
import { closeSync, constants, lstatSync, openSync, readdirSync, rmSync } from 'node:fs'
import { systemCode } from './disk-errors'
import type { EnvPlace } from './place'

export interface Temporary {
  readonly path: string
  readonly descriptor: number
}

const NAME = /\.keyquay-(\d{1,10})-[0-9a-f]{24}\.tmp$/
const TRIES = 3
const OLD_MS = 60 * 60 * 1000

/**
 * Whether a file of this name is one of ours that a crash left behind. It begins with its env file's name, so that
 * `.env.*` in a `.gitignore` covers it.
 */
export function isTemporaryName(name: string): boolean {
  return NAME.test(name)
}

/** Creates a file beside `place` that nobody else made or may read. `nameFor` is for tests. */
export function createTemporary(place: EnvPlace, nameFor: () => string = () => temporaryName(place)): Temporary {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW
  for (let tries = 1; ; tries += 1) {
    const path = place.at(nameFor())
    try {
      return { path, descriptor: openSync(path, flags, 0o600) }
    } catch (error) {
      // Somebody guessed 96 random bits, or is in the way on purpose; another name is free.
      if (systemCode(error) !== 'EEXIST' || tries === TRIES) throw error
    }
  }
}

export function discard({ path, descriptor }: Temporary): void {
  try {
    closeSync(descriptor)
  } finally {
    rmSync(path, { force: true })
  }
}

/** Removes what a crash left beside `place`: our own temporary files of processes that are gone. */
export function removeLeftovers(place: EnvPlace): void {
  const prefix = prefixOf(place)
  for (const name of readdirSync(place.at('.'))) {
    const pid = name.startsWith(prefix) ? NAME.exec(name)?.[1] : undefined
    if (pid === undefined) continue
    const stats = lstatSync(place.at(name), { throwIfNoEntry: false })
    const mine = stats?.isFile() === true && (process.geteuid === undefined || stats.uid === process.geteuid())
    if (mine && (!isRunning(Number(pid)) || Date.now() - stats.mtimeMs > OLD_MS))
      rmSync(place.at(name), { force: true })
  }
}

function temporaryName(place: EnvPlace): string {
  return `${prefixOf(place)}${process.pid.toString()}-${randomBytes(12).toString('hex')}.tmp`
}

/** Names end at 255 bytes. */
function prefixOf({ name }: EnvPlace): string {
  return `${name.slice(0, 40)}.keyquay-`
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}
