import { stringify } from 'csv-stringify/sync'
import { AppError } from '@contract/errors'
import type { AuditEntry, AuditFilter } from '@contract/model/audit'
import type { UsageFilter, UsageRecord } from '@contract/model/usage'
import { guardCell } from '../../importers/csv-keyquay'
import type { Files } from '../../ports/files'
import type { SessionKeeper } from '../session-keeper'

export type TableFormat = 'csv' | 'json'

/** Usage and the audit trail as files, written page by page. One at a time. */
export interface TableExports {
  /** Answers how many calls it wrote, oldest first. Throws `file-exists`, `disk-full`, `cancelled`, `vault-locked`. */
  usage(filter: UsageFilter, format: TableFormat, file: string): Promise<number>
  /** The same for entries of the audit trail. */
  audit(filter: AuditFilter, format: TableFormat, file: string): Promise<number>
  /** Ends what is under way and removes what it wrote. */
  cancel(): void
}

interface Parts {
  readonly session: SessionKeeper
  readonly files: Files
  readonly progress: (state: { readonly records: number; readonly of: number } | null) => void
}

type Cell = string | number | null
type Row = Readonly<Record<string, Cell>>

const PAGE = 1_000
const USAGE_COLUMNS = [
  'at',
  'connection',
  'key',
  'remote_id',
  'method',
  'path',
  'status',
  'duration_ms',
  'ip',
  'source'
] as const
const AUDIT_COLUMNS = ['sequence', 'at', 'action', 'actor', 'key', 'key_id', 'detail', 'hash'] as const

export function createTableExports({ session, files, progress }: Parts): TableExports {
  let running: { isCancelled: boolean } | null = null

  function cancel(): void {
    if (running !== null) running.isCancelled = true
  }
  session.beforeLock(cancel)

  async function write(
    format: TableFormat,
    file: string,
    columns: readonly string[],
    rows: AsyncGenerator<Row[]>,
    told: (records: number) => void
  ): Promise<number> {
    cancel()
    const run = { isCancelled: false }
    running = run
    const stillUnlocked = session.hold()
    const target = await files.startNew(file)
    const layout = layouts[format]
    let records = 0
    try {
      await target.write(utf8(layout.begin(columns)))
      for await (const page of rows) {
        if (run.isCancelled) throw new AppError('cancelled', {})
        stillUnlocked()
        await target.write(utf8(layout.rows(page, records === 0)))
        records += page.length
        told(records)
      }
      await target.write(utf8(layout.end(records === 0)))
      await target.finish()
      return records
    } catch (error) {
      await target.abandon()
      throw error
    } finally {
      if (running === run) running = null
    }
  }

  async function* usageRows(filter: UsageFilter): AsyncGenerator<Row[]> {
    const names = await namesOf()
    let cursor: string | null = null
    for (;;) {
      const start = cursor === null ? ({ at: 'offset', offset: 0 } as const) : ({ at: 'after', cursor } as const)
      const page: UsageRecord[] = await session.store().usage.page({ filter, order: 'oldest', start, limit: PAGE })
      const last = page.at(-1)
      if (last === undefined) return
      yield page.map((record) => usageRow(record, names))
      cursor = last.cursor
    }
  }

  async function namesOf(): Promise<Map<string, string>> {
    const store = session.store()
    const [connections, { keys }] = await Promise.all([
      store.remote.connections(),
      store.usage.facets({ connectionId: null, keyIds: [] })
    ])
    return new Map<string, string>([
      ...connections.map(({ id, fields }) => [id, fields.name] as const),
      ...keys.flatMap(({ keyId, keyName }) => (keyId === null ? [] : [[keyId, keyName ?? ''] as const]))
    ])
  }

  async function* auditRows(filter: AuditFilter): AsyncGenerator<Row[]> {
    let after = 0
    for (;;) {
      const page: AuditEntry[] = await session.store().audit.pageAfter({ ...filter, after, limit: PAGE })
      const last = page.at(-1)
      if (last === undefined) return
      yield page.map(auditRow)
      after = last.sequence
    }
  }

  return {
    async usage(filter, format, file) {
      const { requests } = await session.store().usage.summary(filter)
      try {
        return await write(format, file, USAGE_COLUMNS, usageRows(filter), (records) => {
          progress({ records, of: Math.max(records, requests) })
        })
      } finally {
        progress(null)
      }
    },
    audit: (filter, format, file) => write(format, file, AUDIT_COLUMNS, auditRows(filter), () => undefined),
    cancel
  }
}

interface Layout {
  begin(columns: readonly string[]): string
  rows(page: readonly Row[], isFirst: boolean): string
  end(isEmpty: boolean): string
}

/** What comes from providers and people must not run as a formula where somebody opens it in a spreadsheet. */
const layouts: Readonly<Record<TableFormat, Layout>> = {
  csv: {
    begin: (columns) => toCsv([columns]),
    rows: (page) =>
      toCsv(page.map((row) => Object.values(row).map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell)))),
    end: () => ''
  },
  json: {
    begin: () => '[',
    rows: (page, isFirst) =>
      page.map((row, at) => `${isFirst && at === 0 ? '' : ','}\n  ${JSON.stringify(row)}`).join(''),
    end: (isEmpty) => (isEmpty ? ']\n' : '\n]\n')
  }
}

function toCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify([...rows.map((row) => [...row])], { quoted: true, record_delimiter: '\r\n' })
}

function usageRow(
  record: UsageRecord,
  names: ReadonlyMap<string, string>
): Record<(typeof USAGE_COLUMNS)[number], Cell> {
  return {
    at: record.at,
    connection: names.get(record.connectionId) ?? '',
    key: record.keyId === null ? null : (names.get(record.keyId) ?? null),
    remote_id: record.remoteId,
    method: record.method,
    path: record.path,
    status: record.status,
    duration_ms: record.durationMs,
    ip: record.ip,
    source: record.source
  }
}

function auditRow({
  sequence,
  at,
  action,
  actor,
  keyName,
  keyId,
  detail,
  hash
}: AuditEntry): Record<(typeof AUDIT_COLUMNS)[number], Cell> {
  return { sequence, at, action, actor, key: keyName, key_id: keyId, detail, hash }
}

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'))
}
