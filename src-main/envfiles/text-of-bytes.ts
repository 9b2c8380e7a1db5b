/** git looks this far for a NUL to tell binary files, too (buffer_is_binary in its xdiff-interface.c). */
const LOOKED_AT = 8_000

/** The text in `bytes`, or null for what is binary. UTF-16 is told by its byte order mark. */
export function toText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes)
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return null
  return new TextDecoder().decode(bytes)
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}
