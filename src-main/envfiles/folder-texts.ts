import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'
import { isTemporaryName } from './temporary'
import { toText } from './text-of-bytes'

/** A text file as it stands on the disk or in the index. */
export interface FolderText {
  readonly file: string
  /** From the folder, with `/`. */
  readonly path: string
  readonly text: string
}

/** What was not looked at: one file that is binary, too large or not readable, or all behind a limit. */
export interface TextsSkipped {
  readonly skipped: 'file' | 'rest'
}

export interface TextLimits {
  readonly files: number
  readonly depth: number
  readonly bytes: number
}

/** A file of more than 1 MiB is data. */
export const LARGEST_TEXT = 1024 * 1024

const LIMITS: TextLimits = { files: 50_000, depth: 40, bytes: 2 ** 30 }

/** What others wrote, and what tools make anew. Builds are looked through: a secret in a bundle is given away. */
const SKIPPED = new Set(
  (
    'node_modules bower_components jspm_packages .git .hg .svn .venv venv __pycache__ .tox .mypy_cache .gradle ' +
    '.terraform Pods .yarn .pnpm-store .cache .parcel-cache .turbo .svelte-kit'
  ).split(' ')
)

/**
 * Every text file in `folder` and below, by name; links are not followed. What cannot be read is passed over and said.
 * Ends early, without a word, once `signal` is aborted.
 */
export async function* folderTexts(
  folder: string,
  signal: AbortSignal,
  limits: Partial<TextLimits> = {}
): AsyncGenerator<FolderText | TextsSkipped> {
  const { files, depth, bytes } = { ...LIMITS, ...limits }
  const waiting = [{ path: '', depth: 0 }]
  let filesLeft = files
  let bytesLeft = bytes
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const below: typeof waiting = []
    for (const entry of await namesIn(join(folder, next.path))) {
      if (signal.aborted) return
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) {
        if (next.depth === depth) yield { skipped: 'rest' }
        else below.push({ path, depth: next.depth + 1 })
      }
      if (!entry.isFile() || isTemporaryName(entry.name)) continue
      filesLeft -= 1
      if (filesLeft < 0 || bytesLeft < 0) {
        yield { skipped: 'rest' }
        return
      }
      const text = await readText(join(folder, path))
      bytesLeft -= text?.length ?? 0
      yield text === null ? { skipped: 'file' } : { file: join(folder, path), path, text }
    }
    waiting.push(...below.reverse())
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    // Without O_NONBLOCK a file that has become a FIFO would be waited for.
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const stats = await handle.stat()
      if (!stats.isFile() || stats.size > LARGEST_TEXT) return null
      const buffer = Buffer.alloc(stats.size + 1)
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
      return toText(buffer.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}

async function namesIn(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch {
    return []
  }
}
