import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { readdir, readlink, realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Node itself and its like: their size and time tell builds apart as well, and reading them takes long. */
const LARGE_BYTES = 8_388_608

/** Which build of `kq` lies in the resources of an app: 16 hexadecimal digits over its files. */
export function buildOf(resources: string): string {
  const digest = createHash('sha256')
  for (const part of ['bin', 'kq']) {
    for (const file of filesIn(join(resources, part))) {
      const { size, mtimeMs } = statSync(file)
      digest.update(JSON.stringify([relative(resources, file), size, size > LARGE_BYTES ? mtimeMs : null]))
      if (size <= LARGE_BYTES) digest.update(readFileSync(file))
    }
  }
  return digest.digest('hex').slice(0, 16)
}

function filesIn(folder: string): string[] {
  // What is not there is offered by nobody either.
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The copies in `copies` that a program of this person runs from, by proc(5). */
export async function runningFrom(copies: string): Promise<Set<string>> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const programs = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/exe`).catch(() => '')))
  const around = `${await realpath(copies).catch(() => copies)}/`
  const inside = programs.filter((program) => program.startsWith(around))
  return new Set(inside.map((program) => program.slice(around.length).split('/')[0] ?? ''))
}
