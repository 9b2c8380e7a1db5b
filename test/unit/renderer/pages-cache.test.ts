import { describe, expect, it } from 'vitest'
import type { KeySummary } from '@contract/model/key'
import {
  allStale,
  emptyCache,
  indexOfKey,
  itemAt,
  PAGE_SIZE,
  pagesToFetch,
  withPage,
  type PagesCache
} from '../../../src-renderer/stores/pages-cache'
import { manyKeys } from '../../fakes/window/sample-keys'

const keys: KeySummary[] = manyKeys(5_000, Date.UTC(2026, 10, 20)).map(({ details }) => details)
const page = (number: number, total = keys.length): { total: number; items: KeySummary[] } => ({
  total,
  items: keys.slice(number * PAGE_SIZE, (number + 1) * PAGE_SIZE)
})

describe('the pages of a list', () => {
  it('asks for the pages in view that are not there', () => {
    const cache = withPage(emptyCache, 0, page(0))
    expect(pagesToFetch(cache, 0, 49)).toEqual([])
    expect(pagesToFetch(cache, 45, 125)).toEqual([1, 2])
  })

  it('does not ask beyond the last key', () => {
    const cache = withPage(emptyCache, 0, page(0, 60))
    expect(pagesToFetch(cache, 0, 999)).toEqual([1])
  })

  it('finds a key by its row only when its page is there', () => {
    const cache = withPage(emptyCache, 2, page(2))
    expect(itemAt(cache, 105)?.name).toBe('service-000106')
    expect(itemAt(cache, 5)).toBeUndefined()
  })

  it('keeps stale rows in view until their successor arrives', () => {
    const stale = allStale(withPage(emptyCache, 0, page(0)))
    expect(itemAt(stale, 3)?.name).toBe('service-000004')
    expect(pagesToFetch(stale, 0, 49)).toEqual([0])
    expect(pagesToFetch(withPage(stale, 0, page(0)), 0, 49)).toEqual([])
  })

  it('lets go of the pages farthest away', () => {
    let cache: PagesCache = emptyCache
    for (let number = 0; number < 100; number += 1) cache = withPage(cache, number, page(number))
    expect(cache.pages.size).toBe(80)
    expect(itemAt(cache, 0)).toBeUndefined()
    expect(itemAt(cache, 4_999)).toBeDefined()
  })

  it('drops pages that a shorter list no longer has', () => {
    const cache = withPage(withPage(emptyCache, 3, page(3)), 0, page(0, 75))
    expect(cache.total).toBe(75)
    expect([...cache.pages.keys()]).toEqual([0])
  })

  it('finds the row of a key', () => {
    const cache = withPage(withPage(emptyCache, 0, page(0)), 1, page(1))
    expect(indexOfKey(cache, keys[70]!.id)).toBe(70)
    expect(indexOfKey(cache, keys[900]!.id)).toBe(-1)
  })
})
