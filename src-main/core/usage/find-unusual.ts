import type { Instant, KeyId } from '@contract/model/base'
import type { ConnectionId } from '@contract/model/connection'
import { usageFilter, type FindingFacts, type UsageFilter } from '@contract/model/usage'
import type { Clock } from '../../ports/clock'
import type { StoredRotation } from '../../ports/remote-store'
import type { NewFinding, SeenWord, StoredFinding, StoredTotals, UsageChange } from '../../ports/usage-store'
import type { AsyncVaultStore } from '../../ports/vault-store'
import { newId } from '../ids'
import type { SessionKeeper } from '../session-keeper'
import { percentOf } from './quota-readings'
import { errorBursts, newAddresses, newEndpoints, passedThreshold, RECENT_MS } from './unusual'

/**
 * Asks the rules of what an account has told; what they find is kept once, and the answer is whether there is anything
 * new. `keys`: those that were used since it was asked last. Throws `vault-locked` and what the store throws.
 */
export type FindUnusual = (connectionId: ConnectionId, keys: ReadonlySet<KeyId>) => Promise<boolean>

interface Parts {
  readonly session: SessionKeeper
  readonly clock: Clock
  /** Shares of a quota, in percent, at which a person wants to know. */
  readonly thresholds: (connectionId: ConnectionId) => Promise<readonly number[]>
}

type Store = AsyncVaultStore
type Draft = Omit<NewFinding, 'id' | 'unique'>

/** Findings of an account that a new one may be the same as. */
const MOST_COMPARED = 500
/** So long after its rotation a value that is still used is reported. */
const WATCHED_AFTER_MS = 30 * 86_400_000

export function createFindUnusual({ session, clock, thresholds }: Parts): FindUnusual {
  return async (connectionId, keys) => {
    const store = session.store()
    const nowMs = clock.nowMs()
    const drafts: Draft[] = []
    const logs = await store.usage.logs(connectionId)
    // Where older calls are still to come, what is new cannot be told.
    if (logs.length > 0 && logs.every(({ complete, failure }) => complete || failure !== null)) {
      for (const keyId of keys) {
        drafts.push(...(await newWordsOf(store, connectionId, keyId, nowMs)))
        drafts.push(...(await burstsOf(store, connectionId, keyId, nowMs)))
      }
      drafts.push(...(await oldKeysUsed(store, connectionId, nowMs)))
    }
    const [totals] = await store.usage.totals(connectionId)
    if (totals !== undefined) drafts.push(...quotasPassed(totals, await thresholds(connectionId)))
    if (drafts.length === 0) return false
    const of = { keyId: null, connectionId, kinds: [], limit: MOST_COMPARED }
    const [open, settled] = await Promise.all([
      store.usage.findings({ ...of, acknowledged: false }),
      store.usage.findings({ ...of, acknowledged: true })
    ])
    const changes = toChanges(drafts, [...settled.items, ...open.items], nowMs)
    if (changes.length > 0) await store.usage.apply(changes, [])
    return changes.length > 0
  }
}

/** What is known already is not found again; a burst that goes on, and an old value that is used on, get their new counts. */
function toChanges(drafts: readonly Draft[], known: readonly StoredFinding[], nowMs: number): UsageChange[] {
  const byName = new Map(known.map((finding) => [uniqueOf(finding), finding]))
  return drafts.flatMap((draft): UsageChange[] => {
    const unique = uniqueOf(draft)
    const same = byName.get(unique)
    if (same === undefined) return [{ op: 'add-finding', finding: { ...draft, unique, id: newId(nowMs) } }]
    const goesOn = draft.facts.kind === 'error-burst' || draft.facts.kind === 'old-key-used'
    const isSettled = same.acknowledgedAt !== null
    if (isSettled || !goesOn || JSON.stringify(same.facts) === JSON.stringify(draft.facts)) return []
    return [{ op: 'change-finding', id: same.id, facts: draft.facts }]
  })
}

/** Which one it is, whenever it is found. A quota without a period starts anew each month. */
function uniqueOf({ connectionId, keyId, at, facts }: Draft): string {
  const which = (): string => {
    switch (facts.kind) {
      case 'new-address':
        return facts.ip
      case 'new-endpoint':
        return `${facts.method ?? ''} ${facts.endpoint}`
      case 'error-burst':
        return facts.from
      case 'old-key-used':
        return facts.rotationId
      case 'quota':
        return `${facts.metric} ${facts.periodEnd ?? at.slice(0, 7)} ${String(facts.threshold)}`
    }
  }
  return `${facts.kind} ${connectionId} ${keyId ?? ''} ${which()}`
}

