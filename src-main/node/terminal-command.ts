import { existsSync, lstatSync, readFileSync, readlinkSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '@contract/errors'
import type { TerminalCommandStanding } from '@contract/model/terminal-command'
import type { TerminalCommand } from '../ports/terminal-command'
import { isCode } from './agent-place'
import { appImageOf } from './app-image'
import { buildOf, runningFrom } from './command-copies'
import { commandPlace, isOnPath, isPassing, isShim, windowsShim, type CommandSurroundings } from './command-place'
import { createPrivateFile } from './private-file'

export interface TerminalCommandOptions extends CommandSurroundings {
  /** Where a copy is kept of a `kq` that is there only while the app runs, as from an AppImage. */
  readonly copies: string
  readonly version: string
}

const lastLink = z.strictObject({ link: z.string().max(4_096) })

/** What the system's package links. */
const PACKAGED = '/usr/bin/kq'

/** `former`: a link of ours that leads to another version's copy, or to where the app was before. */
type Found = 'nothing' | 'ours' | 'former' | 'foreign'

/** Puts `kq` where terminals look for commands, and takes it away (docs/adr/0012). */
export function createTerminalCommand(options: TerminalCommandOptions): TerminalCommand & { keepUp(): Promise<void> } {
  const { platform, launcher, copies, version } = options
  const isCopied = platform === 'linux' && appImageOf(options.env, launcher) !== null
  const place = commandPlace(options)
  const placed = createPrivateFile(join(dirname(copies), 'command.json'))
  const resources = dirname(dirname(launcher))
  let name: string | null = null

  /** What a copy is called: of one version there can be several builds. */
  const copyName = (): string => (name ??= `${version}-${buildOf(resources)}`)
  const target = (): string => (isCopied ? join(copies, copyName(), 'bin', 'kq') : launcher)

  function find(): Found {
    if (!isThere(place)) return 'nothing'
    if (platform === 'win32') {
      const text = readFileSync(place, 'utf8')
      return text === windowsShim(options) ? 'ours' : isShim(text) ? 'former' : 'foreign'
    }
    const link = linkAt(place)
    if (link === null) return 'foreign'
    if (link === target()) return existsSync(link) ? 'ours' : 'former'
    // Where another link leads to nothing, somebody else may still mean it.
    return link.startsWith(`${copies}/`) || (link === lastPlaced() && !existsSync(link)) ? 'former' : 'foreign'
  }

  /** Where the link led that was put there last, from this place or one the app was in before. */
  function lastPlaced(): string | null {
    return lastLink.safeParse(placed.read()).data?.link ?? null
  }

  function judge(): TerminalCommandStanding['state'] {
    if (!existsSync(launcher)) return 'unavailable'
    if (platform === 'linux' && linkAt(PACKAGED) === launcher) return 'packaged'
    const found = find()
    if (found === 'ours') return 'installed'
    if (isPassing(options)) return 'passing'
    return found === 'foreign' ? 'foreign' : 'absent'
  }

  function standing(): TerminalCommandStanding {
    const state = judge()
    const shown = state === 'packaged' ? PACKAGED : place
    return { state, place: shown, folder: dirname(shown), onPath: state === 'packaged' || isOnPath(place, options) }
  }

  /** A copy is whole or not there, and the one that is in use is not touched. */
  async function copy(): Promise<void> {
    const whole = join(copies, copyName())
    if (existsSync(target())) return
    await mkdir(copies, { recursive: true, mode: 0o700 })
    const half = `${whole}.half`
    await rm(half, { recursive: true, force: true })
    for (const part of ['bin', 'kq']) await cp(join(resources, part), join(half, part), { recursive: true })
    await rename(half, whole)
  }

  async function put(): Promise<void> {
    if (isCopied) await copy()
    if (find() === 'former') await unlink(place)
    if (find() === 'ours') return
    await mkdir(dirname(place), { recursive: true })
    if (platform === 'win32') await writeFile(place, windowsShim(options), { flag: 'wx' })
    else {
      placed.write({ link: target() })
      await symlink(target(), place)
    }
    if (isCopied) await removeCopies(copyName())
  }

  /** What `kq unlock` left running loads parts of its copy only when it needs them. */
  async function removeCopies(kept: string | null): Promise<void> {
    const used = await runningFrom(copies)
    for (const other of await readdir(copies).catch(() => [])) {
      if (other !== kept && !used.has(other)) await rm(join(copies, other), { recursive: true, force: true })
    }
    if (kept === null && used.size === 0) await rm(copies, { recursive: true, force: true })
  }

  async function change(work: () => Promise<void>): Promise<TerminalCommandStanding> {
    if (find() === 'foreign') throw new AppError('command-name-taken', { file: place })
    try {
      await work()
    } catch (error) {
      if (isCode(error, 'EEXIST')) throw new AppError('command-name-taken', { file: place })
      throw new AppError('command-not-placed', { file: place })
    }
    return standing()
  }

  return {
    standing: () => Promise.resolve(standing()),
    async install() {
      const now = standing()
      if (now.state === 'packaged' || now.state === 'installed') return now
      if (now.state !== 'absent' && now.state !== 'foreign') throw new AppError('command-not-placed', { file: place })
      return change(put)
    },
    remove: () =>
      change(async () => {
        if (find() !== 'nothing') await unlink(place)
        placed.remove()
        if (isCopied) await removeCopies(null)
      }),
    /** An AppImage that was exchanged for another one brings its `kq` along. Never fails: the old one goes on. */
    async keepUp() {
      if (isCopied && existsSync(launcher) && find() === 'former') await change(put).catch(() => undefined)
    }
  }
}

/** For a process that is not the app. */
export const noTerminalCommand: TerminalCommand = {
  standing: () => Promise.resolve(NONE),
  install: () => Promise.resolve(NONE),
  remove: () => Promise.resolve(NONE)
}

const NONE: TerminalCommandStanding = { state: 'unavailable', place: '', folder: '', onPath: false }

/** What cannot be looked at counts as not there; putting something there says why. */
function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    return false
  }
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}
