import { MOST_KEYS_AT_ONCE } from '@contract/model/env'
import { UsageError } from '../usage-error'

/** A key of the command line, and its name in the file; null for its own. */
export interface NamedKey {
  readonly key: string
  readonly name: string | null
}

/** `KEY` and `NAME=KEY` as the command line has them; `as` names a single one. Throws {@link UsageError}. */
export function namedKeys(words: readonly string[], as: string | undefined): NamedKey[] {
  if (words.length > MOST_KEYS_AT_ONCE) {
    throw new UsageError(`At most ${String(MOST_KEYS_AT_ONCE)} keys are written at once; nothing was written.`)
  }
  const keys = words.map((word) => {
    const [, name = null, key = word] = /^([A-Za-z_][A-Za-z0-9_]{0,127})=(.+)$/.exec(word) ?? []
    return { key, name }
  })
  if (as === undefined) return keys
  const [only] = keys
  if (keys.length > 1 || only?.name !== null) {
    throw new UsageError('--as names a single key; give each of several as NAME=KEY.')
  }
  return [{ key: only.key, name: as }]
}
