import { isStrings, numberFrom, pageAfter, type Answer, type Call, type Fields } from '../http/exchange.ts'
import { isoOf } from '../state/clock.ts'
import { createKeyBook, type KeyRecord } from '../state/key-book.ts'
import { createLogBook } from '../state/log-book.ts'
import { alphanumericSecret } from '../state/random.ts'
import { billingPeriod } from './billing-period.ts'
import { callerWith, knownPlan, stranger, type Rules, type Surroundings } from './provider.ts'

const SCOPES = ['users:read', 'usage:read']
const PROJECTS = [
  { id: 'proj_8f2c4', name: 'Core Platform', status: 'active' },
  { id: 'proj_1b7d0', name: 'Staging', status: 'active' }
]
const PLANS = ['standard']
/** What a scoped token may do: one resource for each scope. */
const TOKEN_PATHS: Readonly<Record<string, string>> = { 'users:read': '/users', 'usage:read': '/usage' }

/** CloudAPI: keys of a project, made by a dashboard session and revoked by a key; scoped tokens; totals of a month. */
export function createCloudapi({ clock, nextId }: Surroundings): Rules<'cloudapi'> {
  const keys = createKeyBook(clock)
  const logs = createLogBook(clock, () => [])
  const session = `dash_${alphanumericSecret(32)}`
  const requests = new Map<string, number>()
  let quota = 200_000

  const withId = (body: Fields): Fields => ({ ...body, request_id: nextId('req_', 5) })
  const error = (status: number, code: string, message: string): Answer => ({
    status,
    body: withId({ error: { code, message } })
  })
  const makeKey = (projectId: string): KeyRecord =>
    keys.add({ id: nextId('key_', 8), secret: `sk_live_${alphanumericSecret(32)}`, projectId })
  const management = makeKey('proj_8f2c4')
  const users = Array.from({ length: 60 }, (_, at) => ({
    id: nextId('usr_', 6),
    email: `user${String(at + 1)}@harbour.example`,
    role: at === 0 ? 'admin' : 'member'
  }))

  const ofKind = (prefix: string): KeyRecord[] => keys.all().filter(({ id }) => id.startsWith(prefix))
  const list = <T extends { readonly id: string }>(
    all: readonly T[],
    { query }: Call,
    limit: number,
    show: (one: T) => Fields
  ): Answer => {
    const { items, next } = pageAfter(all, query.get('cursor'), numberFrom(query, 'limit', limit, 100))
    return { status: 200, body: withId({ data: items.map(show), next_cursor: next }) }
  }
  const revoke = (prefix: string, { params }: Call): Answer => {
    const key = keys.get(params.id ?? '')
    if (key === undefined || key.revoked || !key.id.startsWith(prefix))
      return error(404, 'not_found', 'There is no such credential.')
    key.revoked = true
    return { status: 200, body: { id: key.id, revoked: true } }
  }

  return {
    name: 'cloudapi',
    clock,
    basePath: '/v1',
    credentials: { dashboardSession: session, apiKey: management.secret },
    keys,
    logs,
    error,
    identify(secret) {
      if (secret === session) return { name: 'dashboardSession', key: null, refusal: null }
      const key = keys.bySecret(secret ?? '')
      if (key === undefined) return stranger(error(401, 'unauthenticated', 'The credential is missing or not valid.'))
      return callerWith(
        key,
        management.id,
        keys.isLive(key) ? null : error(401, 'revoked', 'The credential was revoked.')
      )
    },
    admit({ key }, { method, path }) {
      const creates = method === 'POST' && path === '/keys'
      if (creates !== (key === null)) {
        return error(
          401,
          'wrong_credential',
          creates ? 'Keys are created with a dashboard session.' : 'An API key is required.'
        )
      }
      if (key === null || key.id.startsWith('key_')) return null
      return key.scopes.some((scope) => TOKEN_PATHS[scope] === path)
        ? null
        : error(403, 'insufficient_scope', 'The scopes of this token do not cover the call.')
    },
    record({ key }) {
      const { period_start: month } = billingPeriod(clock.nowMs())
      if (key !== null) requests.set(month, (requests.get(month) ?? 0) + 1)
    },
    plans: PLANS,
    plan: () => 'standard',
    setPlan(next, limits) {
      knownPlan(PLANS, next)
      quota = limits.quota ?? quota
    },
    setUsage(used) {
      requests.set(billingPeriod(clock.nowMs()).period_start, used.requests ?? 0)
    },
    routes: [
      ['GET', '/projects', () => ({ status: 200, body: withId({ data: PROJECTS }) })],
      ['GET', '/users', (call) => list(users, call, 25, (user) => user)],
      [
        'GET',
        '/usage',
        () => {
          const period = billingPeriod(clock.nowMs())
          const made = requests.get(period.period_start) ?? 0
          return { status: 200, body: { ...period, requests: made, overage: Math.max(0, made - quota), quota } }
        }
      ],
      [
        'GET',
        '/keys',
        (call) =>
          list(ofKind('key_'), call, 50, (key) => ({
            id: key.id,
            project_id: key.projectId,
            preview: `${key.secret.slice(0, 12)}…`,
            status: keys.statusOf(key),
            created_at: isoOf(key.createdMs),
            last_used_at: isoOf(key.lastUsedMs)
          }))
      ],
      [
        'POST',
        '/keys',
        ({ fields: { project_id: projectId } }) => {
          if (typeof projectId !== 'string' || !PROJECTS.some(({ id }) => id === projectId)) {
            return error(422, 'unknown_project', 'There is no such project.')
          }
          const key = makeKey(projectId)
          return {
            status: 201,
            body: withId({ id: key.id, key: key.secret, project_id: projectId, created_at: isoOf(key.createdMs) })
          }
        }
      ],
      ['DELETE', '/keys/:id', (call) => revoke('key_', call)],
      [
        'GET',
        '/tokens',
        (call) =>
          list(ofKind('tok_'), call, 50, (key) => ({
            id: key.id,
            name: key.name,
            scopes: key.scopes,
            preview: 'cap_****',
            status: keys.statusOf(key),
            created_at: isoOf(key.createdMs)
          }))
      ],
      [
        'POST',
        '/tokens',
        ({ fields: { name, scopes } }) => {
          if (typeof name !== 'string' || name.trim() === '') return error(422, 'invalid_name', 'A name is required.')
          if (!isStrings(scopes) || scopes.length === 0 || !scopes.every((scope) => SCOPES.includes(scope))) {
            return error(422, 'unknown_scope', `The scopes are ${SCOPES.join(', ')}.`)
          }
          const token = keys.add({ id: nextId('tok_', 8), name, scopes, secret: `cap_${alphanumericSecret(36)}` })
          return { status: 201, body: { id: token.id, token: token.secret, scopes } }
        }
      ],
      ['DELETE', '/tokens/:id', (call) => revoke('tok_', call)]
    ]
  }
}
