import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'

const SWITCH = '--self-test'

/** Whether this start is a test of what was packaged; docs/verification.md. */
export function isSelfTest(argv: readonly string[]): boolean {
  return argv.includes(SWITCH)
}

/**
 * Tests the native modules as they load in this very app, prints one line and ends with 0, 1 where something failed,
 * or 2 where anything else was asked as well. No window, and nothing of the person's: Chromium's files go elsewhere, too.
 */
export async function runSelfTest(argv: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'keyquay-window-'))
  app.setPath('userData', folder)
  const [code, line] = await judge(argv.slice(app.isPackaged ? 1 : 2))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  process.stdout.write(`${line}\n`, () => {
    app.exit(code)
  })
}

async function judge(asked: readonly string[]): Promise<[code: number, line: string]> {
  if (asked.length > 1) return [2, `Keyquay self-test: not run, because ${SWITCH} takes nothing beside it`]
  const { selfTest } = await import('../node/self-test')
  const failed = await selfTest()
  const { electron, node } = process.versions
  const where = `Electron ${electron}, Node ${node}, ${process.platform} ${process.arch}`
  return failed === null
    ? [0, `Keyquay self-test: passed on ${where}`]
    : [1, `Keyquay self-test: FAILED at ${failed}, on ${where}`]
}
