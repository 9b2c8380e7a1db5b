import { ensureBuilt } from './build.mjs'
import { run } from './child.mjs'
import { at } from './paths.mjs'

/** Measures the parts that are named, or all, and writes bench/results.json and the table of bench/README.md. */
export default async function bench(args) {
  await ensureBuilt()
  return run(process.execPath, [at('bench', 'run.ts'), ...args], { group: true })
}
