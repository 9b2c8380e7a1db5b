import type { ConnectorDescription, KeyKind, OperationFacts } from '@contract/model/connector'
import { facts, oneLine } from '../facts'
import { table } from '../table'
import { choiceLines } from './offers'

/** Everything a manifest says, for a person. */
export function connectorLines(connector: ConnectorDescription): string[] {
  const { name, id, summary, baseUrl, baseUrlProvenance, guided, plans, sourceNotes } = connector
  const address = baseUrl === null ? 'not known: yours is needed' : `${baseUrl} (${baseUrlProvenance})`
  return [
    `${name} (${id})`,
    ...(summary === '' ? [] : [summary]),
    '',
    ...facts([
      ['Address', address],
      ['By hand', guided ? 'possible: the steps in the console are shown' : 'not described'],
      ['Who may', connector.permissionsNote],
      ['Console', connector.consoleUrl],
      ['Docs', connector.docsUrl],
      ['Requests', connector.requestsPerMinute === null ? null : `${String(connector.requestsPerMinute)} a minute`],
      ['Notices', connector.noticeDays.length === 0 ? null : `${connector.noticeDays.join(', ')} days before the end`],
      ...plans.map(({ label, maxKeys, note }): [string, string] => [
        `Plan ${label}`,
        [maxKeys === null ? '' : `${String(maxKeys)} keys`, note].filter((part) => part !== '').join('; ')
      ])
    ]),
    ...section('Credentials', credentialLines(connector)),
    ...section('Variables', variableLines(connector)),
    ...section('Requests for the account', operationLines('account', connector.account)),
    ...connector.kinds.flatMap(kindLines),
    ...section(
      'Sources',
      sourceNotes.map((note) => `  ${oneLine(note)}`)
    )
  ]
}

function kindLines(kind: KeyKind): string[] {
  const { scopes, expiry, rotation, format } = kind
  return [
    ...section(
      `${kind.label} (${kind.id})`,
      facts(
        [
          ['Looks like', format.words],
          [
            'Name',
            kind.nameLabel === null ? 'keys have none there' : `${kind.nameLabel}, up to ${String(kind.nameMax)}`
          ],
          ['Roles', kind.roles === 'none' ? null : kind.roles],
          ['Environments', kind.environments.map(({ id }) => id).join(', ')],
          [
            'Also',
            [kind.projects ? 'a project' : '', kind.services ? 'services' : '', kind.ipRanges ? 'IP ranges' : '']
              .filter((part) => part !== '')
              .join(', ')
          ],
          ['Expiry', expiryOf(expiry)],
          ['Shown', kind.reveal === 'once' ? 'once, when it is made' : 'at any time'],
          ['Rotation', rotationOf(rotation)],
          ['Changeable', kind.editable.length === 0 ? 'nothing' : kind.editable.join(', ')],
          ['At most', kind.maxKeys === null ? null : `${String(kind.maxKeys)} keys`]
        ],
        '  '
      )
    ),
    ...section(`${scopes.label} of ${kind.label}`, scopes.kind === 'none' ? [] : scopeLines(kind)),
    ...section(`Requests for ${kind.label}`, operationLines(`${kind.id}.operations`, kind.operations))
  ]
}

function scopeLines({ scopes: { kind, catalogue, grammar, warning, required } }: KeyKind): string[] {
  return [
    ...choiceLines(catalogue, '  '),
    ...(grammar === null ? [] : [`  or any that fits ${grammar}`]),
    `  ${kind === 'single' ? 'One of them' : 'Any number of them'}, ${required ? 'at least one' : 'or none'}.`,
    ...(warning === null ? [] : [`  ${oneLine(warning)}`])
  ]
}

function expiryOf({ kind, presets, minDays, maxDays, allowNever }: KeyKind['expiry']): string {
  if (kind === 'none') return 'keys do not expire'
  if (kind === 'presets') return presets.map(({ label }) => label).join(', ')
  const least = minDays === null || minDays <= 1 ? '' : `at least ${String(minDays)} days ahead`
  const most = maxDays === null ? '' : `at most ${String(maxDays)} days ahead`
  return ['a date', least, most, allowNever ? 'or never' : ''].filter((part) => part !== '').join(', ')
}

function rotationOf({ mode, alternatives, graceHours, note }: KeyKind['rotation']): string {
  const grace = graceHours === null ? '' : `, ${String(graceHours)} hours of grace`
  const others = alternatives.length === 0 ? '' : ` (also ${alternatives.join(', ')})`
  return `${mode}${others}${grace}${note === '' ? '' : `; ${note}`}`
}

/** With the name an override goes by, and how far the request can be trusted. */
function operationLines(place: string, operations: Partial<Record<string, OperationFacts>>): string[] {
  const rows = Object.entries(operations).flatMap(([name, operation]) =>
    operation === undefined
      ? []
      : [
          [
            `  ${place}.${name}.path`,
            `${operation.method} ${operation.path}`,
            operation.provenance,
            oneLine(operation.note)
          ]
        ]
  )
  return rows.length === 0 ? [] : table(['  OVERRIDE', 'REQUEST', 'SOURCE', 'NOTE'], rows)
}

function credentialLines({ credentials }: ConnectorDescription): string[] {
  return facts(
    credentials.map(({ id, label, howToGet, required }) => [
      id,
      `${label}${required ? '' : ' (may be left out)'}. ${howToGet}`
    ]),
    '  '
  )
}

function variableLines({ variables }: ConnectorDescription): string[] {
  return facts(
    variables.map(({ id, label, help, default: value, options }) => [
      id,
      [
        label,
        help,
        options.length === 0 ? '' : `one of ${options.join(', ')}`,
        value === null ? '' : `default ${value}`
      ]
        .filter((part) => part !== '')
        .join('; ')
    ]),
    '  '
  )
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines]
}
