import { createHash } from 'node:crypto'
import { isStrings, numberFrom, type Answer, type Call, type Fields } from '../http/exchange.ts'
import { isoOf } from '../state/clock.ts'
import { createKeyBook, type KeyRecord } from '../state/key-book.ts'
import { createLogBook } from '../state/log-book.ts'
import { urlSafeSecret } from '../state/random.ts'
import { arranged, listOf, type Arranged } from './eve.ts'
import { callerWith, knownPlan, stranger, type Rules, type Surroundings } from './provider.ts'

const PLANS = ['FREE', 'PRO']
const KEYS_BY_PLAN: Readonly<Record<string, number>> = { FREE: 1, PRO: 10 }
const EDITABLE = ['name', 'description', 'roles']

/** CloudCasa: an Eve-style API with etags, roles instead of scopes, and ten keys an organization. */
export function createCloudcasa({ clock, nextId }: Surroundings): Rules<'cloudcasa'> {
  const keys = createKeyBook(clock)
  const logs = createLogBook(
    clock,
    () => keys.all().map(({ id }) => id),
    (place) => place.toString(16).padStart(24, '0')
  )
  const names = new Map<string, string>()
  const roles = ['ADMIN', 'USER', 'Backup operator'].map((name, at) => ({
    _id: nextId('', 24),
    name,
    type: at < 2 ? 'BUILTIN' : 'CUSTOM',
    _etag: nextId('', 40)
  }))
  const orgId = nextId('', 24)
  let plan = 'PRO'
  let limit = 10

  const error = (code: number, _word: string, message: string): Answer => ({
    status: code,
    body: { _status: 'ERR', _error: { code, message } }
  })
  const invalid = (issues: Fields): Answer => ({
    status: 422,
    body: {
      _status: 'ERR',
      _issues: issues,
      _error: { code: 422, message: 'Insertion failure: 1 document(s) contain(s) error(s)' }
    }
  })
  const make = (fields: { name: string; description: string; roles: string[] }): KeyRecord => {
    const key = keys.add({ ...fields, id: nextId('', 24), secret: urlSafeSecret(128) })
    names.set(key.id, key.name)
    return key
  }
  const management = make({ name: 'Keyquay management', description: '', roles: [roles[0]?._id ?? ''] })

  const item = (key: KeyRecord): Fields => ({
    _id: key.id,
    name: key.name,
    description: key.description,
    roles: key.roles,
    last4: key.secret.slice(-4),
    _created: new Date(key.createdMs).toUTCString(),
    _updated: new Date(key.updatedMs).toUTCString(),
    _etag: etagOf(key),
    _links: { self: { title: 'apikey', href: `apikeys/${key.id}` } }
  })
  const page = (call: Call, all: Arranged, show: (one: Fields) => Fields = (one) => one): Answer => {
    const found = listOf(call.query, all)
    return found === null
      ? error(400, 'bad_query', 'The where clause is not understood.')
      : { status: 200, body: { ...found, _items: found._items.map(show) } }
  }
  const withKey = ({ params }: Call, then: (key: KeyRecord) => Answer): Answer => {
    const key = keys.get(params.id ?? '')
    return key === undefined ? error(404, 'not_found', 'The requested URL was not found on the server.') : then(key)
  }
  /** Only whoever has seen the present state may change it. */
  const withEtag = (call: Call, then: (key: KeyRecord) => Answer): Answer =>
    withKey(call, (key) => {
      const match = call.headers['if-match']
      if (match === undefined)
        return error(
          428,
          'precondition_required',
          'To edit a document its etag must be provided using the If-Match header'
        )
      if (match.replaceAll('"', '') !== etagOf(key))
        return error(412, 'precondition_failed', "Client and server etags don't match")
      return then(key)
    })
  /** What is wrong with a document, by field. */
  const issuesOf = (fields: Fields, own: KeyRecord | null): Fields => {
    const { name, description, roles: given } = fields
    const taken = keys.all().some((key) => key !== own && key.name === name)
    return {
      ...Object.fromEntries(
        Object.keys(fields)
          .filter((field) => !EDITABLE.includes(field))
          .map((field) => [field, 'unknown field'])
      ),
      ...(name === undefined
        ? { name: 'required field' }
        : typeof name !== 'string' || name.trim() === ''
          ? { name: 'must be of string type' }
          : {}),
      ...(taken && { name: `value '${String(name)}' is not unique` }),
      ...(description !== undefined && typeof description !== 'string' && { description: 'must be of string type' }),
      ...((!isStrings(given) || given.length === 0 || !given.every((id) => roles.some(({ _id }) => _id === id))) && {
        roles: 'one or more existing roles are required'
      })
    }
  }
  const documentOf = ({
    name,
    description,
    roles: given
  }: Fields): { name: string; description: string; roles: string[] } => ({
    name: String(name),
    description: typeof description === 'string' ? description : '',
    roles: isStrings(given) ? given : []
  })

  return {
    name: 'cloudcasa',
    clock,
    basePath: '/api/v1',
    credentials: { apiKey: management.secret },
    keys,
    logs,
    error,
    checkForm({ headers }) {
      if (!/application\/json/i.test(headers.accept ?? ''))
        return error(406, 'not_acceptable', 'Accept: application/json is required')
      if (/^application\/json/i.test(headers['content-type'] ?? '')) return null
      return error(415, 'unsupported_media_type', 'Content-Type: application/json is required')
    },
    identify(secret) {
      const key = keys.bySecret(secret ?? '')
      if (key === undefined) return stranger(error(401, 'unauthorized', 'Please provide proper credentials'))
      return callerWith(key, management.id, null)
    },
    admit({ key }, { path }) {
      if (/^\/users\b/.test(path)) return error(403, 'forbidden', 'API Key access is not allowed for this resource')
      const admin = key?.roles.includes(roles[0]?._id ?? '') === true
      return admin || !/^\/(apikeys|auditlogs|roles)\b/.test(path)
        ? null
        : error(403, 'forbidden', 'Only the Admin role may do this')
    },
    record({ key }, { method, path, status, ip, ms }) {
      // The audit trail holds what was changed, not what was read or refused.
      if (key === null || method === 'GET' || status >= 400) return
      logs.add({ keyId: key.id, method, path, status, durationMs: ms, ip, source: 'API' })
    },
    plans: PLANS,
    plan: () => plan,
    setPlan(next, limits) {
      plan = knownPlan(PLANS, next)
      limit = limits.maxKeys ?? KEYS_BY_PLAN[plan] ?? 0
    },
    setUsage() {
      throw new Error('CloudCasa reports no use that could be set')
    },
    routes: [
      ['GET', '/roles', (call) => page(call, arranged(roles, '_id'))],
      [
        'GET',
        '/orgs/current',
        () => ({
          status: 200,
          body: { _id: orgId, name: 'Harbour', plan, apikeys_limit: limit, apikeys_used: keys.all().length }
        })
      ],
      ['GET', '/apikeys', (call) => page(call, arranged(keys.all().map(item), '_id'))],
      ['GET', '/apikeys/:id', (call) => withKey(call, (key) => ({ status: 200, body: item(key) }))],
      [
        'POST',
        '/apikeys',
        ({ fields }) => {
          const issues = issuesOf(fields, null)
          if (Object.keys(issues).length > 0) return invalid(issues)
          if (limit === 0) return error(403, 'forbidden', 'API keys are not available on the Free Service Plan')
          if (keys.all().length >= limit) {
            return error(403, 'forbidden', `The organization has reached its limit of ${String(limit)} active API keys`)
          }
          const key = make(documentOf(fields))
          return { status: 201, body: { ...item(key), _status: 'OK', apikey: key.secret } }
        }
      ],
      [
        'PUT',
        '/apikeys/:id',
        (call) =>
          withEtag(call, (key) => {
            const issues = issuesOf(call.fields, key)
            if (Object.keys(issues).length > 0) return invalid(issues)
            Object.assign(key, documentOf(call.fields), { updatedMs: Math.max(clock.nowMs(), key.updatedMs + 1) })
            names.set(key.id, key.name)
            return { status: 200, body: { ...item(key), _status: 'OK' } }
          })
      ],
      [
        'DELETE',
        '/apikeys/:id',
        (call) =>
          withEtag(call, (key) => {
            keys.remove(key)
            return { status: 204 }
          })
      ],
      [
        'GET',
        '/auditlogs',
        ({ query }) => {
          const size = numberFrom(query, 'max_results', 25, 50)
          const at = numberFrom(query, 'page', 1, 1_000_000)
          const found = logs.after((at - 1) * size, size)
          const _items = found.map((record) => ({
            _id: record.id,
            _created: new Date(record.timeMs).toUTCString(),
            method: record.method,
            resource: record.path,
            status: record.status,
            by: { type: 'apikey', id: record.keyId, name: names.get(record.keyId) ?? '' }
          }))
          return { status: 200, body: { _items, _meta: { page: at, max_results: size, total: logs.count() } } }
        }
      ]
    ]
  }
}

/** Changes with every change, also with one that is put back. */
function etagOf(key: KeyRecord): string {
  const state = [key.id, key.name, key.description, key.roles, isoOf(key.updatedMs)]
  return createHash('sha1').update(JSON.stringify(state)).digest('hex')
}
