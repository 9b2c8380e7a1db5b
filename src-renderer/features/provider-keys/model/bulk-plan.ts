import type { OutputOf } from '@contract/ipc'
import type { Connection } from '@contract/model/connection'
import { connectorOf, type Connectors } from '../../../stores/connections-store'
import type { TiedKey } from '../use-tied-key'
import { isByHand } from './create-form'
import { offerOf } from './offers'
import { offeredModes } from './rotation-steps'

export type BulkAction = 'disable' | 'rotate' | 'revoke'

/** Why a key is left out of what is done with many at once. */
export type LeftOut = 'not-tied' | 'by-hand' | 'not-offered' | 'over' | 'rotating' | 'keeps-none'

export interface BulkPlan {
  readonly ready: readonly TiedKey[]
  /** How many are left out, by reason, with the names that are known. */
  readonly left: readonly { readonly why: LeftOut; readonly count: number; readonly names: readonly string[] }[]
}

type Tied = OutputOf<'remote.tied'>['items'][number]

/** Which of `count` chosen keys an action can be done with, and what becomes of the others. */
export function planBulk(
  action: BulkAction,
  count: number,
  found: readonly Tied[],
  known: { connections: readonly Connection[] | null; connectors: Connectors | null }
): BulkPlan {
  const ready: TiedKey[] = []
  const left = new Map<LeftOut, string[]>()
  for (const { saved, link } of found) {
    const tied = withKind({ saved, link }, known)
    const why = tied === null ? 'by-hand' : reasonAgainst(action, tied)
    if (tied !== null && why === null) ready.push(tied)
    else if (why !== null) left.set(why, [...(left.get(why) ?? []), saved.name])
  }
  const listed = [...left].map(([why, names]) => ({ why, count: names.length, names }))
  const untied = count - found.length
  return { ready, left: untied > 0 ? [...listed, { why: 'not-tied', count: untied, names: [] }] : listed }
}

function withKind(
  { saved, link }: Tied,
  { connections, connectors }: { connections: readonly Connection[] | null; connectors: Connectors | null }
): TiedKey | null {
  const connection = connections?.find(({ id }) => id === link.connectionId)
  const connector = connection && connectorOf(connectors, connection)
  const kind = connector?.kinds.find(({ id }) => id === link.kind)
  if (connection === undefined || connector === undefined || kind === undefined) return null
  return { saved, link, connection, connector, kind, provider: connector.name, speaks: link.mode === 'api' }
}

function reasonAgainst(action: BulkAction, tied: TiedKey): LeftOut | null {
  const { saved, link, kind, speaks } = tied
  if (saved.state === 'revoked' || saved.deletedAt !== null) return 'over'
  if (saved.state === 'rotating') return 'rotating'
  switch (action) {
    case 'disable': {
      if (!speaks) return 'by-hand'
      const offer = offerOf('disable', tied)
      return offer === 'offered' ? null : offer === 'not-offered' ? 'not-offered' : 'over'
    }
    case 'revoke':
      return isByHand(link.mode, kind, 'revoke') || link.remoteId === null ? 'by-hand' : null
    case 'rotate':
      if (!speaks || offeredModes(kind.rotation).length === 0 || link.remoteId === null) return 'by-hand'
      // Its new value has to be seen by somebody.
      return link.forgetsSecret || saved.keep === 'never' ? 'keeps-none' : null
  }
}
