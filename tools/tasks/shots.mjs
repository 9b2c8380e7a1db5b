import { rmSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { at } from './paths.mjs'
import { say } from './progress.mjs'
import { chooseRuntime } from './runtime.mjs'

/** Builds what changed and takes a picture of every screen into shots/: light and dark, large and small. */
export default async function shots(args) {
  await ensureBuilt()
  const runtime = await chooseRuntime()
  if (args.length === 0) rmSync(at('shots'), { recursive: true, force: true })
  const result = await run(
    process.execPath,
    [
      at('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '-c',
      at('test', 'shots', 'playwright.config.ts'),
      ...args
    ],
    { cwd: at(), env: { ...process.env, ...runtime.env, KEYQUAY_SHOTS: at('shots') }, group: true }
  )
  say(`Pictures are in ${at('shots')}, taken on ${runtime.describe()}.`)
  return result
}
