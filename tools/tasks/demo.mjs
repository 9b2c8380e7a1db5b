import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { at, has } from './paths.mjs'
import { Stop } from './progress.mjs'
import { chooseRuntime } from './runtime.mjs'

/** Builds what changed and runs the demo, which leaves a transcript and pictures in demo-out/. */
export default async function demo(args) {
  if (!has('tools', 'demo.mjs')) throw new Stop('There is no demo yet.')
  await ensureBuilt()
  const runtime = await chooseRuntime()
  return run(process.execPath, [at('tools', 'demo.mjs'), ...args], { env: { ...process.env, ...runtime.env }, group: true })
}
