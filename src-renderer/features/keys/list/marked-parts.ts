/** The words of a search, as the core takes them apart. */
export function searchWords(text: string): readonly string[] {
  return text
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
}

export interface Part {
  readonly text: string
  readonly marked: boolean
}

/** A text in parts, with every beginning of a word that a search found marked. */
export function markedParts(text: string, words: readonly string[]): readonly Part[] {
  const found = words
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .sort((one, other) => other.length - one.length)
  if (found.length === 0) return [{ text, marked: false }]
  const beginnings = new RegExp(`(?<![\\p{L}\\p{N}])(?:${found.join('|')})`, 'giu')
  const parts: Part[] = []
  let at = 0
  for (const match of text.matchAll(beginnings)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), marked: false })
    parts.push({ text: match[0], marked: true })
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false })
  return parts
}
