import type { KeyId } from '@contract/model/base'
import type { GrantReach } from '@contract/model/grant'

/** What a call needs to have been granted. `secrets`: the keys whose secrets leave the vault. */
export interface GrantNeed {
  readonly reach: GrantReach
  readonly secrets: readonly KeyId[] | 'all'
  /** The values of keys it makes itself leave the vault too. Not unless said. */
  readonly made?: boolean
}

/** What was asked for or given, by ids alone. */
export interface Extent {
  readonly reach: GrantReach
  readonly secrets: ReadonlySet<KeyId> | 'all'
  readonly made: boolean
}

export const EVERYTHING: Extent = { reach: 'change', secrets: 'all', made: true }

/** Whether `extent` reaches as far as `need`. */
export function covers(extent: Extent, need: GrantNeed): boolean {
  if (need.reach === 'change' && extent.reach !== 'change') return false
  const { secrets } = extent
  if (secrets === 'all') return true
  if (need.made === true && !extent.made) return false
  return need.secrets !== 'all' && need.secrets.every((id) => secrets.has(id))
}

/** The least that reaches as far as both. */
export function joined(one: Extent, other: GrantNeed | Extent): Extent {
  const secrets = one.secrets === 'all' || other.secrets === 'all' ? 'all' : new Set([...one.secrets, ...other.secrets])
  const reach = one.reach === 'change' || other.reach === 'change' ? 'change' : 'read'
  return { reach, secrets, made: secrets === 'all' || one.made || other.made === true }
}
