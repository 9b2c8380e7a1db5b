import { join } from 'node:path'
import type { Program } from './programs'

const root = process.cwd()

/** The built `kq` on a home folder. */
export function kq(home: string, args: readonly string[], input?: string): Program {
  const command = [process.execPath, join(root, 'out/main/cli.js'), '--home', home, ...args]
  return input === undefined ? { command } : { command, input }
}
