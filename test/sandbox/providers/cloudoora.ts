import { numberFrom, type Answer, type Call } from '../http/exchange.ts'
import { isoOf } from '../state/clock.ts'
import { createKeyBook, type KeyRecord } from '../state/key-book.ts'
import { createLogBook } from '../state/log-book.ts'
import { alphanumericSecret } from '../state/random.ts'
import { perMinuteWindow } from '../state/rate.ts'
import { createCloudooraUsage } from './cloudoora-usage.ts'
import { callerWith, knownPlan, stranger, type Rules, type Surroundings } from './provider.ts'

const SCOPES = ['read-only', 'read-write', 'dns-only']
const PLANS = ['shared', 'vps', 'cloud']
const CALLS_A_MINUTE = 1000

/** Cloudoora: one scope a key, regenerating in place, a log for each key, 1,000 calls a minute. */
export function createCloudoora({ clock, nextId }: Surroundings): Rules<'cloudoora'> {
  const keys = createKeyBook(clock)
  const logs = createLogBook(clock, () => keys.all().map(({ id }) => id))
  const usage = createCloudooraUsage(clock)
  const take = perMinuteWindow(clock, CALLS_A_MINUTE)
  const error = (status: number, code: string, message: string): Answer => ({
    status,
    body: { error: { code, message } }
  })
  let plan = 'shared'

  const make = (label: string, scope: string): KeyRecord =>
    keys.add({ id: nextId('ck_', 12), name: label, scopes: [scope], secret: alphanumericSecret(40) })
  const management = make('Keyquay management', 'read-write')

  const withKey = ({ params }: Call, then: (key: KeyRecord) => Answer): Answer => {
    const key = keys.get(params.id ?? '')
    return key === undefined ? error(404, 'not_found', 'There is no such key.') : then(key)
  }
  const vpsOnly = (what: string, id: () => string): Answer =>
    plan === 'shared'
      ? error(403, 'plan_required', `${what} requires a VPS plan or higher.`)
      : { status: 201, body: { id: id() } }

  return {
    name: 'cloudoora',
    clock,
    basePath: '/api/v1',
    credentials: { apiKey: management.secret },
    keys,
    logs,
    error,
    identify(secret) {
      const key = keys.bySecret(secret ?? '')
      if (key === undefined) return stranger(error(401, 'unauthorized', 'The key is missing or not valid.'))
      return callerWith(key, management.id, keys.isLive(key) ? null : error(401, 'key_revoked', 'The key was revoked.'))
    },
    admit({ key }, { method, path }) {
      if (key === null) return null
      if (take(key.id) !== null) return error(429, 'rate_limited', 'Too many calls. Retry after a short pause.')
      return allows(key.scopes[0] ?? '', method, path)
        ? null
        : error(403, 'insufficient_scope', 'The permissions of this key do not cover the call.')
    },
    record({ key }, { method, path, status, ip, ms }) {
      if (key !== null) logs.add({ keyId: key.id, method, path, status, durationMs: ms, ip, source: 'API' })
    },
    plans: PLANS,
    plan: () => plan,
    setPlan(next) {
      plan = knownPlan(PLANS, next)
    },
    setUsage: usage.set,
    routes: [
      ['GET', '/account', () => ({ status: 200, body: { plan, label: 'Harbour account' } })],
      ['GET', '/usage', () => ({ status: 200, body: usage.report() })],
      ['POST', '/servers', () => vpsOnly('Server provisioning', () => nextId('srv_', 8))],
      ['POST', '/load-balancers', () => vpsOnly('Load-balancer control', () => nextId('lb_', 8))],
      [
        'GET',
        '/keys',
        ({ query }) => {
          const size = numberFrom(query, 'per_page', 50, 100)
          const page = numberFrom(query, 'page', 1, 1_000_000)
          const all = keys.all()
          const shown = all.slice((page - 1) * size, page * size).map((key) => ({
            id: key.id,
            label: key.name,
            scope: key.scopes[0],
            preview: `${key.secret.slice(0, 4)}…${key.secret.slice(-4)}`,
            status: keys.statusOf(key),
            created_at: isoOf(key.createdMs),
            last_used_at: isoOf(key.lastUsedMs)
          }))
          return {
            status: 200,
            body: { keys: shown, page, pages: Math.max(1, Math.ceil(all.length / size)), total: all.length }
          }
        }
      ],
      [
        'POST',
        '/keys',
        ({ fields: { label, scope } }) => {
          if (typeof label !== 'string' || label.trim() === '')
            return error(422, 'invalid_label', 'A label is required.')
          if (typeof scope !== 'string' || !SCOPES.includes(scope)) {
            return error(422, 'invalid_scope', `The scope is one of ${SCOPES.join(', ')}.`)
          }
          const key = make(label, scope)
          return { status: 201, body: { id: key.id, label, scope, key: key.secret, created_at: isoOf(key.createdMs) } }
        }
      ],
      [
        'POST',
        '/keys/:id/regenerate',
        (call) =>
          withKey(call, (key) => {
            if (key.revoked) return error(409, 'key_revoked', 'A revoked key cannot be regenerated.')
            keys.replaceSecret(key, alphanumericSecret(40))
            return { status: 200, body: { id: key.id, key: key.secret } }
          })
      ],
      [
        'POST',
        '/keys/:id/revoke',
        (call) =>
          withKey(call, (key) => {
            key.revoked = true
            return { status: 200, body: { id: key.id, status: 'revoked' } }
          })
      ],
      [
        'GET',
        '/keys/:id/logs',
        (call) =>
          withKey(call, ({ id }) => {
            const page = logs.page({
              cursor: call.query.get('cursor'),
              limit: numberFrom(call.query, 'limit', 100, 1000),
              keyId: id
            })
            if (page === 'bad cursor') return error(422, 'invalid_cursor', 'The cursor is not one of this log.')
            const entries = page.records.map(({ id: entry, timeMs, method, path, status }) => ({
              id: entry,
              timestamp: isoOf(timeMs),
              endpoint: `${method} ${path}`,
              status
            }))
            return { status: 200, body: { entries, next_cursor: page.nextCursor } }
          })
      ]
    ]
  }
}

/** Every live key may ask whose it is. */
function allows(scope: string, method: string, path: string): boolean {
  if (scope === 'read-write' || path === '/account') return true
  return scope === 'read-only' ? method === 'GET' : /^(\/v1)?\/dns\b/.test(path)
}
