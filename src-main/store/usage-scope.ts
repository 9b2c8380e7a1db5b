import type { StatusClass, UsageFilter } from '@contract/model/usage'
import type { UsageLog } from '../ports/usage-store'
import { allOf, anyOf, rowsOf, sql, type Connection, type Sql } from './sql'
import { rangeOf, type Range } from './usage-times'

/** What a filter asks for, as conditions. */
export interface Scope {
  readonly range: Range
  /** On `usage_shape AS shape`, which tells all of a call but its time, address and the ids in its path. */
  readonly shapes: readonly Sql[]
  /** On `usage_call AS call`, where more is asked than shapes tell: such calls have to be counted one by one. */
  readonly calls: readonly Sql[]
  /** The paths that are asked for, where nothing but their ids tells them; one of the conditions on calls. */
  readonly paths: Sql | null
  /** Asks for nothing that a stream does not tell. */
  readonly isOfStreams: boolean
}

export function scopeOf(connection: Connection, filter: UsageFilter): Scope {
  const streams = streamConditions(filter)
  const others = [...wordConditions(filter), ...statusConditions(filter)]
  const path = pathConditions(connection, filter.path)
  const calls = [...path.calls, ...ipConditions(filter)]
  return {
    range: rangeOf(filter.from, filter.until),
    shapes: [...streams, ...others, ...path.shapes],
    calls,
    paths: path.paths,
    isOfStreams: others.length + path.shapes.length + path.calls.length + (path.paths === null ? 0 : 1) === 0
  }
}

/** The calls under one id at a provider. */
export function scopeOfLog({ connectionId, kind, remoteId }: UsageLog, range: Range): Scope {
  const stream = sql`
    shape.stream = (SELECT stream FROM usage_stream
      WHERE connection_id = ${connectionId} AND kind = ${kind} AND remote_id = ${remoteId ?? ''})`
  return { range, shapes: [stream], calls: [], paths: null, isOfStreams: true }
}

/** The shapes that are asked for, as a list; null for all. */
export function shapesIn({ shapes }: Scope): Sql | null {
  return shapes.length === 0 ? null : sql`(SELECT shape.shape FROM usage_shape AS shape WHERE ${allOf(shapes)})`
}

/** Whether shapes do not tell all that is asked. */
export function needsCalls({ calls, paths }: Scope): boolean {
  return calls.length > 0 || paths !== null
}

/** All that a scope asks of a call besides its time. `walks`: calls are met in their order, not by an index of paths. */
export function conditionsOnCalls(scope: Scope, walks = false): Sql[] {
  const shapes = shapesIn(scope)
  const conditions = [...(shapes === null ? [] : [sql`call.shape IN ${shapes}`]), ...scope.calls]
  if (scope.paths !== null)
    conditions.push(walks ? sql`+call.path IN (${scope.paths})` : sql`call.path IN (${scope.paths})`)
  return conditions
}

function streamConditions({ connectionId, keyIds }: UsageFilter): Sql[] {
  const conditions: Sql[] = []
  if (connectionId !== null) conditions.push(sql`connection_id = ${connectionId}`)
  if (keyIds.length > 0) conditions.push(sql`number IN (SELECT number FROM key WHERE id IN ${rowsOf(keyIds)})`)
  if (conditions.length === 0) return []
  return [sql`shape.stream IN (SELECT stream FROM usage_stream WHERE ${allOf(conditions)})`]
}

function wordConditions({ methods, sources }: UsageFilter): Sql[] {
  const words = (texts: readonly string[]): Sql => sql`(SELECT word FROM usage_word WHERE text IN ${rowsOf(texts)})`
  const conditions: Sql[] = []
  if (methods.length > 0) conditions.push(sql`shape.method IN ${words(methods.map((method) => method.toUpperCase()))}`)
  if (sources.length > 0) conditions.push(sql`shape.source IN ${words(sources)}`)
  return conditions
}

function statusConditions({ classes, statuses }: UsageFilter): Sql[] {
  const either = classes.map(ofClass)
  if (statuses.length > 0) either.push(sql`shape.status IN ${rowsOf(statuses)}`)
  return either.length === 0 ? [] : [anyOf(either)]
}

function ofClass(name: StatusClass): Sql {
  if (name === 'none') return sql`shape.status = 0`
  const first = Number(name.charAt(0)) * 100
  return sql`shape.status BETWEEN ${first} AND ${first + 99}`
}

/**
 * A text within endpoints is told by shapes. One that some path alone has, because it lies in an id, has to be looked
 * for call by call.
 */
function pathConditions(connection: Connection, text: string): Pick<Scope, 'shapes' | 'calls' | 'paths'> {
  if (text === '') return { shapes: [], calls: [], paths: null }
  const like = `%${text.replace(/[!%_]/g, '!$&')}%`
  // The sign for an id is no part of a path, but a person who saw it in a chart may ask for it.
  const endpointText = text.includes('{id}') ? sql`text` : sql`replace(text, '{id}', char(10))`
  const endpoints = sql`(SELECT endpoint FROM usage_endpoint WHERE ${endpointText} LIKE ${like} ESCAPE '!')`
  const inEndpoint = sql`shape.endpoint IN ${endpoints}`
  const paths = sql`
    SELECT path FROM usage_path WHERE text LIKE ${like} ESCAPE '!' AND endpoint NOT IN ${endpoints}`
  if (connection.value<number>(sql`${paths} LIMIT 1`) === undefined)
    return { shapes: [inEndpoint], calls: [], paths: null }
  const ofEndpoint = sql`call.shape IN (SELECT shape.shape FROM usage_shape AS shape WHERE ${inEndpoint})`
  const noEndpoint = connection.value<number>(sql`SELECT 1 FROM ${endpoints} LIMIT 1`) === undefined
  if (noEndpoint) return { shapes: [], calls: [], paths }
  return { shapes: [], calls: [anyOf([ofEndpoint, sql`call.path IN (${paths})`])], paths: null }
}

function ipConditions({ ip }: UsageFilter): Sql[] {
  return ip === null ? [] : [sql`call.ip = (SELECT word FROM usage_word WHERE text = ${ip})`]
}
