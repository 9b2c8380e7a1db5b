import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'

export const root = path.resolve(import.meta.dirname, '../..')
export const executable = path.join(root, 'tools/electron-standin/electron')

/** How long a start may take where other tests run, too. */
export const launchTimeout = 60_000

/** What `app.evaluate` passes on the stand-in: Electron's module and one export more. */
export type Module = typeof Electron.CrossProcessExports & { readonly standin: StandIn }

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Runs in the main process. */
  evaluate<R, A = undefined>(run: (electron: Module, argument: A) => R | Promise<R>, argument?: A): Promise<R>
  close(): Promise<void>
}

export function fixture(name: string): string {
  return path.join(import.meta.dirname, 'fixtures', name)
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'standin-test-'))
}

/** This process's environment, with or without a display. */
export function environment(display?: string): Record<string, string> {
  const rest = { ...process.env } as Record<string, string>
  delete rest.DISPLAY
  return display === undefined ? rest : { ...rest, DISPLAY: display }
}

/** Starts a fixture through Playwright, exactly as a spec of the product does. */
export async function launch(
  name: string,
  options: { args?: string[]; env?: Record<string, string> } = {}
): Promise<Launched> {
  const userData = temporaryFolder()
  process.env.ELECTRON_OVERRIDE_DIST_PATH = path.dirname(executable)
  const app = await _electron.launch({
    args: [fixture(name), `--user-data-dir=${userData}`, ...(options.args ?? [])],
    env: options.env ?? environment(),
    colorScheme: null
  })
  const page = await app.firstWindow()
  return {
    app,
    page,
    userData,
    evaluate: (run, argument) => app.evaluate(run as never, argument as never) as never,
    close: async () => {
      await app.close()
      rmSync(userData, { recursive: true, force: true })
    }
  }
}
