import { watch } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { stopSignal } from './child.mjs'
import { at } from './paths.mjs'
import { say, Stop } from './progress.mjs'
import start from './start.mjs'

const folders = ['src-main', 'src-preload', 'src-renderer', 'resources']
const quietMs = 300

/** Opens the app and, whenever a source has changed, builds and opens it anew. There is no other page than the built one. */
export default async function dev(args) {
  for (;;) {
    const change = nextChange()
    const restart = new AbortController()
    const ended = start(args, { abort: restart.signal })
    const first = await Promise.race([ended.then((result) => ({ result })), change.happened.then(() => null)])
    change.stop()
    if (first !== null || stopSignal()) return first?.result ?? (await ended)
    await builtAgain()
    restart.abort()
    await ended
  }
}

/** Waits for a build that succeeds; what fails is said, and the next change tried. */
async function builtAgain() {
  for (;;) {
    try {
      await ensureBuilt()
      return
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      say(`${error.output}\n${error.message}`)
      const change = nextChange()
      await change.happened
      change.stop()
    }
  }
}

/** Settles once the sources have changed and then been quiet for a moment. */
function nextChange() {
  let timer
  let settle
  const happened = new Promise((resolve) => {
    settle = resolve
  })
  const watchers = folders.map((folder) =>
    watch(at(folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(settle, quietMs)
    })
  )
  const stop = () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
  return { happened, stop }
}
