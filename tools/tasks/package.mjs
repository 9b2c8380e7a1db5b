import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { at } from './paths.mjs'

/** Builds what changed and packages the app into dist/; arguments go to electron-builder, such as `--dir`. */
export default async function pack(args) {
  await ensureBuilt()
  return run(process.execPath, [at('node_modules', 'electron-builder', 'cli.js'), '--config', 'electron-builder.yml', ...args], {
    group: true
  })
}
