import { AppError } from '@contract/errors'
import type { Manifest } from './manifest'
import { findContradictions } from './manifest/contradictions'
import type { Kind } from './manifest/kind'
import { recordFields } from './manifest/operation'
import { expression, path } from './manifest/texts'

/**
 * What a connection may have otherwise than its manifest: `account.<operation>.path`,
 * `<kind>.operations.<operation>.path`, `<kind>.fields.<field>`.
 */
export function overrideNames(manifest: Manifest): string[] {
  return [
    ...Object.keys(manifest.account).map((operation) => `account.${operation}.path`),
    ...manifest.kinds.flatMap((kind) => [
      ...Object.keys(kind.operations).map((operation) => `${kind.id}.operations.${operation}.path`),
      ...(kind.fields === null ? [] : Object.keys(recordFields).map((field) => `${kind.id}.fields.${field}`))
    ])
  ]
}

/** What an override would replace; null where there is nothing yet or no such name. */
export function overridden(manifest: Manifest, name: string): string | null {
  const [first = '', second = '', third = ''] = name.split('.')
  if (first === 'account') return own(manifest.account, second)?.path ?? null
  const kind = manifest.kinds.find((one) => one.id === first)
  if (kind === undefined) return null
  return second === 'fields' ? (own(kind.fields ?? {}, third) ?? null) : (own(kind.operations, third)?.path ?? null)
}

/** Refuses overrides a connection must not have. Throws as {@link withOverrides} does. */
export function checkOverrides(manifest: Manifest, overrides: Readonly<Record<string, string>>): void {
  withOverrides(manifest, overrides)
}

/**
 * The manifest as one connection uses it. Names it does not know do nothing: a newer manifest may have dropped them.
 * A path keeps the blanks of the manifest's own: without `{id}` what is done to one key would be done to another.
 * Throws `input-invalid` with the override's name and what was expected.
 */
export function withOverrides(manifest: Manifest, overrides: Readonly<Record<string, string>>): Manifest {
  const known = new Set(overrideNames(manifest))
  const given = Object.entries(overrides).filter(([name]) => known.has(name))
  if (given.length === 0) return manifest
  const changed = structuredClone(manifest)
  for (const [name, value] of given) {
    apply(changed, name, value)
    const [problem] = findContradictions(changed)
    if (problem !== undefined) throw new AppError('input-invalid', { path: name, expected: problem.expected })
  }
  return changed
}

function apply(manifest: Manifest, name: string, value: string): void {
  const [first = '', second = '', third = ''] = name.split('.')
  const isField = first !== 'account' && second === 'fields'
  const parsed = (isField ? expression : path).safeParse(value)
  if (!parsed.success) {
    const expected = parsed.error.issues[0]?.message ?? (isField ? 'a JMESPath expression' : 'a path')
    throw new AppError('input-invalid', { path: name, expected })
  }
  const lost = isField ? [] : lostBlanks(manifest, overridden(manifest, name) ?? '', value)
  if (lost.length > 0) throw new AppError('input-invalid', { path: name, expected: `a path with ${lost.join(', ')}` })
  if (first === 'account') setPath(own(manifest.account, second), value)
  else changeKind(manifest.kinds.find((one) => one.id === first))

  function changeKind(kind: Kind | undefined): void {
    if (kind === undefined) return
    if (!isField) setPath(own(kind.operations, third), value)
    else if (kind.fields !== null) kind.fields = { ...kind.fields, [third]: value }
  }
}

/**
 * Variables of the connection may go: like the override, they are the same for all that it is asked for. A blank that
 * is a whole segment stays one: `/keys/another;{id}` would name another key.
 */
function lostBlanks({ connection }: Manifest, before: string, after: string): string[] {
  const variables = connection.variables.map(({ id }) => `{${id}}`)
  const segmentsBefore = before.split('/')
  const segmentsAfter = after.split('/')
  return [...new Set(before.match(/\{[^}]*\}/g))].filter((blank) => {
    if (variables.includes(blank)) return false
    return segmentsBefore.includes(blank) ? !segmentsAfter.includes(blank) : !after.includes(blank)
  })
}

function setPath(operation: { path: string } | undefined, value: string): void {
  if (operation !== undefined) operation.path = value
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
