import { numberFrom, type Answer, type Call, type Fields } from '../http/exchange.ts'
import { isoOf } from '../state/clock.ts'
import { createKeyBook, type KeyRecord, type NewKey } from '../state/key-book.ts'
import { createLogBook } from '../state/log-book.ts'
import { alphanumericSecret } from '../state/random.ts'
import { burstBucket, type TakeCall } from '../state/rate.ts'
import { covers, lets, SERVICES, settingsOf, type Settings } from './cloudnexus-checks.ts'
import { callerWith, knownPlan, stranger, type Rules, type Surroundings } from './provider.ts'

const GRACE_MS = 24 * 3_600_000
const RATES: Readonly<Record<string, { perMinute: number; burst: number } | null>> = {
  starter: { perMinute: 60, burst: 100 },
  professional: { perMinute: 1000, burst: 2000 },
  enterprise: null
}
const PLANS = Object.keys(RATES)
const CREATE_FIELDS = ['name', 'environment', 'services', 'scopes', 'expires_at', 'ip_allowlist']
const EDIT_FIELDS = ['name', 'scopes', 'ip_allowlist', 'status']

/** CloudNexus: scopes as resource:action, expiry, allowlists, and a rotation that leaves the old value 24 hours. */
export function createCloudnexus({ clock, nextId }: Surroundings): Rules<'cloudnexus'> {
  const keys = createKeyBook(clock)
  const logs = createLogBook(clock, () => keys.all().map(({ id }) => id))
  const error = (status: number, code: string, message: string): Answer => ({
    status,
    body: { error: { code, message } }
  })
  let plan = 'professional'
  let maxKeys = Infinity
  let take: TakeCall = () => null

  const setRate = (): void => {
    const rate = RATES[plan] ?? null
    take = rate === null ? () => null : burstBucket(clock, rate.perMinute, rate.burst)
  }
  setRate()
  const make = (fields: Omit<NewKey, 'id' | 'secret'>): KeyRecord =>
    keys.add({
      ...fields,
      id: nextId('nk_', 12),
      secret: `cnx_${fields.environment ?? 'prod'}_${alphanumericSecret(30)}`
    })
  const management = make({
    name: 'Keyquay management',
    environment: 'prod',
    services: ['admin'],
    scopes: ['admin:write']
  })

  const item = (key: KeyRecord): Fields => ({
    id: key.id,
    key_preview: `${key.secret.slice(0, `cnx_${key.environment}_`.length + 4)}...`,
    name: key.name,
    environment: key.environment,
    services: key.services,
    scopes: key.scopes,
    ip_allowlist: key.ipAllowlist,
    status: keys.statusOf(key),
    created_at: isoOf(key.createdMs),
    expires_at: isoOf(keys.endsMs(key)),
    last_used_at: isoOf(key.lastUsedMs)
  })
  const withKey = (id: unknown, then: (key: KeyRecord) => Answer): Answer => {
    const key = typeof id === 'string' ? keys.get(id) : undefined
    return key === undefined ? error(404, 'not_found', 'There is no such key.') : then(key)
  }
  const withSettings = ({ fields }: Call, allowed: readonly string[], then: (settings: Settings) => Answer): Answer => {
    const settings = settingsOf(fields, allowed, clock.nowMs())
    return Array.isArray(settings) ? error(422, ...settings) : then(settings)
  }
  const deadAnswer = (key: KeyRecord): Answer | null => {
    const status = keys.statusOf(key)
    if (keys.isLive(key)) return null
    return error(401, status === 'expired' ? 'token_expired' : `token_${status}`, `The token is ${status}.`)
  }

  return {
    name: 'cloudnexus',
    clock,
    basePath: '/v2',
    keyParameter: 'api_key',
    credentials: { apiKey: management.secret },
    keys,
    logs,
    error,
    identify(secret, ip) {
      const key = keys.bySecret(secret ?? '')
      if (key === undefined) return stranger(error(401, 'invalid_token', 'The token is missing or not valid.'))
      const elsewhere = lets(key, ip)
        ? null
        : error(403, 'ip_not_allowed', 'The allowlist of this key does not hold the address.')
      return callerWith(key, management.id, deadAnswer(key) ?? elsewhere)
    },
    admit({ key }, { method, path }) {
      if (key === null) return null
      const seconds = take(key.id)
      if (seconds !== null) {
        const answer = error(429, 'rate_limited', 'Too Many Requests')
        return { ...answer, headers: { 'retry-after': String(seconds) } }
      }
      return covers(key.scopes, method, path)
        ? null
        : error(403, 'insufficient_scope', 'The scopes of this key do not cover the call.')
    },
    record({ key }, { method, path, status, ip, ms }) {
      if (key !== null) logs.add({ keyId: key.id, method, path, status, durationMs: ms, ip, source: 'API' })
    },
    plans: PLANS,
    plan: () => plan,
    setPlan(next, limits) {
      plan = knownPlan(PLANS, next)
      maxKeys = limits.maxKeys ?? Infinity
      setRate()
    },
    setUsage() {
      throw new Error('CloudNexus reports no use that could be set')
    },
    routes: [
      [
        'GET',
        '/account',
        () => {
          const rate = RATES[plan] ?? null
          return {
            status: 200,
            body: { plan, requests_per_minute: rate?.perMinute ?? null, burst: rate?.burst ?? null }
          }
        }
      ],
      [
        'GET',
        '/services',
        () => ({
          status: 200,
          body: { data: SERVICES.map((id) => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1) })) }
        })
      ],
      ['GET', '/instances', () => ({ status: 200, body: { data: [] } })],
      [
        'GET',
        '/logs',
        ({ query }) => {
          const page = logs.page({
            cursor: query.get('cursor'),
            limit: numberFrom(query, 'limit', 100, 1000),
            keyId: query.get('key_id')
          })
          if (page === 'bad cursor') return error(422, 'invalid_cursor', 'The cursor is not one of this log.')
          const data = page.records.map(({ id, timeMs, method, path, status, ip, keyId }) => ({
            id,
            time: isoOf(timeMs),
            method,
            path,
            status,
            ip,
            key_id: keyId
          }))
          return { status: 200, body: { data, next_cursor: page.nextCursor } }
        }
      ],
      [
        'GET',
        '/keys',
        ({ query }) => {
          const limit = numberFrom(query, 'limit', 50, 100)
          const page = numberFrom(query, 'page', 1, 1_000_000)
          const all = keys.all()
          const pagination = { total: all.length, page, limit, pages: Math.max(1, Math.ceil(all.length / limit)) }
          return { status: 200, body: { data: all.slice((page - 1) * limit, page * limit).map(item), pagination } }
        }
      ],
      [
        'POST',
        '/keys',
        (call) =>
          withSettings(call, CREATE_FIELDS, (settings) => {
            const { name, environment, scopes } = settings
            if (name === undefined || environment === undefined || scopes === undefined) {
              return error(422, 'missing_field', 'A key has a name, an environment and scopes.')
            }
            if (keys.all().filter((key) => keys.isLive(key)).length >= maxKeys) {
              return error(402, 'plan_limit', `The plan allows ${String(maxKeys)} keys.`)
            }
            const key = make(settings)
            return { status: 201, body: { ...item(key), key: key.secret } }
          })
      ],
      [
        'POST',
        '/keys/rotate',
        ({ fields }) =>
          withKey(fields.key_id, (old) => {
            if (keys.statusOf(old) !== 'active') return error(409, 'not_active', 'Only an active key is rotated.')
            const { name, environment, services, scopes, ipAllowlist, expiresMs } = old
            const key = make({ name, environment, services, scopes, ipAllowlist, expiresMs })
            old.graceEndsMs = clock.nowMs() + GRACE_MS
            const { id, name: kept, ...shown } = item(key)
            const previous = { id: old.id, expires_at: isoOf(keys.endsMs(old)) }
            return { status: 201, body: { id, key: key.secret, name: kept, ...shown, previous } }
          })
      ],
      ['GET', '/keys/:id', ({ params }) => withKey(params.id, (key) => ({ status: 200, body: item(key) }))],
      [
        'PATCH',
        '/keys/:id',
        (call) =>
          withKey(call.params.id, (key) =>
            withSettings(call, EDIT_FIELDS, (settings) => {
              Object.assign(key, settings)
              return { status: 200, body: item(key) }
            })
          )
      ],
      [
        'POST',
        '/keys/:id/renew',
        (call) =>
          withKey(call.params.id, (key) =>
            withSettings(call, ['expires_at'], ({ expiresMs }) => {
              if (keys.statusOf(key) !== 'active') return error(409, 'not_active', 'Only an active key is renewed.')
              if (expiresMs === undefined) return error(422, 'invalid_expiry', 'The new expiry is required.')
              key.expiresMs = expiresMs
              return { status: 200, body: item(key) }
            })
          )
      ],
      [
        'DELETE',
        '/keys/:id',
        ({ params }) =>
          withKey(params.id, (key) => {
            keys.remove(key)
            return { status: 204 }
          })
      ]
    ]
  }
}
