import type { LogRecord } from './log-book.ts'

/** A stretch of history that exists only as a rule: record `at` (0 is the oldest) is computed. */
export interface Generated {
  readonly bottom: number
  readonly top: number
  readonly count: number
  readonly keyIds: readonly string[]
  readonly fromMs: number
  readonly toMs: number
}

const PATHS = ['/v1/sites', '/v1/sites/7', '/v1/dns/records', '/v1/deployments', '/v1/backups', '/v1/certificates']
const METHODS = ['GET', 'GET', 'GET', 'GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'DELETE']
const IPS = ['203.0.113.7', '203.0.113.8', '198.51.100.24', '192.0.2.66']
const FAILURES = [400, 401, 403, 404, 404, 404, 429, 500]

export function generatedKeyId({ keyIds }: Generated, at: number): string {
  return keyIds[at % keyIds.length] ?? ''
}

export function generatedRecord(part: Generated, at: number): Omit<LogRecord, 'id'> {
  const dice = mix(at)
  const method = pick(METHODS, dice)
  const failed = (dice >>> 8) % 32 === 0
  return {
    timeMs: part.fromMs + Math.floor((at * (part.toMs - part.fromMs)) / part.count),
    keyId: generatedKeyId(part, at),
    method,
    path: pick(PATHS, dice >>> 4),
    status: failed ? pick(FAILURES, dice >>> 16) : method === 'POST' ? 201 : 200,
    durationMs: 3 + ((dice >>> 12) % 400),
    ip: pick(IPS, dice >>> 20),
    source: (dice >>> 24) % 16 === 0 ? 'MCP' : (dice >>> 24) % 16 === 1 ? 'Skillset' : 'API'
  }
}

function pick<T>(choices: readonly T[], dice: number): T {
  const found = choices[dice % choices.length]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** Spreads an index over 32 bits (the finish of MurmurHash3). */
function mix(at: number): number {
  let hash = at >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
