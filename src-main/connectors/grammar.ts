import { RE2JS } from 're2js'

/** A pattern of a manifest is at most this long, and no text longer than {@link LONGEST_SUBJECT} is matched. */
const LONGEST_PATTERN = 300
const LONGEST_SUBJECT = 4_096
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
 * the text are foreign. A text over 4,096 characters, or a pattern that {@link isGrammar} refuses, fits nothing.
 */
export function fitsGrammar(pattern: string, text: string): boolean {
  if (text.length > LONGEST_SUBJECT) return false
  return compileGrammar(pattern)?.matches(text) ?? false
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
  if (pattern.length > LONGEST_PATTERN) return null
  try {
    return RE2JS.compile(pattern)
  } catch {
    return null
  }
}
