import { answered } from './answered.ts'
import { recorder } from './recorder.ts'

const registered = new Map<string, () => void>()
let isSuspended = false

/** Electron's `globalShortcut`; a test presses one with `pressShortcut`. */
export const globalShortcut = answered('globalShortcut', {
  register: (accelerator: string, callback: () => void): boolean => {
    if (registered.has(accelerator)) return false
    registered.set(accelerator, callback)
    recorder.shortcuts.push(accelerator)
    return true
  },
  registerAll: (accelerators: string[], callback: () => void): void => {
    for (const accelerator of accelerators) globalShortcut.register(accelerator, callback)
  },
  isRegistered: (accelerator: string): boolean => registered.has(accelerator),
  unregister: (accelerator: string): void => void registered.delete(accelerator),
  unregisterAll: (): void => registered.clear(),
  isSuspended: (): boolean => isSuspended,
  setSuspended: (suspended: boolean): void => void (isSuspended = suspended)
} satisfies Electron.GlobalShortcut)

/** A person presses a shortcut anywhere; whether the app had registered it. */
export function pressShortcut(accelerator: string): boolean {
  const callback = isSuspended ? undefined : registered.get(accelerator)
  callback?.()
  return callback !== undefined
}
