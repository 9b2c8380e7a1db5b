import { powerMonitor } from 'electron'
import type { LockReason } from '@contract/model/session'

/** The computer woke, or somebody is back at it: what was missed meanwhile is looked for. */
export function wakeWithTheComputer(wake: () => void): void {
  powerMonitor.on('resume', wake)
  powerMonitor.on('unlock-screen', wake)
}

/** Locks when the computer sleeps, is shut down or its screen is locked. */
export function lockWithTheComputer(lock: (reason: LockReason) => void): void {
  powerMonitor.on('suspend', () => {
    lock('suspend')
  })
  powerMonitor.on('shutdown', () => {
    lock('quit')
  })
  powerMonitor.on('lock-screen', () => {
    lock('screen-lock')
  })
}
