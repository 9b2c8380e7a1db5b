import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { projectNode } from './node.mjs'
import { at } from './paths.mjs'

/**
 * Runs the command line tool on the pinned Node, in the folder the user called npm from:
 * npm moves to the repository's root, and relative paths would mean other files there. Behind `--` Node leaves
 * `--env-file` to kq: it would obey the NODE_OPTIONS of such a file by itself.
 */
export default async function kq(args) {
  await ensureBuilt()
  return run(projectNode(), ['--', at('out', 'main', 'cli.js'), ...args], { cwd: process.env.INIT_CWD ?? process.cwd() })
}
