import { createReadStream, fstatSync, writeSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from './usage-error'

const RETRY_MS = 5
const LONGEST_BYTES = 1_048_576

interface Source {
  readonly chunks: AsyncIterator<Buffer>
  rest: Buffer
}

/**
 * Secrets come in by file descriptor. One descriptor may carry several, a line each: the first asked for takes the
 * first line, and {@link Descriptors.readAll} takes what is left.
 */
export interface Descriptors {
  /** The next line, without its line end. Throws {@link UsageError}. */
  readLine(descriptor: number): Promise<string>
  /** Everything left, without one line end at its end. Throws {@link UsageError}. */
  readAll(descriptor: number): Promise<string>
}

export function createDescriptors(stdin: Readable): Descriptors {
  const sources = new Map<number, Source>()

  function sourceOf(descriptor: number): Source {
    const known = sources.get(descriptor)
    if (known !== undefined) return known
    if (descriptor > 2) requireOpen(descriptor)
    const stream: Readable = descriptor === 0 ? stdin : createReadStream('', { fd: descriptor, autoClose: false })
    const source = { chunks: stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>, rest: Buffer.alloc(0) }
    sources.set(descriptor, source)
    return source
  }

  /** Whether there was more. */
  async function readMore(source: Source): Promise<boolean> {
    const next = await source.chunks.next().catch(() => {
      throw new UsageError('The file descriptor for a secret cannot be read; nothing was changed.')
    })
    if (next.done === true) return false
    source.rest = Buffer.concat([source.rest, Buffer.from(next.value)])
    if (source.rest.length > LONGEST_BYTES)
      throw new UsageError('More than 1 MiB was sent where a secret was expected; nothing was changed.')
    return true
  }

  return {
    async readLine(descriptor) {
      const source = sourceOf(descriptor)
      while (!source.rest.includes(0x0a) && (await readMore(source)));
      const end = source.rest.indexOf(0x0a)
      const line = end === -1 ? source.rest : source.rest.subarray(0, end)
      source.rest = end === -1 ? Buffer.alloc(0) : source.rest.subarray(end + 1)
      return withoutCarriageReturn(line.toString('utf8'))
    },
    async readAll(descriptor) {
      const source = sourceOf(descriptor)
      while (await readMore(source));
      const all = source.rest.toString('utf8')
      source.rest = Buffer.alloc(0)
      return withoutCarriageReturn(all.endsWith('\n') ? all.slice(0, -1) : all)
    }
  }
}

/** Writes all of `text` to an open descriptor, however slowly it is read. Throws {@link UsageError} when it is not open. */
export async function writeToDescriptor(descriptor: number, text: string): Promise<void> {
  if (descriptor > 2) requireOpen(descriptor)
  let bytes = Buffer.from(text, 'utf8')
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes))
    } catch (error) {
      // A pipe that Node has made non-blocking says so when it is full.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      await wait(RETRY_MS)
    }
  }
}

/** Throws {@link UsageError}. For a descriptor that is written to only after something was made elsewhere. */
export function requireOpen(descriptor: number): void {
  if (isReadable(descriptor)) return
  throw new UsageError(
    `File descriptor ${String(descriptor)} is not open; nothing was changed. ` +
      'npm hands on 0, 1 and 2 only: use 0, or start tools/kq, which hands on all.'
  )
}

/** Whether it is a file, pipe, socket or terminal: Node's own descriptors of other kinds are none of the caller's. */
function isReadable(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor)
    return found.isFile() || found.isFIFO() || found.isSocket() || found.isCharacterDevice()
  } catch {
    return false
  }
}

function withoutCarriageReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
