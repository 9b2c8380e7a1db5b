import { isShowableName } from './comments'
import type { DigestOf } from './digest'
import { assignmentOf, parseEnvFile, type ParsedEnv } from './parse'

/** `group`: cells of one row with the same number hold the same value; numbers of different rows say nothing. */
export type EnvironmentCell = 'absent' | 'empty' | { readonly group: number }

export interface EnvironmentRow {
  readonly name: string
  /** One for each file, in the files' order. */
  readonly cells: readonly EnvironmentCell[]
}

export interface EnvironmentTable {
  readonly files: readonly string[]
  /** In the order in which names are first met. */
  readonly rows: readonly EnvironmentRow[]
}

/**
 * Which names stand in which env files, and where their values are equal; by digest, so that the table holds neither
 * values nor anything made of them. Throws `env-file-unreadable` at a NUL byte. Pure.
 */
export function compareEnvironments(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
  digestOf: DigestOf
): EnvironmentTable {
  const parsed = files.map(({ file, bytes }) => parseEnvFile(bytes, file))
  const names = new Set(parsed.flatMap(({ assignments }) => assignments.map(({ name }) => name)))
  return {
    files: files.map(({ file }) => file),
    rows: [...names].filter(isShowableName).map((name) => ({ name, cells: cellsOf(name, parsed, digestOf) }))
  }
}

function cellsOf(name: string, files: readonly ParsedEnv[], digestOf: DigestOf): EnvironmentCell[] {
  const groups = new Map<string, number>()
  return files.map((parsed) => {
    const value = assignmentOf(parsed, name)?.value
    if (value === undefined) return 'absent'
    if (value === '') return 'empty'
    const digest = digestOf(new TextEncoder().encode(value))
    const group = groups.get(digest) ?? groups.size + 1
    groups.set(digest, group)
    return { group }
  })
}
