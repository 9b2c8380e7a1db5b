import { createHash, randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
  type FSWatcher
} from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

export interface SecondInstance {
  readonly argv: string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

/**
 * One running app per user data folder, as Chromium does it: a symbolic link named SingletonLock
 * whose target names the process. Making a link is atomic and says who made it, so a lock left by
 * a killed process is recognised. A second process leaves its message as a file beside it.
 */
export class SingleInstanceLock {
  readonly #folder: string
  readonly #link: string
  readonly #inbox: string
  #watcher: FSWatcher | undefined

  constructor(userData: string) {
    this.#folder = userData
    this.#link = path.join(userData, 'SingletonLock')
    const name = createHash('sha256').update(userData).digest('hex').slice(0, 12)
    this.#inbox = path.join(userData, `.second-instance-${name}`)
  }

  get isHeld(): boolean {
    return this.#watcher !== undefined
  }

  /** Whether this process is the one. If not, the one that is gets the message. */
  request(message: SecondInstance, onSecondInstance: (message: SecondInstance) => void): boolean {
    if (this.isHeld) return true
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    if (!this.#take()) {
      this.#leave(message)
      return false
    }
    mkdirSync(this.#inbox, { recursive: true, mode: 0o700 })
    this.#watcher = watch(this.#inbox, () => this.#collect(onSecondInstance))
    this.#watcher.unref()
    // One that was started at the same moment can have left its message before the watch.
    this.#collect(onSecondInstance)
    return true
  }

  release(): void {
    if (!this.isHeld) return
    this.#watcher?.close()
    this.#watcher = undefined
    rmSync(this.#inbox, { recursive: true, force: true })
    rmSync(this.#link, { force: true })
  }

  #take(): boolean {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        symlinkSync(`${hostname()}-${String(process.pid)}`, this.#link)
        return true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        if (this.#isHolderAlive()) return false
        // What was left for the one that is dead is for nobody.
        rmSync(this.#inbox, { recursive: true, force: true })
        rmSync(this.#link, { force: true })
      }
    }
    return false
  }

  #isHolderAlive(): boolean {
    try {
      const pid = Number(/-(\d+)$/.exec(readlinkSync(this.#link))?.[1])
      // A number can be another program's by now; ours names the stand-in.
      return pid !== process.pid && readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('electron-standin')
    } catch {
      return false
    }
  }

  #leave(message: SecondInstance): void {
    const name = randomUUID()
    try {
      // Renamed into place, so that the other side never reads half a message.
      const draft = path.join(this.#folder, `.${name}.draft`)
      writeFileSync(draft, JSON.stringify(message), { mode: 0o600 })
      mkdirSync(this.#inbox, { recursive: true, mode: 0o700 })
      renameSync(draft, path.join(this.#inbox, `${name}.json`))
    } catch {
      // The first instance is just leaving; Electron loses the message then, too.
    }
  }

  #collect(onSecondInstance: (message: SecondInstance) => void): void {
    for (const name of readdirSync(this.#inbox).filter((file) => file.endsWith('.json'))) {
      const file = path.join(this.#inbox, name)
      const message = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance
      rmSync(file, { force: true })
      onSecondInstance(message)
    }
  }
}
