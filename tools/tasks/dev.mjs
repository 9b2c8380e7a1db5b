import { run } from './child.mjs'
import { at } from './paths.mjs'
import { chooseRuntime } from './runtime.mjs'

/** Opens the app with reload on change. */
export default async function dev(args) {
  const runtime = await chooseRuntime()
  const cli = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  return run(process.execPath, [cli, 'dev', ...args], { env: { ...process.env, ...runtime.env }, group: true })
}
