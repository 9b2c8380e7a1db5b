import { CsvError, parse, type InfoRecord } from 'csv-parse/sync'
import type { Importer, ImportInput } from './candidate'
import { createCollection, type Collection, type Found } from './collect'
import { findColumns, type Columns } from './csv-columns'
import { isKeyquayHeader, readKeyquayRow } from './csv-keyquay'
import { IMPORT_LIMITS } from './limits'
import { decodeText } from './text'
import { unreadable } from './unreadable'

/**
 * CSV as RFC 4180 has it, with a header line: our own, and what password managers and spreadsheets write, also with
 * `;` or tabs between the cells and in UTF-16. Columns are told by their names; one of them must hold the secret.
 */
export const csv: Importer = {
  id: 'csv',
  read(input) {
    const records = readRecords(input)
    const header = records[0]?.record ?? []
    const found = createCollection(input.fileName)
    const columns = findColumns(header)
    if (isKeyquayHeader(header)) {
      for (const { record, line } of records.slice(1))
        readKeyquayRow(record, `line ${String(line)}`, input.fileName, found)
    } else {
      if (columns === null) throw unreadable(input.fileName, 1)
      for (const { record, line } of records.slice(1)) addRow(found, columns, record, line)
    }
    return Promise.resolve(found.all)
  }
}

interface Row {
  readonly record: readonly string[]
  readonly line: number
}

function readRecords(input: ImportInput): Row[] {
  const text = decodeText(input, IMPORT_LIMITS.fileBytes)
  try {
    const rows: unknown = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      to: IMPORT_LIMITS.candidates + 2
    })
    return (rows as { record: string[]; info: InfoRecord }[]).map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    throw unreadable(input.fileName, error instanceof CsvError && typeof error.lines === 'number' ? error.lines : null)
  }
}

/** The one of the three that spreadsheets use which the header line has most of. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/)
  const header = text.slice(0, Math.min(end === -1 ? text.length : end, 10_000))
  const count = (delimiter: string): number => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
}

function addRow(found: Collection, columns: Columns, record: readonly string[], line: number): void {
  const cell = (column: number | undefined): string => (column === undefined ? '' : (record[column] ?? ''))
  const row: Found = {
    name: cell(columns.name) || cell(columns.envName),
    secret: cell(columns.secret),
    likelySecret: cell(columns.secret) !== '',
    origin: `line ${String(line)}`,
    provider: cell(columns.provider),
    user: cell(columns.user),
    address: cell(columns.address),
    envName: cell(columns.envName),
    project: cell(columns.project),
    environment: cell(columns.environment),
    description: cell(columns.description),
    notes: cell(columns.notes),
    tags: [
      ...cell(columns.tags)
        .slice(0, 10_000)
        .split(/[,;\n]/),
      cell(columns.folder)
    ],
    favourite: /^(?:1|true|yes)$/i.test(cell(columns.favourite)),
    createdAt: cell(columns.createdAt),
    expiresAt: cell(columns.expiresAt)
  }
  found.add(row)
}
