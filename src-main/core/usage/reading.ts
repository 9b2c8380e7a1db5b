import type { Instant } from '@contract/model/base'
import { z } from 'zod'
import type { NewUsageRecord } from '../../ports/usage-store'

const at = z.string().nullable()
const pass = z.strictObject({ cursor: z.string().nullable(), since: at, knownAt: at })
const position = z.strictObject({
  order: z.enum(['newest-first', 'oldest-first']).nullable(),
  head: pass.nullable(),
  back: pass.nullable(),
  floor: at
})

/** One way through a log, page by page. */
export interface Pass {
  /** Asks for the next page; null for the first. */
  readonly cursor: string | null
  /** Asked of providers that can leave out what is older. The same on every page: a cursor may hold on to it. */
  readonly since: Instant | null
  /** The newest line that was known when it began; it ends a little below. Null where it goes to the end. */
  readonly knownAt: Instant | null
}

/**
 * How far a log was read. Lines that are here have no gap below `head`, which brings what is newer down to them, and
 * above `back`, which brings what is older. A log that tells the oldest first has its `head` at its end for good.
 */
export interface Position {
  /** Null until a page told two moments. */
  readonly order: 'newest-first' | 'oldest-first' | null
  readonly head: Pass | null
  readonly back: Pass | null
  /** Where reading back ended, because nothing older is kept; null where the log itself began. */
  readonly floor: Instant | null
}

/** A page as far as the way through the log depends on it. */
export interface PageEdges {
  readonly order: Position['order']
  readonly oldestAt: Instant | null
  readonly next: string | null
}

/** Lines may be written down a little after the calls they are about. */
const OVERLAP_MS = 60_000

/** Where a reading begins or goes on. What another version left is read anew: nothing is kept twice. */
export function positionOf(stored: unknown, notBefore: Instant | null): Position {
  const parsed = position.safeParse(stored)
  if (!parsed.success) return { order: null, head: null, back: beginning(notBefore), floor: null }
  const { floor } = parsed.data
  // More is to be kept than was when it was read.
  const reachesFurther = floor !== null && (notBefore === null || notBefore < floor)
  return reachesFurther ? { ...parsed.data, back: beginning(notBefore), floor: null } : parsed.data
}

/** What is newer than `newestAt` is wanted as well; everything, where nothing was found so far. */
export function withHead(from: Position, newestAt: Instant | null): Position {
  if (from.head !== null || from.order === 'oldest-first') return from
  if (newestAt === null) return from.back === null ? { ...from, head: beginning(null) } : from
  const since = new Date(Date.parse(newestAt) - OVERLAP_MS).toISOString()
  return { ...from, head: { cursor: null, since, knownAt: newestAt } }
}

/** The next page: what is newer comes first. Null when all is read. */
export function nextPass(
  { order, head, back }: Position,
  isQuick: boolean
): { which: 'head' | 'back'; pass: Pass } | null {
  if (head !== null) return { which: 'head', pass: head }
  if (back !== null && (!isQuick || order === null)) return { which: 'back', pass: back }
  return null
}

/** Its order and edges, from the lines of a page and the last one of the page before, where it was read just now. */
export function edgesOf(records: readonly NewUsageRecord[], next: string | null, before: Instant | null): PageEdges {
  const moments = [before, records[0]?.at ?? null, records.at(-1)?.at ?? null].filter((at) => at !== null)
  const order = orderOf(moments[0] ?? '', moments.at(-1) ?? '')
  const oldestAt = records.reduce<Instant | null>(
    (oldest, { at }) => (oldest === null || at < oldest ? at : oldest),
    null
  )
  return { order, oldestAt, next }
}

function orderOf(first: Instant, last: Instant): Position['order'] {
  if (first === last) return null
  return first > last ? 'newest-first' : 'oldest-first'
}

/** Where reading stands after a page of `which`; `isOver`: this way through the log has come to its end for now. */
export function afterPage(
  from: Position,
  which: 'head' | 'back',
  { order: told, oldestAt, next }: PageEdges,
  notBefore: Instant | null
): { position: Position; isOver: boolean } {
  const pass = from[which]
  if (pass === null) return { position: from, isOver: true }
  const order = from.order ?? told
  if (order === 'oldest-first') {
    // The last page is asked for again: it fills up.
    const head = { ...pass, cursor: next ?? pass.cursor, knownAt: null }
    return { position: { ...from, order, head, back: null }, isOver: next === null }
  }
  // While nothing tells the order, an old line may be the first of a log that ends with new ones.
  const meetsKnown = order !== null && pass.knownAt !== null && oldestAt !== null && oldestAt < earlier(pass.knownAt)
  const meetsFloor = notBefore !== null && oldestAt !== null && oldestAt < notBefore
  const isOver = next === null || meetsKnown || meetsFloor
  const after = isOver ? null : { ...pass, cursor: next }
  const floor = which === 'back' && meetsFloor ? notBefore : from.floor
  return { position: { ...from, order, floor, [which]: after }, isOver }
}

/** The same way from its beginning: its cursor is good for nothing any more. */
export function restarted(from: Position, which: 'head' | 'back'): Position {
  const pass = from[which]
  return pass === null ? from : { ...from, [which]: { ...pass, cursor: null } }
}

/** Whether everything the provider has is here, or was when it was last asked. */
export function isComplete({ order, head, back }: Position): boolean {
  return back === null && (head === null || order === 'oldest-first')
}

function beginning(notBefore: Instant | null): Pass {
  return { cursor: null, since: notBefore, knownAt: null }
}

function earlier(at: Instant): Instant {
  return new Date(Date.parse(at) - OVERLAP_MS).toISOString()
}
