import type { ManifestProblem } from '@contract/model/connector'
import type { z } from 'zod'
import { utf8Length } from '@contract/model/base'
import { prototypeNames } from '../expression'
import { manifest, type Manifest } from '../manifest'
import { findContradictions } from './contradictions'

/** A manifest is at most 256 KiB of UTF-8. */
export const MOST_MANIFEST_BYTES = 262_144
const DEEPEST = 32
const MOST_PROBLEMS = 50

export type ParsedManifest = { readonly manifest: Manifest } | { readonly problems: readonly ManifestProblem[] }

/**
 * Reads the text of a manifest. Each problem says its place in the file, `kinds[0].operations.create.path`, and what
 * was expected there; a text that is no JSON gets the line, `line 12`. Nothing of the text is repeated.
 */
export function parseManifest(text: string): ParsedManifest {
  if (text.length > MOST_MANIFEST_BYTES || utf8Length(text) > MOST_MANIFEST_BYTES) {
    return problem('', 'a file of at most 256 KiB')
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return problem(`line ${lineOf(json, error).toString()}`, 'JSON (RFC 8259)')
  }
  return checkManifest(value)
}

/** As {@link parseManifest}, for a value that was read already. */
export function checkManifest(value: unknown): ParsedManifest {
  const unsafe = findUnsafe(value, [])
  if (unsafe !== null) return { problems: [unsafe] }
  const parsed = manifest.safeParse(value)
  if (!parsed.success) return { problems: parsed.error.issues.flatMap(problemsOf).slice(0, MOST_PROBLEMS) }
  const problems = findContradictions(parsed.data)
  return problems.length > 0 ? { problems: problems.slice(0, MOST_PROBLEMS) } : { manifest: parsed.data }
}

/** A place in the file as a person would write it: `kinds[0].operations.create.path`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, part) => {
    if (typeof part === 'number') return `${place}[${part.toString()}]`
    return place === '' ? String(part) : `${place}.${String(part)}`
  }, '')
}

function problem(path: string, expected: string): ParsedManifest {
  return { problems: [{ path, expected }] }
}

/** V8 says where: "at position 31 (line 4 column 2)"; without it the text ended too early. */
function lineOf(text: string, error: unknown): number {
  const said = error instanceof Error ? /\(line (\d{1,9}) column/.exec(error.message)?.[1] : undefined
  return said === undefined ? text.split('\n').length : Number(said)
}

function findUnsafe(value: unknown, path: PropertyKey[]): ManifestProblem | null {
  if (typeof value !== 'object' || value === null) return null
  if (path.length >= DEEPEST) return { path: placeOf(path), expected: 'fewer levels' }
  for (const [key, inner] of Object.entries(value)) {
    const place = [...path, Array.isArray(value) ? Number(key) : key]
    if (prototypeNames.has(key)) return { path: placeOf(place), expected: 'another name' }
    const found = findUnsafe(inner, place)
    if (found !== null) return found
  }
  return null
}

type Issue = z.core.$ZodIssue

function problemsOf(issue: Issue): ManifestProblem[] {
  const path = placeOf(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: placeOf([...issue.path, key]), expected: 'a field of the format' }))
    case 'invalid_key':
      return issue.issues.map((inner) => ({ path, expected: inner.message }))
    case 'invalid_union':
      return [{ path, expected: unionWords(issue) }]
    case 'invalid_type':
      return [{ path, expected: typeWords(issue.expected) }]
    case 'invalid_value':
      return [{ path, expected: issue.values.map((value) => JSON.stringify(value)).join(' or ') }]
    case 'too_big':
      return [{ path, expected: `at most ${issue.maximum.toString()}${sizeWords(issue.origin)}` }]
    case 'too_small':
      return [{ path, expected: `at least ${issue.minimum.toString()}${sizeWords(issue.origin)}` }]
    default:
      return [{ path, expected: issue.message }]
  }
}

function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const options =
    'options' in issue && Array.isArray(issue.options) ? issue.options.map((one) => JSON.stringify(one)) : []
  return options.length > 0 ? `one of ${options.join(', ')}` : 'one of the forms the format has'
}

function typeWords(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    boolean: 'true or false',
    number: 'a number',
    int: 'a whole number',
    object: 'an object',
    record: 'an object',
    array: 'a list'
  }
  return words[type] ?? type
}

function sizeWords(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}
