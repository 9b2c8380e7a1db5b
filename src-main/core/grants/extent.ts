import type { KeyId } from '@contract/model/base'
import type { GrantReach } from '@contract/model/grant'

/** What a call needs to have been granted. `secrets`: the keys whose secrets leave the vault. */
export interface GrantNeed {
  readonly reach: GrantReach
  readonly secrets: readonly KeyId[] | 'all'
}

/** What was asked for or given, by ids alone. */
export interface Extent {
  readonly reach: GrantReach
  readonly secrets: ReadonlySet<KeyId> | 'all'
}

export const EVERYTHING: Extent = { reach: 'change', secrets: 'all' }

/** Whether `extent` reaches as far as `need`. */
export function covers(extent: Extent, need: GrantNeed): boolean {
  if (need.reach === 'change' && extent.reach !== 'change') return false
  const { secrets } = extent
  if (secrets === 'all') return true
  return need.secrets !== 'all' && need.secrets.every((id) => secrets.has(id))
}

/** The least that reaches as far as both. */
export function joined(one: Extent, other: GrantNeed | Extent): Extent {
  const secrets = one.secrets === 'all' || other.secrets === 'all' ? 'all' : new Set([...one.secrets, ...other.secrets])
  return { reach: one.reach === 'change' || other.reach === 'change' ? 'change' : 'read', secrets }
}
