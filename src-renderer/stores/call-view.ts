import type { KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import type { StatusClass } from '@contract/model/usage'
import type { CallFilter } from './call-pages'

/** The spans one can choose by name; each ends now. */
export const spans = ['24h', '7d', '30d', '90d', 'all'] as const
export type Span = (typeof spans)[number]

/** A part of time that was chosen on the chart or typed; Unix milliseconds, the end not included. */
export interface Range {
  readonly fromMs: number
  readonly untilMs: number
}

/** Which calls are looked at. */
export interface CallView {
  readonly when: Span | Range
  readonly path: string
  readonly methods: readonly string[]
  readonly classes: readonly StatusClass[]
  readonly statuses: readonly number[]
  readonly sources: readonly string[]
  readonly keyIds: readonly KeyId[]
  readonly connectionId: ConnectionId | null
  readonly ip: string | null
}

export const everything: CallView = {
  when: '30d',
  path: '',
  methods: [],
  classes: [],
  statuses: [],
  sources: [],
  keyIds: [],
  connectionId: null,
  ip: null
}

const HOUR_MS = 3_600_000
const daysOf = { '24h': 1, '7d': 7, '30d': 30, '90d': 90 } as const

/** Whether more than the time narrows what is looked at. */
export function isNarrowed({ path, methods, classes, statuses, sources, keyIds, connectionId, ip }: CallView): boolean {
  const lists = [methods, classes, statuses, sources, keyIds]
  return path.trim() !== '' || connectionId !== null || ip !== null || lists.some((list) => list.length > 0)
}

/**
 * When what is looked at begins and ends. Spans begin on a whole hour, or at midnight here, as the counts of the charts
 * do, so that the same span asks for the same all hour long; null where it is open.
 */
export function boundsOf(when: CallView['when'], nowMs: number): { fromMs: number | null; untilMs: number | null } {
  if (typeof when !== 'string') return when
  if (when === 'all') return { fromMs: null, untilMs: null }
  const days = daysOf[when]
  if (days <= 14) return { fromMs: (Math.floor(nowMs / HOUR_MS) + 1 - 24 * days) * HOUR_MS, untilMs: null }
  const today = new Date(nowMs)
  return {
    fromMs: new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1 - days).getTime(),
    untilMs: null
  }
}

/** The view as the core is asked for it. */
export function filterOf(view: CallView, nowMs: number): CallFilter {
  const { fromMs, untilMs } = boundsOf(view.when, nowMs)
  return {
    connectionId: view.connectionId,
    keyIds: [...view.keyIds],
    from: fromMs === null ? null : new Date(fromMs).toISOString(),
    until: untilMs === null ? null : new Date(untilMs).toISOString(),
    path: view.path.trim(),
    methods: [...view.methods],
    classes: [...view.classes],
    statuses: [...view.statuses],
    sources: [...view.sources],
    ip: view.ip
  }
}
