import { AppError, isAppError } from '@contract/errors'
import type { Instant, KeyId } from '@contract/model/base'
import type { Connector, Exchange } from '../../connectors/connector'
import type { UsagePage } from '../../connectors/usage-facts'
import type { Clock } from '../../ports/clock'
import type { StoredSync, UsageAdded, UsageLog } from '../../ports/usage-store'
import type { AsyncVaultStore } from '../../ports/vault-store'
import { afterPage, edgesOf, isComplete, nextPass, positionOf, restarted, withHead, type Pass } from './reading'

export interface LogReading {
  readonly store: Pick<AsyncVaultStore['usage'], 'add'>
  readonly connector: Connector
  readonly exchange: Exchange
  readonly clock: Clock
  readonly log: UsageLog
  /** How far it was read before, and the newest line that is known of it. */
  readonly known: (StoredSync & { readonly newestAt: Instant | null }) | null
  /** Whose log it is, where it is of one key. */
  readonly keyId: KeyId | null
  /** Only what is new; what is older waits for another time. */
  readonly isQuick: boolean
  readonly notBefore: Instant | null
  /** Whether to look for what is new first, however much is still to be read. Asked after each page. */
  readonly wantsHead: () => boolean
  /** Told after each page: what it brought, and how many lines the log holds in all where the provider says so. */
  readonly told: (added: UsageAdded, of: number | null) => void
}

/** A log of any length changes; one that goes on for so long without a new line goes round in a circle. */
const MOST_PAGES_OF_NOTHING = 5_000

/**
 * Reads a log on from where it was left. Each page and the place of the next one are kept in one transaction, so that
 * whatever ends it between two pages loses nothing and brings nothing twice. While a page is being kept, the next is
 * asked for. Throws what the connector throws, `cancelled`, and the codes of the store.
 */
export async function readLog(reading: LogReading): Promise<void> {
  const { known, notBefore, isQuick, log } = reading
  const pages = createPages(reading)
  const left = positionOf(known?.position, notBefore)
  let newestAt = known?.newestAt ?? null
  let position = withHead(left, newestAt)
  // A head that was left behind is not the newest any more: another one follows it.
  let headAgain = left.head !== null && left.order !== 'oldest-first'
  let pagesOfNothing = 0
  /** The last line of the page before, for each way through the log. */
  const ends = new Map<'head' | 'back', Instant>()

  for (let step = nextPass(position, isQuick); step !== null;) {
    const { which, pass } = step
    const page = await pages.take(which, pass)
    if (page === 'cursor forgotten') {
      position = restarted(position, which)
      step = nextPass(position, isQuick)
      continue
    }
    const before = pass.cursor === null ? null : (ends.get(which) ?? null)
    const after = afterPage(position, which, edgesOf(page.records, page.next, before), notBefore)
    const end = page.records.at(-1)?.at
    if (end !== undefined) ends.set(which, end)
    position = after.position
    newestAt = latest(newestAt, page)
    const isTail = position.order === 'oldest-first' && after.isOver
    if (after.isOver && which === 'head' && headAgain) {
      headAgain = false
      position = withHead(position, newestAt)
    } else if (which === 'back' && reading.wantsHead()) {
      position = withHead(position, newestAt)
    }
    step = isTail ? null : nextPass(position, isQuick)
    if (step !== null) pages.askAhead(step.which, step.pass)

    const now = new Date(reading.clock.nowMs()).toISOString()
    const sync: StoredSync = {
      ...log,
      position,
      syncedAt: step === null ? now : (known?.syncedAt ?? null),
      complete: isComplete(position),
      failure: null
    }
    const added = await reading.store.add({
      sync,
      keyId: reading.keyId,
      records: page.records,
      page: pass.cursor,
      next: page.next,
      notBefore,
      now
    })
    reading.told(added, page.total)
    pagesOfNothing = added.added === 0 ? pagesOfNothing + 1 : 0
    if (pagesOfNothing > MOST_PAGES_OF_NOTHING) throw goesRound(reading)
  }
}

type Way = 'head' | 'back'

/** The pages of a log, the next one asked for ahead. */
function createPages(reading: LogReading): {
  take(which: Way, pass: Pass): Promise<UsagePage | 'cursor forgotten'>
  askAhead(which: Way, pass: Pass): void
} {
  const { connector, exchange, log } = reading
  const asked = { head: new Set<string>(), back: new Set<string>() }
  let ahead: { readonly name: string; readonly page: Promise<UsagePage> } | null = null
  const toldHere = new Set<string>()
  const nameOf = (which: Way, { cursor }: Pass): string => `${which} ${cursor ?? ''}`
  const ask = ({ cursor, since }: Pass): Promise<UsagePage> =>
    connector.usageLogPage(log.kind, log.remoteId, { cursor, since }, exchange)

  return {
    async take(which, pass) {
      const name = nameOf(which, pass)
      try {
        const page = await (ahead?.name === name ? ahead.page : ask(pass))
        if (pass.cursor === null) asked[which].clear()
        if (page.next !== null && asked[which].has(page.next)) throw goesRound(reading)
        if (page.next !== null) {
          asked[which].add(page.next)
          toldHere.add(page.next)
        }
        return page
      } catch (error) {
        // One from another life of the app may be good for nothing any more.
        if (pass.cursor !== null && !toldHere.has(pass.cursor) && isOfCursor(error)) return 'cursor forgotten'
        throw error
      }
    },
    askAhead(which, pass) {
      ahead = { name: nameOf(which, pass), page: ask(pass) }
      // Whoever takes it is told; one that nobody comes to take fails unseen.
      ahead.page.catch(() => undefined)
    }
  }
}

/** A provider that has forgotten a cursor says so in one of these ways. */
function isOfCursor(error: unknown): boolean {
  const codes = ['provider-rejected', 'provider-not-found', 'provider-conflict', 'provider-failed'] as const
  return codes.some((code) => isAppError(error, code))
}

function latest(before: Instant | null, { records }: UsagePage): Instant | null {
  return records.reduce((newest, { at }) => (newest === null || at > newest ? at : newest), before)
}

function goesRound({ connector, exchange }: LogReading): AppError {
  const { host } = new URL(connector.originFor(exchange.account))
  return new AppError('provider-answer-unreadable', { host, expected: 'a page that was not told before' })
}
