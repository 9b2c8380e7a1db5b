import { numberFrom, pageAfter, type Answer, type Call, type Fields } from '../http/exchange.ts'
import { isoOf } from '../state/clock.ts'
import { createKeyBook, type KeyRecord } from '../state/key-book.ts'
import { createLogBook } from '../state/log-book.ts'
import { alphanumericSecret } from '../state/random.ts'
import { callerWith, knownPlan, stranger, type Rules, type Surroundings } from './provider.ts'

const DAY_MS = 86_400_000
const EXPIRY_DAYS: readonly unknown[] = [30, 90, 365]
/** The statuses its log knows; others are shown as the nearest of these. */
const LOG_STATUSES = [200, 201, 400, 401, 403, 404, 429, 500]
const PAGE = 50
const PLANS = ['standard']

/** Cloodot: keys without scopes, four choices of expiry, and a log of every call. */
export function createCloodot({ clock, nextId }: Surroundings): Rules<'cloodot'> {
  const keys = createKeyBook(clock)
  const logs = createLogBook(clock, () => keys.all().map(({ id }) => id))
  const error = (status: number, code: string, message: string): Answer => ({
    status,
    body: status === 422 ? { message, errors: [{ field: code, message }] } : { message }
  })
  const make = (name: string, expiresMs: number | null): KeyRecord =>
    keys.add({ id: nextId('ak_', 12), name, expiresMs, secret: `clo_${alphanumericSecret(40)}` })
  const management = make('Keyquay management', null)

  const item = (key: KeyRecord): Fields => ({
    id: key.id,
    name: key.name,
    preview: 'clo_********',
    created_at: isoOf(key.createdMs),
    expires_at: isoOf(key.expiresMs),
    status: keys.isLive(key) ? 'active' : 'disabled',
    last_used_at: isoOf(key.lastUsedMs)
  })
  const withKey = ({ params }: Call, then: (key: KeyRecord) => Answer): Answer => {
    const key = keys.get(params.id ?? '')
    return key === undefined ? error(404, 'id', 'API key not found.') : then(key)
  }
  const switched =
    (disabled: boolean) =>
    (call: Call): Answer =>
      withKey(call, (key) => {
        key.disabled = disabled
        return { status: 200, body: item(key) }
      })

  return {
    name: 'cloodot',
    clock,
    basePath: '/v1',
    credentials: { apiKey: management.secret },
    keys,
    logs,
    error,
    identify(secret) {
      const key = keys.bySecret(secret ?? '')
      if (key === undefined) return stranger(error(401, 'key', 'Invalid API key.'))
      const dead = keys.statusOf(key) === 'expired' ? 'The API key has expired.' : 'The API key is disabled.'
      return callerWith(key, management.id, keys.isLive(key) ? null : error(401, 'key', dead))
    },
    admit: () => null,
    record({ key }, { method, path, status, ip, ms }) {
      if (key === null) return
      logs.add({ keyId: key.id, method, path, status: shownStatus(status), durationMs: ms, ip, source: 'API' })
    },
    plans: PLANS,
    plan: () => 'standard',
    setPlan(next) {
      knownPlan(PLANS, next)
    },
    setUsage() {
      throw new Error('Cloodot reports no use that could be set')
    },
    routes: [
      [
        'GET',
        '/api-keys',
        ({ query }) => {
          const { items, next } = pageAfter(keys.all(), query.get('after'), PAGE)
          return { status: 200, body: { data: items.map(item), next } }
        }
      ],
      [
        'POST',
        '/api-keys',
        ({ fields: { name, expires_in_days: days = null } }) => {
          if (typeof name !== 'string' || name.trim() === '') return error(422, 'name', 'The name is required.')
          if (days !== null && !EXPIRY_DAYS.includes(days)) {
            return error(422, 'expires_in_days', 'The expiration is never, 30 days, 90 days or 1 year.')
          }
          const key = make(name, days === null ? null : clock.nowMs() + Number(days) * DAY_MS)
          const { id, created_at, expires_at } = item(key)
          return { status: 201, body: { id, name, key: key.secret, created_at, expires_at } }
        }
      ],
      ['POST', '/api-keys/:id/disable', switched(true)],
      ['POST', '/api-keys/:id/enable', switched(false)],
      [
        'DELETE',
        '/api-keys/:id',
        (call) =>
          withKey(call, (key) => {
            keys.remove(key)
            return { status: 204 }
          })
      ],
      [
        'GET',
        '/logs',
        ({ query }) => {
          const page = logs.page({
            cursor: query.get('cursor'),
            limit: numberFrom(query, 'limit', 100, 1000),
            keyId: query.get('key_id')
          })
          if (page === 'bad cursor') return error(422, 'cursor', 'The cursor is not one of this log.')
          const data = page.records.map(({ id, timeMs, method, path, status, durationMs, ip, source, keyId }) => ({
            id,
            time: isoOf(timeMs),
            method,
            path,
            status,
            duration_ms: durationMs,
            ip,
            source,
            key_id: keyId
          }))
          return { status: 200, body: { data, next_cursor: page.nextCursor } }
        }
      ]
    ]
  }
}

function shownStatus(status: number): number {
  return LOG_STATUSES.includes(status) ? status : Math.floor(status / 100) * 100
}
