import { AppError } from '@contract/errors'
import type { ImportInput } from './candidate'
import { unreadable } from './unreadable'

/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so (Excel's "Unicode text"). The mark is dropped.
 * Throws `input-too-large` above `limitBytes`, and `import-unreadable` for anything that is not valid in its encoding.
 */
export function decodeText(input: ImportInput, limitBytes: number): string {
  if (input.bytes.length > limitBytes) throw new AppError('input-too-large', { limitBytes })
  try {
    return new TextDecoder(encodingOf(input.bytes), { fatal: true }).decode(input.bytes)
  } catch {
    throw unreadable(input.fileName)
  }
}

/** Lines without their ends, whichever of LF, CRLF and CR ends them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

/** By the byte order mark (encoding.spec.whatwg.org, BOM sniff); without one it is UTF-8. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
