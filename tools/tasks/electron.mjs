import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { withLock } from './lock.mjs'
import { projectEnv, projectNode } from './node.mjs'
import { at, has, readJson, readText, writeText } from './paths.mjs'
import { step } from './progress.mjs'

const failurePath = at('.cache', 'electron-download.json')
const rememberMs = 24 * 60 * 60 * 1000
const firstByteMs = 8000
const stallMs = 60_000

/** The version of Electron that package.json pins. */
export const electronVersion = () => readJson(at('node_modules', 'electron', 'package.json'))?.version

/** The path of Electron's own binary, or undefined when it has not been downloaded. */
export function findElectron() {
  const dist = at('node_modules', 'electron', 'dist')
  if (readText(join(dist, 'version'))?.trim().replace(/^v/, '') !== electronVersion()) return undefined
  const binary = readText(at('node_modules', 'electron', 'path.txt'))
  return binary && has('node_modules', 'electron', 'dist', binary) ? join(dist, binary) : undefined
}

/**
 * Downloads Electron's binary unless it is there; answers its path, or undefined when it cannot be had.
 * A failure is remembered for a day, so that the next start does not wait for it again.
 */
export async function obtainElectron({ evenIfItFailed = false } = {}) {
  const found = findElectron()
  if (found || (!evenIfItFailed && failedLately())) return found
  return withLock('electron', async () => {
    if (!findElectron()) await step('Downloading Electron', download)
    const path = findElectron()
    if (path) rmSync(failurePath, { force: true })
    else writeText(failurePath, JSON.stringify({ version: electronVersion(), at: new Date().toISOString() }))
    return path
  })
}

/** The shared libraries Electron's binary misses on this Linux machine, by name. */
export function missingLibraries(binary) {
  if (process.platform !== 'linux') return []
  try {
    // The loader lists what it finds and what not, and starts nothing: this is all that ldd does.
    const env = { ...process.env, LD_TRACE_LOADED_OBJECTS: '1' }
    const lines = execFileSync(binary, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')
    return lines.filter((line) => line.includes('not found')).map((line) => line.trim().split(' ')[0])
  } catch {
    return []
  }
}

function failedLately() {
  const failure = readJson(failurePath)
  return failure?.version === electronVersion() && Date.now() - Date.parse(failure.at) < rememberMs
}

/**
 * Electron's installer says nothing while it waits or loads, so the bytes in its temporary folder tell
 * a slow download, which may go on, from a network that lets nothing through, which may not.
 */
async function download() {
  const folder = at('.cache', 'electron-download')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let loaded = 0
  let changedAt = Date.now()
  const stop = new AbortController()
  const watch = setInterval(() => {
    const now = bytesIn(folder)
    if (now !== loaded) [loaded, changedAt] = [now, Date.now()]
    if (Date.now() - changedAt > (loaded > 0 ? stallMs : firstByteMs)) stop.abort()
  }, 500)
  try {
    const env = { ...projectEnv(), TMPDIR: folder, TEMP: folder, TMP: folder }
    delete env.ELECTRON_OVERRIDE_DIST_PATH
    await run(projectNode(), [at('node_modules', 'electron', 'install.js')], { env, stdio: 'capture', group: true, abort: stop.signal })
  } finally {
    clearInterval(watch)
    rmSync(folder, { recursive: true, force: true })
  }
}

function bytesIn(folder) {
  let total = 0
  for (const name of readdirSync(folder, { recursive: true })) {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false })
    if (stat?.isFile()) total += stat.size
  }
  return total
}
