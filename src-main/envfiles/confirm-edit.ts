import { AppError } from '@contract/errors'
import { readAsNode } from './node-view'
import { parseEnvFile, type Assignment } from './parse'

interface Edited {
  readonly before: Uint8Array
  readonly after: Uint8Array
  readonly file: string
  readonly name: string
  /** What `name` must mean now; null when it must be gone. */
  readonly value: string | null
  readonly line: number
}

/**
 * Reads both versions again and throws `env-file-unreadable` unless `name` means `value` in the new one and every
 * other assignment is there as before: by this parser to the byte, and by Node's to the value.
 */
export function confirmEdit(edited: Edited): void {
  if (!agreesWithUs(edited) || !agreesWithNode(edited)) {
    throw new AppError('env-file-unreadable', { file: edited.file, line: edited.line })
  }
}

function agreesWithUs({ before, after, file, name, value }: Edited): boolean {
  const old = parseEnvFile(before, file).assignments
  const now = parseEnvFile(after, file).assignments
  const mine = now.filter((assignment) => assignment.name === name)
  if ((mine.at(-1)?.value ?? null) !== value) return false
  // Earlier duplicates are among the others: they stay as they were.
  const othersOf = (bytes: Uint8Array, all: readonly Assignment[]): string[] => {
    const last = value === null ? undefined : all.findLast((assignment) => assignment.name === name)
    return all
      .filter((assignment) => assignment !== last && (value !== null || assignment.name !== name))
      .map((assignment) => written(bytes, assignment))
  }
  return isDeepEqual(othersOf(before, old), othersOf(after, now))
}

function written(bytes: Uint8Array, { name, value, span, exported, doubt }: Assignment): string {
  const raw = Buffer.from(bytes.subarray(span.start, span.end)).toString('latin1')
  return JSON.stringify([name, value, raw, exported, doubt])
}

function agreesWithNode({ before, after, name, value }: Edited): boolean {
  const old = readAsNode(before)
  const now = readAsNode(after)
  if ((now.get(name) ?? null) !== value) return false
  old.delete(name)
  now.delete(name)
  return isDeepEqual([...old], [...now])
}

function isDeepEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
