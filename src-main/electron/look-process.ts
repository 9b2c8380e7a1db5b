import { Readable } from 'node:stream'
import { utilityProcess } from 'electron'
import { LOOKER, type LookProcess } from '../node/folder-looks'

/** Electron's own executable is no Node: that fuse is off. */
export function startLookProcess(questions: readonly string[]): LookProcess {
  const child = utilityProcess.fork(LOOKER, [...questions], { stdio: ['ignore', 'pipe', 'ignore'], serviceName: 'Keyquay folders' })
  // It ends as soon as it has answered, or when it is ended.
  child.on('error', () => undefined)
  return {
    stdout: child.stdout === null ? Readable.from([]) : Readable.from(child.stdout),
    kill() {
      child.kill()
    }
  }
}
