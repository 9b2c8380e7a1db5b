import type { KeyId } from '@contract/model/base'
import type { KeyDetails } from '@contract/model/key'
import { suggestEnvName } from '../../../ui/env-name'

/** So many keys the core writes in one go. */
export const MOST_AT_ONCE = 100

/** What was chosen and typed so far; it stays while somebody goes back and forth. */
export interface Wanted {
  /** As typed; a key that is not in it has its own. */
  readonly names: ReadonlyMap<KeyId, string>
  /** Null: the first that is known. */
  readonly file: string | null
  readonly bound: boolean
}

export const nothingChosen: Wanted = { names: new Map(), file: null, bound: true }

export function nameOf({ names }: Wanted, { id, name, envName }: KeyDetails): string {
  return names.get(id) ?? envName ?? suggestEnvName(name)
}
