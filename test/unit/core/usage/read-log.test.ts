import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, isAppError } from '@contract/errors'
import { connectionId } from '@contract/model/connection'
import type { Connector, Exchange } from '@main/connectors/connector'
import { readLog } from '@main/core/usage/read-log'
import type { NewUsageRecord, StoredSync, UsageBatch } from '@main/ports/usage-store'
import { createManualClock } from '../../../fakes/manual-clock'

const START = Date.parse('2026-11-01T00:00:00.000Z')
const MINUTE_MS = 60_000
const log = { connectionId: connectionId.parse('01JD000000000000000000000C'), kind: 'key', remoteId: null }

interface ProviderLog {
  readonly lines: NewUsageRecord[]
  readonly order: 'newest-first' | 'oldest-first'
  readonly size: number
  /** Cursors from before are refused. */
  forgets: boolean
  asked: number
}

/** Pages as providers have them: by the id of the line they go on after, so that new lines shift none. */
function pageOf(
  provider: ProviderLog,
  cursor: string | null
): { records: NewUsageRecord[]; next: string | null; total: null } {
  provider.asked += 1
  if (cursor !== null && provider.forgets) {
    provider.forgets = false
    throw new AppError('provider-rejected', { host: 'api.example.com', status: 422, message: '' })
  }
  const all = provider.order === 'newest-first' ? provider.lines.toReversed() : provider.lines
  const from = cursor === null ? 0 : all.findIndex(({ id }) => id === cursor) + 1
  const records = all.slice(from, from + provider.size)
  const last = records.at(-1)?.id ?? null
  return { records, next: from + records.length < all.length ? last : null, total: null }
}

/** A vault that keeps a page and the place of the next one together, and may be killed instead of keeping them. */
function createVault() {
  const kept = new Map<string, NewUsageRecord>()
  let known: (StoredSync & { newestAt: string | null }) | null = null
  let repeats = 0
  return {
    kept,
    get known() {
      return known
    },
    get repeats() {
      return repeats
    },
    add({ sync, records }: UsageBatch) {
      let added = 0
      for (const record of records) {
        if (kept.has(record.id!)) repeats += 1
        else added += 1
        kept.set(record.id!, record)
      }
      const newestAt = [...kept.values()].reduce<string | null>(
        (at, one) => (at === null || one.at > at ? one.at : at),
        null
      )
      known = { ...structuredClone(sync), newestAt }
      return Promise.resolve({ added, known: records.length - added, tooOld: 0, used: [] })
    }
  }
}

async function read(
  provider: ProviderLog,
  vault: ReturnType<typeof createVault>,
  { killAfter = Number.POSITIVE_INFINITY, isQuick = false, arrives = (): void => undefined, wantsHead = false } = {}
): Promise<void> {
  let pages = 0
  const connector = {
    usageLogPage: (_kind: string, _id: null, { cursor }: { cursor: string | null }) =>
      new Promise((resolve) => resolve(pageOf(provider, cursor))),
    originFor: () => 'https://api.example.com'
  } as unknown as Connector
  await readLog({
    store: {
      async add(batch) {
        if (pages >= killAfter) throw new AppError('cancelled', {})
        pages += 1
        arrives()
        return vault.add(batch)
      }
    },
    connector,
    exchange: { account: {} } as unknown as Exchange,
    clock: createManualClock(),
    log,
    known: vault.known,
    keyId: null,
    isQuick,
    notBefore: null,
    wantsHead: () => wantsHead,
    told: () => undefined
  }).catch((error: unknown) => {
    // Killed, or refused a cursor it was told just before: the next run goes on.
    if (!isAppError(error, 'cancelled') && !isAppError(error, 'provider-rejected')) throw error
  })
}

const line = (number: number, minutes: number): NewUsageRecord => ({
  id: `l${String(number)}`,
  at: new Date(START + minutes * MINUTE_MS).toISOString(),
  remoteId: null,
  method: 'GET',
  path: '/v1/sites',
  status: 200,
  ip: null,
  source: null,
  durationMs: null
})

describe('reading a log', () => {
  it('brings every line, whatever ends it on the way and whatever comes in meanwhile', async () => {
    let histories = 0
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          order: fc.constantFrom('newest-first' as const, 'oldest-first' as const),
          size: fc.integer({ min: 1, max: 7 }),
          first: fc.integer({ min: 0, max: 40 }),
          runs: fc.array(
            fc.record({
              killAfter: fc.integer({ min: 0, max: 8 }),
              arrive: fc.integer({ min: 0, max: 12 }),
              during: fc.integer({ min: 0, max: 3 }),
              gap: fc.integer({ min: 0, max: 5 }),
              forgets: fc.boolean(),
              isQuick: fc.boolean(),
              wantsHead: fc.boolean()
            }),
            { maxLength: 6 }
          )
        }),
        async ({ order, size, first, runs }) => {
          histories += 1
          let made = 0
          let minutes = 0
          const provider: ProviderLog = { lines: [], order, size, forgets: false, asked: 0 }
          const arrive = (count: number, gap: number): void => {
            for (let at = 0; at < count; at += 1) {
              minutes += gap
              provider.lines.push(line((made += 1), minutes))
            }
          }
          arrive(first, 1)
          const vault = createVault()
          for (const run of runs) {
            provider.forgets = run.forgets
            await read(provider, vault, {
              ...run,
              arrives: () => {
                if (made < 200) arrive(run.during, run.gap)
              }
            })
            provider.forgets = false
            arrive(run.arrive, run.gap)
          }
          await read(provider, vault)
          expect([...vault.kept.keys()].sort()).toEqual(provider.lines.map(({ id }) => id).sort())
          expect(vault.known?.complete ?? provider.lines.length === 0).toBe(true)
        }
      ),
      { numRuns: 400 }
    )
    process.stdout.write(`usage: ${String(histories)} histories of a log that was read in pieces\n`)
  })

  it('asks for little where little is new', async () => {
    const provider: ProviderLog = { lines: [], order: 'newest-first', size: 10, forgets: false, asked: 0 }
    for (let at = 0; at < 500; at += 1) provider.lines.push(line(at, at))
    const vault = createVault()
    await read(provider, vault)
    expect(vault.kept.size).toBe(500)
    provider.asked = 0
    provider.lines.push(line(500, 500))
    await read(provider, vault)
    expect(vault.kept.size).toBe(501)
    expect(provider.asked).toBe(1)
  })

  it('refuses a log that goes round in a circle', async () => {
    const provider: ProviderLog = {
      lines: [line(1, 1), line(2, 2)],
      order: 'newest-first',
      size: 1,
      forgets: false,
      asked: 0
    }
    const connector = {
      usageLogPage: () => Promise.resolve({ ...pageOf(provider, null), next: 'again' }),
      originFor: () => 'https://api.example.com'
    } as unknown as Connector
    const vault = createVault()
    const reading = readLog({
      store: vault,
      connector,
      exchange: { account: {} } as unknown as Exchange,
      clock: createManualClock(),
      log,
      known: null,
      keyId: null,
      isQuick: false,
      notBefore: null,
      wantsHead: () => false,
      told: () => undefined
    })
    await expect(reading).rejects.toMatchObject({ code: 'provider-answer-unreadable' })
  })
})
