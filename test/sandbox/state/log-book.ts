import type { SandboxClock } from '../types.ts'
import { generatedKeyId, generatedRecord, type Generated } from './generated-log.ts'

export interface LogRecord {
  /** Rises with time and is the same for the same record always. */
  readonly id: string
  readonly timeMs: number
  readonly keyId: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly durationMs: number
  readonly ip: string
  readonly source: 'API' | 'MCP' | 'Skillset'
}

export interface FillSpec {
  readonly count: number
  /** Whose records, in turn; default every key there is. */
  readonly keyIds?: readonly string[]
  /** How far back the records reach; default 90 days. */
  readonly overMs?: number
}

/** The log as tests see it, without a request. */
export interface LogView {
  /**
   * Puts `count` records before the oldest one. They are computed from their index when asked for:
   * a million take no memory.
   */
  fill(spec: FillSpec): void
  count(where?: (record: LogRecord) => boolean): number
  /** Every record, newest first. */
  each(): Iterable<LogRecord>
}

export interface LogPage {
  readonly records: readonly LogRecord[]
  /** Give it back to get the records before these; `null` at the oldest. */
  readonly nextCursor: string | null
}

export interface LogBook extends LogView {
  add(record: Omit<LogRecord, 'id' | 'timeMs'>): void
  /** Newest first, so that records that come in while somebody pages neither repeat nor shift a page. */
  page(ask: { cursor: string | null; limit: number; keyId: string | null }): LogPage | 'bad cursor'
  /** `limit` records after the newest `skipped` ones, for providers that page by number. */
  after(skipped: number, limit: number): readonly LogRecord[]
}

// History grows downwards from here and new records upwards, so ids sort as times do.
const MIDDLE = 2 ** 40
const DAY_MS = 86_400_000

/** The usual id of a record. */
export const logId = (place: number): string => `log_${place.toString(36).padStart(9, '0')}`

/**
 * @param keyIds the keys there are, for a fill that names none
 * @param idAt the id of the record at a place; must sort as the places do
 */
export function createLogBook(clock: SandboxClock, keyIds: () => readonly string[], idAt = logId): LogBook {
  const live: (LogRecord & { readonly place: number })[] = []
  const history: Generated[] = []
  let lowest = MIDDLE
  let oldestMs: number | null = null

  function* downFrom(place: number, keyId: string | null): Generator<LogRecord & { readonly place: number }> {
    for (let at = Math.min(place - MIDDLE, live.length - 1); at >= 0; at -= 1) {
      const record = live[at]
      if (record !== undefined && (keyId === null || record.keyId === keyId)) yield record
    }
    for (const part of history) {
      for (let at = Math.min(place, part.top) - part.bottom; at >= 0; at -= 1) {
        if (keyId !== null && generatedKeyId(part, at) !== keyId) continue
        yield { ...generatedRecord(part, at), id: idAt(part.bottom + at), place: part.bottom + at }
      }
    }
  }

  return {
    add(record) {
      const place = MIDDLE + live.length
      const timeMs = clock.nowMs()
      oldestMs ??= timeMs
      live.push({ ...record, id: idAt(place), timeMs, place })
    },
    fill({ count, keyIds: chosen = keyIds(), overMs = 90 * DAY_MS }) {
      if (chosen.length === 0) throw new Error('there is no key whose log could be filled')
      const toMs = oldestMs ?? clock.nowMs()
      history.push({ top: lowest - 1, bottom: lowest - count, count, keyIds: [...chosen], fromMs: toMs - overMs, toMs })
      lowest -= count
      oldestMs = toMs - overMs
    },
    count(where) {
      if (where === undefined) return live.length + (MIDDLE - lowest)
      let found = 0
      for (const record of downFrom(Infinity, null)) if (where(record)) found += 1
      return found
    },
    each: () => downFrom(Infinity, null),
    after(skipped, limit) {
      const records: LogRecord[] = []
      for (const record of downFrom(MIDDLE + live.length - 1 - skipped, null)) {
        if (records.length === limit) break
        records.push(record)
      }
      return records
    },
    page({ cursor, limit, keyId }) {
      const start = cursor === null ? Infinity : placeOf(cursor)
      if (start === null) return 'bad cursor'
      const records: (LogRecord & { readonly place: number })[] = []
      for (const record of downFrom(start - 1, keyId)) {
        // One more than asked tells whether there is a next page.
        if (records.length === limit) return { records, nextCursor: cursorAt(records.at(-1)?.place ?? 0) }
        records.push(record)
      }
      return { records, nextCursor: null }
    }
  }
}

const cursorAt = (place: number): string => Buffer.from(`before ${String(place)}`).toString('base64url')

function placeOf(cursor: string): number | null {
  const found = /^before (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())
  return found === null ? null : Number(found[1])
}
