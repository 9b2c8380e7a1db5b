import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { root } from './paths.mjs'
import { say } from './progress.mjs'
import { chooseRuntime } from './runtime.mjs'
import { hasDisplay, isLinuxRoot } from './system.mjs'

/** Builds what changed and opens the app; without a display it runs the demo instead. */
export default async function start(args, { abort } = {}) {
  if (!hasDisplay()) {
    say('There is no display here to open a window on, so the demo runs instead.')
    const { default: demo } = await import('./demo.mjs')
    return demo(args)
  }
  await ensureBuilt()
  const runtime = await chooseRuntime()
  if (runtime.kind === 'standin') {
    say("Electron's own binary could not be had here; the window is drawn by Chromium through tools/electron-standin.")
  }
  const flags = runtime.kind === 'electron' && isLinuxRoot() ? ['--no-sandbox'] : []
  const env = { ...process.env, ...runtime.env }
  // Set in the terminals of editors that are Electron apps themselves; it would start a bare Node.
  delete env.ELECTRON_RUN_AS_NODE
  return run(runtime.executable, [root, ...flags, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'], group: true, abort })
}
