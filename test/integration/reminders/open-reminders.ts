import { setImmediate as soon } from 'node:timers/promises'
import type { KeyId } from '@contract/model/base'
import { openApp, PASSWORD, type AppOptions, type TestApp } from '../app/open-app'
import { createMemoryDesktop, type MemoryDesktop } from '../../fakes/memory-desktop'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock'
import { createMemorySettings } from '../../fakes/memory-ports'
import { createMemoryKeyring, type MemoryKeyring } from '../../fakes/memory-secure-storage'
import type { SettingsStorage } from '@main/ports/settings-storage'

export const DAY = 86_400_000
export const HOUR = 3_600_000
/** A secret whose every part is easy to find again. */
export const CANARY = 'sk_live_CANARYdeadbeefCANARYf00dCANARY42zz'

/** One computer: what outlives a start of the app on it. */
export interface Computer {
  readonly clock: ManualClock
  readonly desktop: MemoryDesktop
  readonly keyring: MemoryKeyring
  readonly settings: SettingsStorage
  home?: string
}

export function createComputer(
  stored: Record<string, unknown> = {},
  desktop = createMemoryDesktop(),
  clock = createManualClock()
): Computer {
  return {
    clock,
    desktop,
    keyring: createMemoryKeyring(),
    settings: createMemorySettings({ autoLockMinutes: 0, askPasswordAgainMinutes: 60, quietHours: false, ...stored })
  }
}

/** The app on that computer; `home` is where an app was before. */
export function start(computer: Computer, options: AppOptions = {}): Promise<TestApp> {
  return openApp({}, undefined, { ...computer, ...options })
}

export async function createVault(app: TestApp): Promise<void> {
  await app.call('vault.create', { password: PASSWORD, hint: '' })
}

/** Adds a key that expires in so many days. */
export async function addKey(app: TestApp, name: string, days: number | null, more: object = {}): Promise<KeyId> {
  const expiresAt = days === null ? null : new Date(app.clock.nowMs() + days * DAY).toISOString()
  const { id } = await app.call('keys.add', { fields: { name, expiresAt, ...more }, secret: CANARY })
  return id
}

/** Lets the app work, in steps of time, until something holds. */
export async function until(clock: ManualClock, holds: () => boolean | Promise<boolean>, stepMs = 0): Promise<void> {
  for (let turn = 0; turn < 50_000; turn += 1) {
    if (await holds()) return
    // In the end what is waited for takes real time: another program's answer.
    if (stepMs > 0 && turn % (turn < 400 ? 5 : 500) === 4) clock.pass(stepMs)
    await soon()
  }
  throw new Error('it never came about')
}

/** Time goes by while the app is awake, and it gets to do what it has to at each of its looks. */
export async function live(clock: ManualClock, ms: number, stepMs = HOUR): Promise<void> {
  for (let left = ms; left > 0; left -= stepMs) {
    clock.pass(Math.min(stepMs, left))
    for (let turn = 0; turn < 12; turn += 1) await soon()
  }
}

/** Days go by, for the most part asleep: the computer wakes every six hours for a while. */
export async function days({ clock }: Computer, app: TestApp, count: number): Promise<void> {
  for (let woken = 0; woken < count * 4; woken += 1) {
    clock.jump(6 * HOUR - 16 * 60_000)
    app.app.wake()
    await live(clock, 16 * 60_000, 16 * 60_000)
  }
}