async function newWordsOf(store: Store, connectionId: ConnectionId, keyId: KeyId, nowMs: number): Promise<Draft[]> {
  const drafts: Draft[] = []
  const seen = (what: 'ip' | 'endpoint'): Promise<SeenWord[]> =>
    store.usage.seen({ what, connectionId, keyId, since: null })
  for (const { word: ip, at, known, watchedDays } of newAddresses(await seen('ip'), nowMs)) {
    const { requests } = await store.usage.summary(filterFor(connectionId, keyId, { ip, from: at }))
    drafts.push({ connectionId, keyId, at, facts: { kind: 'new-address', ip, requests, known, watchedDays } })
  }
  for (const { word, at, known, watchedDays } of newEndpoints(await seen('endpoint'), nowMs)) {
    const [, method = null, endpoint = word] = /^([A-Z]+) (.+)$/.exec(word) ?? []
    const { endpoints } = await store.usage.series(filterFor(connectionId, keyId, { from: at }), 'day', 100)
    const requests = endpoints.find((one) => one.method === method && one.endpoint === endpoint)?.requests ?? 1
    drafts.push({
      connectionId,
      keyId,
      at,
      facts: { kind: 'new-endpoint', method, endpoint, requests, known, watchedDays }
    })
  }
  return drafts
}

async function burstsOf(store: Store, connectionId: ConnectionId, keyId: KeyId, nowMs: number): Promise<Draft[]> {
  const from = new Date(nowMs - 2 * RECENT_MS).toISOString()
  const { points } = await store.usage.series(filterFor(connectionId, keyId, { from }), 'hour', 1)
  return errorBursts(points, nowMs).map((facts) => ({ connectionId, keyId, at: facts.from, facts }))
}

/** Calls with a value that was replaced, after its rotation had ended. */
async function oldKeysUsed(store: Store, connectionId: ConnectionId, nowMs: number): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const rotation of await store.remote.rotations({ open: false, keyId: null })) {
    const watched = rotation.connectionId === connectionId ? watchedAfter(rotation, nowMs) : null
    if (watched === null) continue
    const { id: rotationId, keyId } = rotation
    const kind = (await store.remote.link(keyId))?.kind ?? ''
    const log = { connectionId, kind, remoteId: watched.remoteId }
    const { requests, lastAt, addresses } = await store.usage.callsOf(log, watched.from)
    if (lastAt === null) continue
    const ips = addresses.map(({ ip }) => ip).slice(0, 10)
    const facts = { kind: 'old-key-used', rotationId, requests, lastAt, addresses: ips } as const
    drafts.push({ connectionId, keyId, at: lastAt, facts })
  }
  return drafts
}

function watchedAfter(
  { step, old, new: made, endedAt }: StoredRotation,
  nowMs: number
): { remoteId: string; from: Instant } | null {
  if (step !== 'done' || endedAt === null || old.remoteId === null) return null
  // Where both values go by one id their calls cannot be told apart.
  if (made === null || made.remoteId === old.remoteId) return null
  return nowMs - Date.parse(endedAt) > WATCHED_AFTER_MS ? null : { remoteId: old.remoteId, from: endedAt }
}

function quotasPassed(totals: StoredTotals, thresholds: readonly number[]): Draft[] {
  const { connectionId, readAt, periodEnd } = totals
  if (readAt === null) return []
  return totals.metrics.flatMap(({ metric, unit, used, limit }): Draft[] => {
    const percent = percentOf(used, limit)
    const threshold = percent === null ? null : passedThreshold(percent, thresholds)
    if (percent === null || limit === null || threshold === null) return []
    const facts: FindingFacts = { kind: 'quota', metric, unit, used, limit, percent, threshold, periodEnd }
    return [{ connectionId, keyId: null, at: readAt, facts }]
  })
}

function filterFor(connectionId: ConnectionId, keyId: KeyId, more: Partial<UsageFilter>): UsageFilter {
  return usageFilter.parse({ connectionId, keyIds: [keyId], ...more })
}
