import { readdirSync, readFileSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { run } from './child.mjs'
import { withLock } from './lock.mjs'
import { projectEnv, projectNode } from './node.mjs'
import { at, has, readText, root, sha256, writeText } from './paths.mjs'
import { say, seconds, Stop, step } from './progress.mjs'

const stampPath = at('out', '.keyquay-stamp')
const sources = ['src-main', 'src-preload', 'src-renderer', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const products = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** The build task: builds if a source changed, and says so either way. */
export default async function build() {
  const startedAt = Date.now()
  if (!(await ensureBuilt())) say(`  Build is up to date ${seconds(startedAt)}`)
  return { code: 0 }
}

/** Builds `out/` when a source differs from the last build; answers whether it did. */
export async function ensureBuilt() {
  if (isCurrent(sourceHash())) return false
  return withLock('build', async () => {
    const hash = sourceHash()
    if (isCurrent(hash)) return false
    await step('Building', compile)
    writeText(stampPath, hash)
    return true
  })
}

const isCurrent = (hash) => readText(stampPath) === hash && products.every((path) => has(path))

async function compile() {
  if (!has('electron.vite.config.ts')) throw new Stop('There is nothing to build yet: electron.vite.config.ts is missing.')
  const result = await run(projectNode(), [at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
    env: { ...projectEnv(), NODE_ENV: 'production', NO_COLOR: '1' },
    stdio: 'capture',
    group: true
  })
  if (result.code !== 0) throw new Stop('The build failed.', { output: result.output })
  const missing = products.filter((path) => !has(path))
  if (missing.length > 0) throw new Stop(`The build left out ${missing.join(', ')}.`, { output: result.output })
}

/** A hash of content and not of times: a checkout of another branch and back needs no build. */
function sourceHash() {
  const files = sources.flatMap((path) => listFiles(at(path))).sort()
  return sha256(...files.flatMap((file) => [`\0${relative(root, file)}\0`, readFileSync(file)]))
}

function listFiles(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
}
