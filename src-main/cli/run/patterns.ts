/** Shorter values are no secrets worth the name, and would tear holes into every output. */
const SHORTEST = 4
/** An encoding of a short value is met by chance. */
const SHORTEST_ENCODED = 8
/** Where `base64` and `openssl base64` break lines. */
const WRAPPED_AT = [76, 64]

/**
 * Every spelling in which a value is looked for in output: as it is, its lines, and as JSON, in a URL or form, in Base64
 * (standing alone, wrapped, or at any place in something larger) and in hexadecimal. Longest first.
 */
export function patternsOf(values: readonly string[]): Buffer[] {
  const spellings = new Set<string>()
  for (const value of values) {
    if (Buffer.byteLength(value) < SHORTEST) continue
    spellings.add(value)
    for (const line of value.split(/\r?\n/)) {
      if (line.length >= SHORTEST_ENCODED && !line.startsWith('-----')) spellings.add(line)
    }
    for (const encoded of [...inJson(value), ...inUrls(value), ...inBase64(value), ...inHex(value)]) {
      if (encoded.length >= SHORTEST_ENCODED) spellings.add(encoded)
    }
  }
  return [...spellings].map((text) => Buffer.from(text, 'utf8')).sort((one, other) => other.length - one.length)
}

function inJson(value: string): string[] {
  const plain = JSON.stringify(value).slice(1, -1)
  // As Python's json writes it, and as PHP's does.
  const ascii = plain.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [plain, ascii, plain.replaceAll('/', '\\/')]
}

function inUrls(value: string): string[] {
  const component = encoded(value)
  const strict = component.replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  const forms = [component, strict, strict.replaceAll('%20', '+')]
  return [...forms, ...forms.map((form) => form.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()))]
}

/** Half of a surrogate pair has no spelling in a URL. */
function encoded(value: string): string {
  try {
    return encodeURIComponent(value)
  } catch {
    return value
  }
}

function inBase64(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8')
  const alone = bytes.toString('base64')
  const inside = [0, 1, 2].map((offset) => {
    // Only the characters that no neighbour has a bit in.
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
  })
  const wrapped = WRAPPED_AT.flatMap((columns) => (alone.length > columns ? piecesOf(alone, columns) : []))
  const all = [alone, ...inside, ...wrapped]
  return [...all, ...all.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))]
}

function piecesOf(text: string, columns: number): string[] {
  const count = Math.ceil(text.length / columns)
  return Array.from({ length: count }, (_, index) => text.slice(index * columns, (index + 1) * columns))
}

function inHex(value: string): string[] {
  const hex = Buffer.from(value, 'utf8').toString('hex')
  return [hex, hex.toUpperCase()]
}
