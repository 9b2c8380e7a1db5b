import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bridge } from '../../src-preload/contract/bridge'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'

declare global {
  interface Window {
    readonly keyquay: Bridge
  }
}

export const PASSWORD = 'lantern orbit velvet cactus 42'

/** A password costs seconds of every processor on purpose, and other specs want them too. */
export const MAKING_MS = 30_000

export interface Keyquay {
  readonly app: ElectronApplication
  readonly page: Page
  readonly home: string
  /** What the page said that a clean run never says: errors, and refusals of the content security policy. */
  readonly complaints: string[]
}

/** Starts the built app on a home folder, on Electron or on the stand-in as the environment says. */
export function startKeyquay(home: string, ...more: string[]): Promise<ElectronApplication> {
  const env = { ...(process.env as Record<string, string>) }
  delete env.ELECTRON_RUN_AS_NODE
  // As root Chromium's own sandbox cannot start; the stand-in sees to that by itself.
  const asRoot = process.getuid?.() === 0 && env.ELECTRON_OVERRIDE_DIST_PATH === undefined ? ['--no-sandbox'] : []
  return _electron.launch({ args: [...asRoot, '.', '--home', home, ...more], env, colorScheme: null })
}

/** Starts the app and waits for its window. */
export async function openKeyquay(home: string): Promise<Keyquay> {
  const app = await startKeyquay(home)
  const complaints: string[] = []
  app.process().stderr?.on('data', (chunk: Buffer) => {
    if (/Unhandled|TypeError|ReferenceError/.test(chunk.toString())) complaints.push(chunk.toString())
  })
  const page = await app.firstWindow()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  // The first document is the empty one that a new window has before its page.
  await page.getByRole('button').first().waitFor()
  return { app, page, home, complaints }
}

/** Makes a vault through the first-run screen. */
export async function createVault(page: Page): Promise<void> {
  await page.getByLabel('Master password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Repeat password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create vault' }).click()
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible({ timeout: MAKING_MS })
}

/** Opens the vault that is in the home of `testOfVault`. */
export async function openVault(page: Page): Promise<void> {
  await unlock(page)
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible()
}

export async function unlock(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('Master password').fill(password)
  await page.getByRole('button', { name: 'Unlock' }).click()
}

/** Adds a key through the window, and leaves its details open. */
export async function addKey(page: Page, key: { name: string; secret: string; envName?: string }): Promise<void> {
  await page.getByRole('button', { name: 'New key' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(key.name)
  await dialog.getByLabel('Secret', { exact: true }).fill(key.secret)
  if (key.envName !== undefined) await dialog.getByLabel('Env name').fill(key.envName)
  await dialog.getByRole('button', { name: 'Add key' }).click()
  await expect(dialog).toBeHidden()
}

/** The whole page. A lock loads it anew, and while it does there is none. */
export async function contentOf(page: Page): Promise<string> {
  for (;;) {
    try {
      return await page.content()
    } catch (error) {
      if (!String(error).includes('is navigating')) throw error
      await page.waitForLoadState()
    }
  }
}

/** Reads what the app has on the system clipboard. */
export function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

/** Every text the app wrote below its home, but Chromium's own profile. */
export function logText(home: string): string {
  try {
    return readFileSync(join(home, 'logs', 'keyquay.log'), 'utf8')
  } catch {
    return ''
  }
}
