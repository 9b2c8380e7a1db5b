import { closeSync, constants, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { FileIdentity } from './agent-place'

/** A socket's file by itself, not by its name: what else is put under its name meanwhile is not what is connected to. */
export interface HeldSocket {
  readonly identity: FileIdentity
  /** Leads to this very file for as long as it is held. */
  readonly path: string
  letGo(): void
}

/** Opens a file for what it is and not for what is in it (open(2)); Node has no name for it. */
const O_PATH = 0o10000000
const OWN_NAME = '/proc/self/comm'

/** Null where the system has no such thing, or there is no such file. */
export function holdSocket(name: string): HeldSocket | null {
  if (process.platform !== 'linux') return null
  let descriptor: number | null = null
  const letGo = (): void => {
    if (descriptor !== null) closeSync(descriptor)
  }
  try {
    descriptor = openSync(name, O_PATH | constants.O_NOFOLLOW)
    const path = `/proc/self/fd/${String(descriptor)}`
    const { dev, ino } = statSync(path, { bigint: true })
    return { identity: { dev, ino }, path, letGo }
  } catch {
    letGo()
    return null
  }
}

/** Gives this process a name of 15 letters; the answer gives it back its own. Where that fails, it keeps its own. */
export function takeProcessName(name: string): () => void {
  try {
    ownName ??= readFileSync(OWN_NAME, 'utf8').trimEnd()
    const own = ownName
    writeFileSync(OWN_NAME, name)
    return () => {
      writeFileSync(OWN_NAME, own)
    }
  } catch {
    return () => undefined
  }
}

let ownName: string | null = null
