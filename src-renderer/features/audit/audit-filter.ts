import type { InputOf } from '@contract/ipc'
import type { AuditAction, AuditEntry } from '@contract/model/audit'
import type { KeyId } from '@contract/model/base'
import { boundsOf, type CallView } from '../../stores/call-view'

/** Which entries of the trail are looked at. */
export interface AuditView {
  readonly action: AuditAction | null
  readonly actors: readonly AuditEntry['actor'][]
  readonly key: { readonly id: KeyId; readonly name: string } | null
  readonly when: CallView['when']
}

export const wholeTrail: AuditView = { action: null, actors: [], key: null, when: 'all' }

export type AuditFilter = NonNullable<InputOf<'audit.export'>['filter']>

/** The view as the core is asked for it. */
export function auditFilterOf({ action, actors, key, when }: AuditView, nowMs: number): AuditFilter {
  const { fromMs, untilMs } = boundsOf(when, nowMs)
  return {
    keyId: key?.id ?? null,
    actions: action === null ? [] : [action],
    actors: [...actors],
    from: fromMs === null ? null : new Date(fromMs).toISOString(),
    until: untilMs === null ? null : new Date(untilMs).toISOString()
  }
}
