import { basename, dirname } from 'node:path'
import { AppError } from '@contract/errors'
import type { KeyId } from '@contract/model/base'
import { isInside } from '../../envfiles/inside'
import type { StoredBinding } from '../../ports/env-store'

interface Place {
  readonly folder: string | null
  readonly files: readonly string[]
}

/** Where a name stands in several files of a folder: these before others, as every reader of env files has it. */
const FIRST = ['.env.local', '.env']

/**
 * Which key each bound name stands for, of `files` or around `folder`. Throws `run-name-ambiguous` where a name is
 * bound to several keys in one folder and neither `.env.local` nor `.env` decides, and `key-not-found` for a binding
 * whose key was deleted.
 */
export function boundNames(
  bindings: readonly StoredBinding[],
  { folder, files }: Place,
  isAsked: (name: string) => boolean
): Map<string, KeyId> {
  const chosen = new Map<string, StoredBinding>()
  for (const binding of files.flatMap((file) => bindings.filter((one) => one.file === file))) {
    if (isAsked(binding.name)) chosen.set(binding.name, binding)
  }
  const near = folder === null ? [] : nearest(bindings, folder)
  for (const name of new Set(near.map((one) => one.name).filter(isAsked))) {
    chosen.set(name, decide(name, near))
  }
  return new Map([...chosen].map(([name, binding]) => [name, keyOf(binding)]))
}

/** Those of the folder itself, or of the first one above it, inside what the bindings belong to. */
function nearest(bindings: readonly StoredBinding[], folder: string): StoredBinding[] {
  const around = bindings.filter(
    ({ file, root }) => isAt(folder, root) && isAt(folder, dirname(file)) && isAt(dirname(file), root)
  )
  const deepest = Math.max(0, ...around.map(({ file }) => dirname(file).length))
  return around.filter(({ file }) => dirname(file).length === deepest)
}

function decide(name: string, near: readonly StoredBinding[]): StoredBinding {
  const fitting = near.filter((binding) => binding.name === name)
  const decided = FIRST.flatMap((file) => fitting.filter((binding) => basename(binding.file) === file))
  const [first, ...others] = decided.length > 0 ? decided.slice(0, 1) : fitting
  if (first === undefined) throw new AppError('binding-not-found', {})
  const other = others.find(({ keyId }) => keyId !== first.keyId)
  if (other !== undefined) throw new AppError('run-name-ambiguous', { name, one: first.file, other: other.file })
  return first
}

function keyOf({ keyId, keyName, isOrphan }: StoredBinding): KeyId {
  if (keyId === null || isOrphan) throw new AppError('key-not-found', { name: keyName })
  return keyId
}

function isAt(path: string, folder: string): boolean {
  return path === folder || isInside(path, folder)
}
