import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export interface Pipe {
  /** Ends when nobody holds the other end any more. */
  readonly read: Readable
  /** A descriptor for a program's output, to be closed here once the program has it. */
  readonly write: number
}

/**
 * `count` real pipes. Node itself gives a program sockets, which it cannot open by the names `/dev/stdout` and
 * `/dev/stderr`. Null where the system makes none; nothing of them is left on the disk.
 */
export function makePipes(count: number): Pipe[] | null {
  let folder: string | null = null
  const opened: number[] = []
  try {
    folder = mkdtempSync(join(tmpdir(), 'keyquay-'))
    const names = Array.from({ length: count }, (_, index) => join(folder ?? '', String(index)))
    execFileSync('mkfifo', ['-m', '600', ...names], { stdio: 'ignore' })
    return names.map((name) => {
      // Each end opens at once, since this one waits for no other.
      const read = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK)
      opened.push(read)
      const write = openSync(name, constants.O_WRONLY)
      opened.push(write)
      return { read: new Socket({ fd: read, readable: true, writable: false }), write }
    })
  } catch {
    for (const descriptor of opened) closeSync(descriptor)
    return null
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  }
}
