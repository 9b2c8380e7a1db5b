import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Bridge } from '@contract/bridge'

declare global {
  interface Window {
    readonly keyquay: Bridge
  }
}

const root = process.cwd()

export interface OpenWindow {
  readonly app: ElectronApplication
  readonly page: Page
  close(): Promise<void>
}

/** Opens the built app on a home folder: on Electron where its binary is, else on the stand-in. */
export async function openWindow(home: string): Promise<OpenWindow> {
  // Not bundled: it finds its own files beside it.
  const require = createRequire(join(root, 'package.json'))
  const { _electron } = require('@playwright/test') as typeof import('@playwright/test')
  const env = await runtimeEnv()
  const app = await _electron.launch({ args: ['.', '--home', home], cwd: root, env, colorScheme: null })
  const page = await app.firstWindow()
  // The first unlock of a day makes a backup, and the list waits for it.
  page.setDefaultTimeout(180_000)
  await page.getByRole('button').first().waitFor()
  return { app, page, close: () => app.close() }
}

/** What `npm test` would run the app with. */
async function runtimeEnv(): Promise<Record<string, string>> {
  const runtime = (await import(pathToFileURL(join(root, 'tools/tasks/runtime.mjs')).href)) as {
    chooseRuntime: () => Promise<{ readonly env: Readonly<Record<string, string>> }>
  }
  const { env } = await runtime.chooseRuntime()
  // Playwright itself asks for the binary before it starts one.
  Object.assign(process.env, env)
  const all = { ...(process.env as Record<string, string>) }
  delete all.ELECTRON_RUN_AS_NODE
  return all
}
