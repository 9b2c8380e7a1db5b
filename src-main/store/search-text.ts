const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u

/**
 * What a person typed, as an FTS5 query: every word must occur, each as the start of a word. Each is quoted, so no
 * letter of it is an operator. Null when nothing in it can be searched for.
 */
export function toSearchQuery(typed: string): string | null {
  const words = typed
    .replace(/\0/g, ' ')
    .split(/\s+/u)
    .filter((word) => SEARCHABLE.test(word))
  if (words.length === 0) return null
  return words.map((word) => `"${word.replace(/"/g, '""')}"*`).join(' ')
}

/** A name folded for sorting: case and accents do not matter. */
export function toSortName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
