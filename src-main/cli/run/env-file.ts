import { readFileSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '@contract/app-error'
import { isReference } from '../../core/run/references'
import { parseEnvFile } from '../../envfiles/parse'

const LIMIT_BYTES = 1_048_576

/** What env files say, the later ones before the earlier ones. */
export interface EnvFileLines {
  /** The real files. */
  readonly files: readonly string[]
  readonly plain: ReadonlyMap<string, string>
  readonly references: readonly { readonly name: string; readonly reference: string }[]
}

/**
 * Reads env files as dotenv does; nothing in them is expanded or run. A pipe will do. Throws `env-file-missing`,
 * `file-unreadable`, `env-file-unreadable`, `env-name-invalid`, `input-too-large`.
 */
export function readEnvFiles(named: readonly string[]): EnvFileLines {
  const files: string[] = []
  const lines = new Map<string, string>()
  for (const name of named) {
    const file = resolve(name)
    const bytes = bytesOf(file)
    if (bytes.length > LIMIT_BYTES) throw new AppError('input-too-large', { limitBytes: LIMIT_BYTES })
    for (const assignment of parseEnvFile(bytes, file).assignments) lines.set(assignment.name, assignment.value)
    files.push(realpathSync(file))
  }
  const references = [...lines].flatMap(([name, reference]) => (isReference(reference) ? [{ name, reference }] : []))
  for (const { name } of references) requireEnvName(name)
  for (const { name } of references) lines.delete(name)
  return { files, plain: lines, references }
}

/** A name for which there may be a value in the vault. Throws `env-name-invalid`. */
export function requireEnvName(name: string): void {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(name)) throw new AppError('env-name-invalid', { name })
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw isMissing ? new AppError('env-file-missing', { file }) : new AppError('file-unreadable', { file })
  }
}
