import { RE2JS } from 're2js'

/** A pattern of a manifest is at most this long, and no text longer than {@link LONGEST_SUBJECT} is matched. */
const LONGEST_PATTERN = 300
const LONGEST_SUBJECT = 4_096
// Linear in the text is still slow where the pattern is a large machine: a{0,1000}a{0,1000}… of 20,000 steps.
const MOST_REPEATS = 1_000
const LARGEST_PROGRAM = 1_000
/** Steps of the machine times characters: some 25 ms. */
const MOST_WORK = 250_000
const MOST_KEPT = 500

/** Patterns come from manifests, of which there are few: what was compiled is kept. */
const compiled = new Map<string, RE2JS | null>()

/**
 * Whether `pattern` is a regular expression that manifests may hold: one that RE2 knows (github.com/google/re2, wiki
 * Syntax), so without look-around and back references, and that RE2 therefore matches in linear time.
 */
export function isGrammar(pattern: string): boolean {
  return compileGrammar(pattern) !== null
}

/**
 * Whether the whole of `text` fits `pattern`, matched by RE2 and never by the host's own engine: both the pattern and
 * the text are foreign. A text over 4,096 characters (fewer for a large pattern), or a pattern that {@link isGrammar}
 * refuses, fits nothing.
 */
export function fitsGrammar(pattern: string, text: string): boolean {
  const machine = text.length > LONGEST_SUBJECT ? null : compileGrammar(pattern)
  return machine !== null && machine.programSize() * text.length <= MOST_WORK && machine.matches(text)
}

function compileGrammar(pattern: string): RE2JS | null {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  if (compiled.size >= MOST_KEPT) compiled.clear()
  const fresh = compileFresh(pattern)
  compiled.set(pattern, fresh)
  return fresh
}

function compileFresh(pattern: string): RE2JS | null {
  if (pattern.length > LONGEST_PATTERN || repeatsIn(pattern) > MOST_REPEATS) return null
  try {
    const machine = RE2JS.compile(pattern)
    return machine.programSize() <= LARGEST_PROGRAM ? machine : null
  } catch {
    return null
  }
}

/** How often the parts of a pattern are repeated by number: x{30} and y{100,255} are 285. */
function repeatsIn(pattern: string): number {
  return [...pattern.matchAll(/\{(\d{1,9})(?:,(\d{0,9}))?\}/g)]
    .map(([, least = '0', most = '']) => Math.max(Number(least), Number(most)))
    .reduce((sum, repeats) => sum + repeats, 0)
}
