import type { InputOf, OutputOf } from '@contract/ipc'
import type { UsageRecord } from '@contract/model/usage'
import { client } from '../client/client'
import { toCallFailure, type CallFailure } from '../client/failure'
import { allStale, emptyCache, pagesToFetch, PAGE_SIZE, withPage, type PagesCache } from './pages-cache'

export type CallFilter = NonNullable<InputOf<'usage.records'>['filter']>

export interface CallPagesState {
  readonly cache: PagesCache<UsageRecord>
  readonly failure: CallFailure | null
  /** Calls that came after the list began to hold still; 0 while it does not. */
  readonly held: number
}

/** The calls of one filter, newest first, page by page as rows come into view. */
export interface CallPages {
  read(): CallPagesState
  subscribe(listener: () => void): () => void
  /** Starts over with another filter; the rows of the old one stay until the first of the new are there. */
  ask(filter: CallFilter): void
  /** Asks for what these rows lack. */
  show(first: number, last: number): void
  /** There are new calls. A list that is read from the top takes them in; any other holds still and counts them. */
  renew(atTop: boolean): void
}

// Scrolling fast wants more pages than anybody sees; those that are in view now should not wait behind the others.
const MOST_AT_ONCE = 2

type Load = (input: InputOf<'usage.records'>) => Promise<OutputOf<'usage.records'>>

export function createCallPages(load: Load = (input) => client.call('usage.records', input)): CallPages {
  const listeners = new Set<() => void>()
  let state: CallPagesState = { cache: emptyCache, failure: null, held: 0 }
  let filter: CallFilter | null = null
  let newestAt: string | null = null
  /** While the list holds still: calls from this moment on are not part of it. */
  let holdsAt: string | null = null
  let wanted = { first: 0, last: PAGE_SIZE - 1 }
  let generation = 0
  let startsOver = true
  const asked = new Set<number>()

  const set = (change: Partial<CallPagesState>): void => {
    state = { ...state, ...change }
    listeners.forEach((tell) => {
      tell()
    })
  }

  function fetchWanted(): void {
    if (filter === null) return
    const base = startsOver ? emptyCache : state.cache
    for (const page of pagesToFetch(base, wanted.first, wanted.last)) {
      if (asked.size >= MOST_AT_ONCE) return
      if (!asked.has(page)) fetchPage(page, filter)
    }
  }

  function fetchPage(page: number, given: CallFilter): void {
    const mine = generation
    asked.add(page)
    load({
      filter: holdsAt === null ? given : { ...given, until: holdsAt },
      start: { at: 'offset', offset: page * PAGE_SIZE },
      limit: PAGE_SIZE
    }).then(
      (answer) => {
        if (mine !== generation) return
        asked.delete(page)
        set({ cache: withPage(startsOver ? emptyCache : state.cache, page, answer), failure: null })
        startsOver = false
        if (page === 0) newestAt = answer.items[0]?.at ?? null
        fetchWanted()
      },
      (error: unknown) => {
        if (mine !== generation) return
        asked.delete(page)
        set({ failure: toCallFailure(error) })
      }
    )
  }

  function begin(): void {
    generation++
    asked.clear()
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    ask(next) {
      begin()
      filter = next
      holdsAt = null
      startsOver = true
      wanted = { first: 0, last: PAGE_SIZE - 1 }
      set({ held: 0 })
      fetchWanted()
    },
    show(first, last) {
      wanted = { first, last }
      fetchWanted()
    },
    renew(atTop) {
      // What is on its way for the first time is new enough.
      if (filter === null || (startsOver && asked.size > 0)) return
      if (atTop) {
        begin()
        holdsAt = null
        set({ cache: allStale(state.cache), held: 0 })
        fetchWanted()
        return
      }
      // With an end of its own, or nothing to hold, no later call can move a row.
      if (newestAt === null || filter.until != null) return
      holdsAt ??= new Date(Date.parse(newestAt) + 1).toISOString()
      const mine = generation
      load({ filter: { ...filter, from: holdsAt }, limit: 1 }).then(
        ({ total }) => {
          if (mine === generation) set({ held: total })
        },
        () => undefined
      )
    }
  }
}
