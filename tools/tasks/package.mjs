import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { at, readText, writeText } from './paths.mjs'
import { Stop } from './progress.mjs'

/** Builds what changed and packages the app into dist/; arguments go to electron-builder, such as `--dir`. */
export default async function pack(args) {
  await ensureBuilt()
  writeDebScripts()
  return run(process.execPath, [at('node_modules', 'electron-builder', 'cli.js'), '--config', 'electron-builder.yml', ...args], {
    group: true
  })
}

/** What the deb does when it comes and goes: electron-builder's own scripts, and ours after them. */
function writeDebScripts() {
  for (const [name, ours] of [['after-install.tpl', 'link-kq.sh'], ['after-remove.tpl', 'unlink-kq.sh']]) {
    const theirs = readText(at('node_modules', 'app-builder-lib', 'templates', 'linux', name))
    if (!theirs) throw new Stop(`electron-builder's ${name} is not where it was; look at tools/tasks/package.mjs.`)
    writeText(at('.cache', 'package', name), `${theirs}\n${readText(at('tools', 'package', ours))}`)
  }
}
