import { randomUUID } from 'node:crypto'
import { AppError } from '@contract/errors'
import type { HttpRequest } from '../ports/http'
import { valueFor, type Call, type Sending } from './sending'
import { sendCredential } from './credentials'
import { omitNulls, writeBody } from './request-body'
import { fillPath, fillText, joinUrl, type Blanks } from './templates'

/**
 * One operation as a request. Throws `credential-missing`, `input-invalid` for an empty blank of the path,
 * `manifest-invalid` for a body expression that fails: nothing was sent then.
 */
export async function buildRequest(call: Call, sending: Sending): Promise<HttpRequest> {
  const { operation } = sending
  const blanks = blanksOf(call, sending)
  const credentials = credentialsOf(call, sending)
  const query = [
    ...Object.entries(operation.query).flatMap(([name, template]) => pairOf(name, fillText(template, blanks))),
    ...pageQuery(sending),
    ...credentials.query
  ]
  const url = sending.url ?? joinUrl(call.baseUrl, fillPath(operation.path, blanks), query)
  const body = await bodyOf(call, sending)
  return {
    method: operation.method,
    url,
    headers: headersOf(call, sending, blanks, credentials.headers, body),
    body,
    repeat: sending.repeat
  }
}

type Pair = readonly [string, string]

const pairOf = (name: string, value: string | null): Pair[] => (value === null ? [] : [[name, value]])

function blanksOf({ variables }: Call, { input }: Sending): Blanks {
  return {
    id: input.id ?? null,
    name: input.name ?? null,
    project: input.project ?? null,
    environment: input.environment ?? null,
    since: input.since ?? null,
    // Last: what a manifest calls one of these by is its own.
    ...variables
  }
}

function pageQuery({ page }: Sending): Pair[] {
  if (page?.in !== 'query') return []
  return page.params.map(([name, value]) => [name, value.toString()])
}

function credentialsOf(call: Call, sending: Sending): { headers: Record<string, string>; query: Pair[] } {
  const { operation, secret } = sending
  const held = call.exchange.account.credentials
  const sent = [operation.credential, ...operation.alsoSend.filter((id) => Object.hasOwn(held, id))].map((id) => {
    const credential = call.manifest.credentials[id]
    if (credential === undefined || credential.kind === 'none') return { headers: {}, query: [] }
    const isKeyItself = sending.asSecret === true && id === operation.credential
    return sendCredential(credential, isKeyItself ? (secret ?? '') : valueFor(call, id), call.variables)
  })
  return {
    headers: Object.assign({}, ...sent.map(({ headers }) => headers)) as Record<string, string>,
    query: sent.flatMap(({ query }) => query)
  }
}

function headersOf(
  { manifest, parts }: Call,
  { operation, ifMatch }: Sending,
  blanks: Blanks,
  credentials: Readonly<Record<string, string>>,
  body: string | null
): Record<string, string> {
  const type = operation.bodyType === 'form' ? 'application/x-www-form-urlencoded' : manifest.defaults.contentType
  const written = Object.entries({ ...manifest.defaults.headers, ...operation.headers }).flatMap(([name, template]) =>
    pairOf(name.toLowerCase(), fillText(template, blanks))
  )
  return {
    accept: manifest.defaults.accept,
    'user-agent': parts.userAgent,
    ...Object.fromEntries(written),
    ...(body === null ? {} : { 'content-type': type }),
    ...(ifMatch === undefined || ifMatch === null ? {} : { 'if-match': ifMatch }),
    ...(operation.idempotencyHeader === null ? {} : { [operation.idempotencyHeader.toLowerCase()]: randomUUID() }),
    ...credentials
  }
}

async function bodyOf(call: Call, sending: Sending): Promise<string | null> {
  const { operation, input, page } = sending
  const members = operation.body === null ? null : await evaluateBody(call, sending, operation.body)
  const secrets = secretMembers(call, sending)
  const paging = page?.in === 'body' ? page.params : []
  if (secrets.length === 0 && paging.length === 0) return writeBody(operation.bodyType, shaped(members))
  if (typeof members !== 'object' || Array.isArray(members)) throw wrongBody(call, operation.path)
  return writeBody(operation.bodyType, {
    ...(shaped(members) as object | null),
    ...Object.fromEntries([...paging, ...secrets])
  })

  function shaped(value: unknown): unknown {
    const whole = operation.omitNull ? omitNulls(value) : value
    if (input.expiry.kind !== 'default' || typeof whole !== 'object' || whole === null || Array.isArray(whole))
      return whole
    return Object.fromEntries(Object.entries(whole).filter(([name]) => !operation.omitOnDefaultExpiry.includes(name)))
  }
}

function secretMembers(call: Call, { operation, secret }: Sending): Pair[] {
  return Object.entries(operation.bodySecrets).map(([member, id]) => {
    if (id !== 'secret') return [member, valueFor(call, id)]
    if (typeof secret === 'string') return [member, secret]
    throw new AppError('credential-missing', { credential: 'secret', connection: call.manifest.name })
  })
}

async function evaluateBody(call: Call, { operation, input, fetched }: Sending, expression: string): Promise<unknown> {
  const nowMs = call.exchange.nowMs
  const now = { iso: new Date(nowMs).toISOString(), unix_s: Math.floor(nowMs / 1_000), unix_ms: nowMs }
  try {
    return await call.parts.mapping.run(expression, { ...input, fetched: fetched ?? null, vars: call.variables, now })
  } catch {
    throw wrongBody(call, operation.path)
  }
}

function wrongBody({ manifest }: Call, path: string): AppError {
  return new AppError('manifest-invalid', {
    file: manifest.id,
    path,
    expected: 'a body that can be built from what is asked'
  })
}
