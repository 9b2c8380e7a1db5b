import { endLike, run, stopSignal } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { isProjectNode, projectEnv, projectNode } from './node.mjs'
import { endWithParent } from './parent.mjs'
import { at } from './paths.mjs'
import { keepStdoutClean, say, Stop } from './progress.mjs'
import { tasks } from './registry.mjs'

/** Runs one task by name and ends the process with its exit code. */
export async function main([name, ...args]) {
  endWithParent()
  try {
    const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined
    if (!task) {
      say(`Usage: node tools/run.mjs <task> [args]\n\nTasks: ${Object.keys(tasks).join(', ')}`)
      process.exit(name ? 1 : 0)
    }
    if (task.stdout === 'child') keepStdoutClean()
    await ensureInstalled()
    // A task that only starts another program does so from any Node: one process fewer on every `kq`.
    if (!task.anyNode && !isProjectNode()) {
      return endLike(await run(projectNode(), [at('tools', 'run.mjs'), name, ...args], { cwd: process.cwd(), env: projectEnv() }))
    }
    Object.assign(process.env, projectEnv())
    const { default: perform } = await task.load()
    const result = await perform(args)
    endLike(stopSignal() ? { signal: stopSignal() } : result)
  } catch (error) {
    if (stopSignal()) endLike({ signal: stopSignal() })
    if (!(error instanceof Stop)) throw error
    if (error.output) process.stderr.write(`${error.output.trimEnd()}\n\n`)
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
