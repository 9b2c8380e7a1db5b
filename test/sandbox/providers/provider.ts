import { isFields, type Answer, type Caller, type Fields, type Request } from '../http/exchange.ts'
import { createRouter, type Route } from '../http/router.ts'
import type { NextId } from '../state/random.ts'
import type { KeyBook, KeyRecord } from '../state/key-book.ts'
import type { LogBook } from '../state/log-book.ts'
import type { Credentials, KeyUse, PlanLimits, ProviderName, SandboxClock } from '../types.ts'

/** What a provider is made with. */
export interface Surroundings {
  readonly clock: SandboxClock
  readonly nextId: NextId
}

/** The rules of one provider. Everything in it is synchronous: a request is done in whole or not at all. */
export interface Rules<N extends ProviderName = ProviderName> {
  readonly name: N
  readonly clock: SandboxClock
  readonly basePath: string
  readonly credentials: Credentials[N]
  readonly keys: KeyBook
  readonly logs: LogBook
  readonly routes: readonly Route[]
  /** The error body in the provider's style. */
  error(status: number, code: string, message: string): Answer
  /** Who presents this value. `ip` is `null` for the loopback. */
  identify(secret: string | null, ip: string | null): Caller
  /** Refuses a caller the operation: too many calls, no right to it, headers that are asked for. */
  admit(caller: Caller, request: Pick<Request, 'method' | 'path'>): Answer | null
  /** Refuses a request for its form, before anybody asks who sent it. */
  checkForm?(request: Request): Answer | null
  /** Writes it down where the provider does; `path` includes the base path. */
  record(caller: Caller, done: { method: string; path: string; status: number; ip: string; ms: number }): void
  /** The query parameter a key may come in instead of the header. */
  readonly keyParameter?: string
  readonly plans: readonly string[]
  plan(): string
  setPlan(plan: string, limits: PlanLimits): void
  setUsage(used: Readonly<Record<string, number>>): void
}

/** A provider's rules behind one door, without HTTP. */
export interface Provider {
  answer(request: Request): Answer
  callerOf(request: Request): Caller
  use(secret: string, use: KeyUse): number
}

export function createProvider(rules: Rules): Provider {
  const find = createRouter(rules.routes)

  const callerOf = ({ headers, query, ip }: Request): Caller => {
    const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
    return rules.identify(bearer ?? (rules.keyParameter === undefined ? null : query.get(rules.keyParameter)), ip)
  }

  const answerTo = (request: Request, caller: Caller): Answer => {
    const refused = caller.refusal ?? rules.admit(caller, request)
    if (refused !== null) return refused
    const found = find(request.method, request.path)
    if (found === null) return rules.error(404, 'not_found', 'There is no such resource.')
    if ('allow' in found) {
      const answer = rules.error(405, 'method_not_allowed', 'This method is not offered here.')
      return { ...answer, headers: { allow: found.allow.join(', ') } }
    }
    const fields = fieldsOf(request)
    if (fields === 'not json') return rules.error(415, 'unsupported_media_type', 'Send application/json.')
    if (fields === 'malformed') return rules.error(400, 'malformed_json', 'The body is not a JSON object.')
    return found.handle({ ...request, params: found.params, fields, caller })
  }

  const note = (caller: Caller, method: string, path: string, status: number, ip: string | null, ms: number): void => {
    if (caller.key !== null && caller.refusal === null) caller.key.lastUsedMs = rules.clock.nowMs()
    rules.record(caller, { method, path, status, ip: ip ?? '127.0.0.1', ms })
  }

  return {
    callerOf,
    answer(request) {
      const malformed = rules.checkForm?.(request) ?? null
      if (malformed !== null) return malformed
      const caller = callerOf(request)
      const startMs = performance.now()
      const answer = answerTo(request, caller)
      const tookMs = Math.max(1, Math.round(performance.now() - startMs))
      note(caller, request.method, rules.basePath + request.path, answer.status, request.ip, tookMs)
      return answer
    },
    use(secret, { method = 'GET', path = `${rules.basePath}/ping`, ip, times = 1 }) {
      let status = 0
      for (let done = 0; done < times; done += 1) {
        const caller = rules.identify(secret, ip ?? null)
        const below = path.startsWith(rules.basePath) ? path.slice(rules.basePath.length) : path
        status =
          (caller.refusal ?? rules.admit(caller, { method, path: below }))?.status ?? (method === 'POST' ? 201 : 200)
        note(caller, method, path, status, ip ?? null, 12)
      }
      return status
    }
  }
}

function fieldsOf({ headers, bodyText }: Request): Fields | 'not json' | 'malformed' {
  if (bodyText === '') return {}
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return 'not json'
  try {
    const body: unknown = JSON.parse(bodyText)
    return isFields(body) ? body : 'malformed'
  } catch {
    return 'malformed'
  }
}

/** The caller a live or dead key is: the management key by its name, another by its id. */
export function callerWith(key: KeyRecord, managementId: string, refusal: Answer | null): Caller {
  return { name: key.id === managementId ? 'apiKey' : `key:${key.id}`, key, refusal }
}

/** A caller whose credential nobody here knows. */
export function stranger(refusal: Answer): Caller {
  return { name: null, key: null, refusal }
}

/** The plan by its name; throws naming those there are. */
export function knownPlan(plans: readonly string[], plan: string): string {
  if (plans.includes(plan)) return plan
  throw new Error(`there is no plan ${JSON.stringify(plan)} here; there are ${plans.join(', ')}`)
}
