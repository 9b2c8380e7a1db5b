import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { AppError } from '@contract/errors'

/** What {@link readBody} decodes: the value of `Accept-Encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

// RFC 9110 §8.4.1: `x-gzip` is gzip, `deflate` has the zlib wrapper.
const decoders = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress]
])

const FIRST_BYTES = 16 * 1024

export interface BodyLimits {
  readonly host: string
  /** Counted after decoding; nothing beyond is decoded. */
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/**
 * Reads and decodes an answer's body. Throws `provider-answer-too-large`, `provider-answer-unreadable` (an unknown
 * encoding, several of them, or bytes that are not in it), and what the connection fails with.
 */
export async function readBody(answer: IncomingMessage, { host, maxBytes, signal }: BodyLimits): Promise<Uint8Array> {
  const encoding = (answer.headersDistinct['content-encoding'] ?? []).join(', ').toLowerCase()
  if (answer.headersDistinct['content-length']?.[0] === '0') return new Uint8Array()
  const decode = decoders.get(encoding)
  if (decode === undefined && encoding !== '' && encoding !== 'identity') throw unreadable(host)
  const taken = createTaken(host, maxBytes)
  try {
    await (decode === undefined
      ? pipeline(answer, taken.take, { signal })
      : pipeline(answer, decode(), taken.take, { signal }))
  } catch (error) {
    throw isOfDecoder(error) ? unreadable(host) : error
  }
  return taken.bytes()
}

/** One growing buffer: a body that comes byte by byte would cost a hundred times its size as a list of pieces. */
function createTaken(
  host: string,
  maxBytes: number
): { take(source: AsyncIterable<Buffer>): Promise<void>; bytes(): Uint8Array } {
  let buffer = new Uint8Array(Math.min(FIRST_BYTES, maxBytes))
  let length = 0
  return {
    async take(source) {
      for await (const chunk of source) {
        if (length + chunk.length > maxBytes) {
          throw new AppError('provider-answer-too-large', { host, limitBytes: maxBytes })
        }
        if (length + chunk.length > buffer.length) {
          const larger = new Uint8Array(Math.min(maxBytes, Math.max(buffer.length * 2, length + chunk.length)))
          larger.set(buffer.subarray(0, length))
          buffer = larger
        }
        buffer.set(chunk, length)
        length += chunk.length
      }
    },
    bytes: () => buffer.slice(0, length)
  }
}

function unreadable(host: string): AppError {
  return new AppError('provider-answer-unreadable', { host, expected: ACCEPTED_ENCODINGS })
}

/** zlib's codes, and Brotli's, whose names begin with an empty prefix: `ERR__ERROR_FORMAT_PADDING_1`. */
function isOfDecoder(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || code.startsWith('ERR__') || code.startsWith('ERR_BROTLI')
}
