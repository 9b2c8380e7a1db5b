import { basename } from 'node:path'
import { envFileKind } from '../../envfiles/find'
import { parseEnvFile } from '../../envfiles/parse'

/** Where a value stands in an env file. */
export interface EnvValue {
  readonly name: string
  readonly line: number
}

/** The values of an env file with the names they are given; empty for a file that is none. */
export function envValuesIn(path: string, text: string): ReadonlyMap<string, EnvValue> {
  if (envFileKind(basename(path)) === null || text.includes('\0')) return new Map()
  const { assignments } = parseEnvFile(new TextEncoder().encode(text), path)
  return new Map(assignments.map(({ name, value, line }) => [value, { name, line }]))
}
