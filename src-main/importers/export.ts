import { stringify } from 'csv-stringify/sync'
import { guardCell, keyquayColumns, type KeyquayColumn } from './csv-keyquay'
import { KEYQUAY_FORMAT, KEYQUAY_VERSION, portableFields, type KeyquayExport, type PortableFields } from './keyquay'

/** A key with its value in plaintext. `secret` is null where the vault does not keep it. */
export interface ExportedKey {
  /** May carry more than is exported: ids, fingerprints and the like stay behind. */
  readonly fields: PortableFields
  readonly secret: string | null
}

/**
 * The keys as UTF-8 JSON that the `keyquay` importer reads back exactly. What means nothing outside their vault stays
 * behind: ids, connections, states and previous values. The answer holds secrets in plaintext: ask for the password
 * and warn first.
 */
export function toKeyquayJson(keys: readonly ExportedKey[]): Uint8Array {
  const exported: KeyquayExport = {
    format: KEYQUAY_FORMAT,
    version: KEYQUAY_VERSION,
    keys: keys.map(({ fields, secret }) => ({ ...portable(fields), secret }))
  }
  return new TextEncoder().encode(`${JSON.stringify(exported, null, 2)}\n`)
}

/**
 * The keys as CSV (RFC 4180: UTF-8, CRLF, every cell quoted, a header line) that the `csv` importer reads back
 * exactly, with the same left behind as in the JSON; an empty provider, project and the like come back as none.
 *
 * A cell that a spreadsheet would run as a formula gets a leading `'`, secrets too: names and values come from
 * providers, and a file of secrets is the last place for `=WEBSERVICE(…)`. Our importer takes the mark off. Another
 * program sees it, which concerns values that begin with one of `= + - @ '`, such as PEM keys; for those there is JSON.
 */
export function toCsv(keys: readonly ExportedKey[]): Uint8Array {
  const rows = keys.map((exported) => keyquayColumns.map((column) => guardCell(cellOf(exported, column))))
  const text = stringify([[...keyquayColumns], ...rows], { quoted: true, quoted_empty: true, record_delimiter: '\r\n' })
  return new TextEncoder().encode(text)
}

function portable(fields: PortableFields): PortableFields {
  const names = Object.keys(portableFields.shape) as (keyof PortableFields)[]
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as PortableFields
}

function cellOf({ fields, secret }: ExportedKey, column: KeyquayColumn): string {
  switch (column) {
    case 'secret':
      return secret ?? ''
    case 'env_name':
      return fields.envName ?? ''
    case 'remote_id':
      return fields.remoteId ?? ''
    case 'ip_ranges':
      return fields.ipRanges.join('\n')
    case 'scopes':
    case 'roles':
    case 'tags':
      return fields[column].join('\n')
    case 'favourite':
      return String(fields.favourite)
    case 'created_at':
      return fields.createdAt ?? ''
    case 'expires_at':
      return fields.expiresAt ?? ''
    case 'name':
    case 'provider':
    case 'project':
    case 'environment':
    case 'description':
    case 'notes':
    case 'keep':
      return fields[column] ?? ''
  }
}
