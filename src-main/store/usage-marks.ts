import { hash } from 'node:crypto'
import type { NewUsageRecord } from '../ports/usage-store'

/** What makes a line of a log the same line when it is told again, and another one that looks alike another one. */

const MARK_BYTES = 10
const DIGEST_CHARACTERS = 22
const EDGES_KEPT = 6

/** How many lines alike in everything there were at the last moment of a page. */
interface Edge {
  readonly atMs: number
  readonly counts: Readonly<Record<string, number>>
}

/** By the page that follows. */
export type Edges = Readonly<Record<string, Edge>>

/** Numbers lines without an id that are alike, over the pages of one reading. */
export interface Ordinals {
  of(record: NewUsageRecord): number
  /** Where the next page begins. */
  edge(): Edge | null
}

/** Tells a line apart from all others of its millisecond, by the provider's id or else by all it says. */
export function markOf(stream: number, record: NewUsageRecord, ordinal: number): Uint8Array {
  const { id } = record
  const told = id === null ? ['', stream, ordinal, ...fieldsOf(record)] : [id, stream]
  return hash('sha256', JSON.stringify(told), 'buffer').subarray(0, MARK_BYTES)
}

/** Logs are in the order of time, so that lines that are alike stand together, at most at the end of a page. */
export function createOrdinals(before: Edge | null): Ordinals {
  const counts = new Map<string, { atMs: number; seen: number }>()
  let lastMs = before?.atMs ?? null
  for (const [digest, seen] of Object.entries(before?.counts ?? {})) counts.set(digest, { atMs: lastMs ?? 0, seen })
  return {
    of(record) {
      const atMs = Date.parse(record.at)
      lastMs = atMs
      const digest = hash('sha256', JSON.stringify([atMs, record.remoteId, ...fieldsOf(record)]), 'base64url')
      const counted = counts.get(digest.slice(0, DIGEST_CHARACTERS)) ?? { atMs, seen: 0 }
      counts.set(digest.slice(0, DIGEST_CHARACTERS), counted)
      counted.seen += 1
      return counted.seen - 1
    },
    edge() {
      if (lastMs === null) return null
      const last = [...counts].filter(([, { atMs }]) => atMs === lastMs)
      return { atMs: lastMs, counts: Object.fromEntries(last.map(([digest, { seen }]) => [digest, seen])) }
    }
  }
}

/** What the page before this one ended with; null where it is the first. */
export function edgeBefore(edges: Edges, page: string | null): Edge | null {
  return page === null ? null : (edges[nameOf(page)] ?? null)
}

/** The newest stay: the last page may be told again, and what is new may be read between two pages of what is old. */
export function withEdge(edges: Edges, next: string | null, edge: Edge | null): Edges {
  if (next === null || edge === null) return edges
  const name = nameOf(next)
  const others = Object.entries(edges).filter(([other]) => other !== name)
  return Object.fromEntries([...others, [name, edge] as const].slice(-EDGES_KEPT))
}

/** Never a number: those come first in an object, whenever they were added. */
function nameOf(page: string): string {
  return `p${hash('sha256', page, 'base64url').slice(0, DIGEST_CHARACTERS)}`
}

function fieldsOf({ method, path, status, ip, source, durationMs }: NewUsageRecord): (string | number | null)[] {
  return [method, path, status, ip, source, durationMs]
}
