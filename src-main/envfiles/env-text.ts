import { AppError } from '@contract/app-error'

/** The text of an env file, and for each of its UTF-16 units the byte it came from. */
export interface EnvText {
  readonly text: string
  /** Where the text begins: 1 behind a byte order mark, else 0. */
  readonly start: number
  /** The byte at which the character at `index` begins; `index` may be the text's length. */
  byteAt(index: number): number
}

const REPLACEMENT = '\ufffd'

/**
 * Decodes `bytes` for scanning, never for writing: an edit copies bytes. What is not UTF-8 is read byte by byte, each
 * byte of 128 and more standing for nothing in particular, so that a Latin-1 comment does not keep a file from being
 * edited. Throws `env-file-unreadable` at a NUL, which no reader survives and UTF-16 is full of.
 */
export function readEnvText(bytes: Uint8Array, file: string): EnvText {
  const zero = bytes.indexOf(0)
  if (zero !== -1) throw new AppError('env-file-unreadable', { file, line: lineOfByte(bytes, zero) })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isUtf8 = isValidUtf8(bytes)
  const text = isUtf8 ? buffer.toString('utf8') : buffer.toString('latin1').replace(/[\x80-\xff]/g, REPLACEMENT)
  const offsets = isUtf8 && text.length !== bytes.length ? byteOffsets(text) : null
  return {
    text,
    start: text.startsWith('\ufeff') ? 1 : 0,
    byteAt: (index) => (offsets === null ? index : (offsets[index] ?? bytes.length))
  }
}

/** Of the byte at `at`, counted from 1. */
export function lineOfByte(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let index = 0; index < at; index += 1) {
    const byte = bytes[index]
    if (byte === 10 || (byte === 13 && bytes[index + 1] !== 10)) line += 1
  }
  return line
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function byteOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  let at = 0
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = at
    at += unitBytes(text.charCodeAt(index))
  }
  offsets[text.length] = at
  return offsets
}

/** Half of a surrogate pair stands for two of its four bytes. */
function unitBytes(unit: number): number {
  if (unit < 0x80) return 1
  if (unit < 0x800) return 2
  return unit >= 0xd800 && unit <= 0xdfff ? 2 : 3
}
