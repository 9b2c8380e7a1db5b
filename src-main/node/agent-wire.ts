import type { Socket } from 'node:net'

/** What both ends of the agent's socket must agree on; another number means another language. */
export const PROTOCOL = 2

const HEADER_BYTES = 4

export interface FrameLimits {
  /** The largest frame that is taken. May change while the connection goes on. */
  readonly largestBytes: () => number
  /** How long one frame may take to arrive whole. */
  readonly withinMs: number
}

/**
 * Reads frames: four bytes of length, big-endian, and as many of JSON in UTF-8. A frame that is empty, too large, too
 * slow or no JSON ends the connection; `broken` is told once and nothing more is read.
 */
export function readFrames(
  socket: Socket,
  { largestBytes, withinMs }: FrameLimits,
  onFrame: (frame: unknown) => void,
  broken: () => void
): void {
  let chunks: Buffer[] = []
  let held = 0
  let timer: NodeJS.Timeout | undefined
  let ended = false
  const isOver = (): boolean => ended

  function fail(): void {
    if (ended) return
    ended = true
    clearTimeout(timer)
    chunks = []
    broken()
  }

  /** The next `bytes` that arrived, or null while they have not. */
  function take(bytes: number): Buffer | null {
    if (held < bytes) return null
    const whole = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
    chunks = whole.length > bytes ? [whole.subarray(bytes)] : []
    held = whole.length - bytes
    return whole.subarray(0, bytes)
  }

  let waitsFor: number | null = null
  function drain(): void {
    for (;;) {
      if (waitsFor === null) {
        const header = take(HEADER_BYTES)
        if (header === null) return
        waitsFor = header.readUInt32BE(0)
        if (waitsFor === 0 || waitsFor > largestBytes()) {
          fail()
          return
        }
      }
      const body = take(waitsFor)
      if (body === null) return
      waitsFor = null
      const frame = parse(body)
      if (frame === undefined) {
        fail()
        return
      }
      onFrame(frame)
      if (isOver()) return
    }
  }

  socket.on('data', (chunk: Buffer) => {
    if (ended) return
    chunks.push(chunk)
    held += chunk.length
    drain()
    clearTimeout(timer)
    timer = undefined
    // Begun and not whole: whoever sends a byte now and then must not hold the connection for ever.
    if (!isOver() && (held > 0 || waitsFor !== null)) timer = setTimeout(fail, withinMs)
  })
  socket.on('close', () => {
    ended = true
    clearTimeout(timer)
    chunks = []
  })
}

export function writeFrame(socket: Socket, frame: object): void {
  if (socket.destroyed || socket.writableEnded) return
  const body = JSON.stringify(frame)
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + Buffer.byteLength(body, 'utf8'))
  bytes.writeUInt32BE(bytes.length - HEADER_BYTES, 0)
  bytes.write(body, HEADER_BYTES, 'utf8')
  socket.write(bytes)
}

/** Undefined for what is no JSON. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
