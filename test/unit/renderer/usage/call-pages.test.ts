import { describe, expect, it, vi } from 'vitest'
import type { InputOf, OutputOf } from '@contract/ipc'
import type { UsageRecord } from '@contract/model/usage'
import { createCallPages } from '../../../../src-renderer/stores/call-pages'
import { itemAt } from '../../../../src-renderer/stores/pages-cache'

const START_MS = Date.parse('2026-11-20T09:00:00.000Z')

/** A log that grows: call `n` was made `n` seconds after the start. Answers when it is told to. */
function growingLog(size: number) {
  let calls = size
  const waiting: (() => void)[] = []
  const load = vi.fn(
    ({ filter, start, limit }: InputOf<'usage.records'>) =>
      new Promise<OutputOf<'usage.records'>>((resolve) => {
        waiting.push(() => {
          const before = filter?.until == null ? Infinity : Date.parse(filter.until)
          const from = filter?.from == null ? 0 : Date.parse(filter.from)
          const found = Array.from({ length: calls }, (_, at) => START_MS + at * 1_000)
            .filter((ms) => ms >= from && ms < before)
            .reverse()
          const offset = start?.at === 'offset' ? start.offset : 0
          const items = found.slice(offset, offset + (limit ?? 200)).map((ms) => ({ at: new Date(ms).toISOString() }))
          resolve({ total: found.length, items: items as UsageRecord[] })
        })
      })
  )
  return {
    load,
    grow(by: number) {
      calls += by
    },
    /** Answers all that was asked, and what is asked because of that. */
    async answer() {
      while (waiting.length > 0) {
        waiting.splice(0).forEach((tell) => {
          tell()
        })
        await new Promise((settled) => setImmediate(settled))
      }
    }
  }
}

const secondOf = (record: UsageRecord | undefined): number | undefined =>
  record && (Date.parse(record.at) - START_MS) / 1_000

describe('the pages of calls', () => {
  it('ask for what is in view, and not for what was scrolled past', async () => {
    const log = growingLog(100_000)
    const pages = createCallPages(log.load)
    pages.ask({})
    await log.answer()
    for (let row = 10_000; row <= 90_000; row += 1_000) pages.show(row, row + 20)
    await log.answer()
    const offsets = log.load.mock.calls.map(([{ start }]) => (start?.at === 'offset' ? start.offset : -1))
    expect(offsets).toEqual([0, 10_000, 11_000, 90_000])
    expect(secondOf(itemAt(pages.read().cache, 90_000))).toBe(9_999)
  })

  it('take new calls in at the top', async () => {
    const log = growingLog(50)
    const pages = createCallPages(log.load)
    pages.ask({})
    await log.answer()
    log.grow(3)
    pages.renew(true)
    await log.answer()
    expect(pages.read()).toMatchObject({ cache: { total: 53 }, held: 0 })
    expect(secondOf(itemAt(pages.read().cache, 0))).toBe(52)
  })

  it('hold still while they are read further down, count what came, and let go again', async () => {
    const log = growingLog(1_000)
    const pages = createCallPages(log.load)
    pages.ask({})
    await log.answer()
    log.grow(7)
    pages.renew(false)
    await log.answer()
    expect(pages.read().held).toBe(7)
    pages.show(500, 520)
    await log.answer()
    expect(secondOf(itemAt(pages.read().cache, 500))).toBe(499)
    pages.renew(true)
    await log.answer()
    expect(pages.read()).toMatchObject({ cache: { total: 1_007 }, held: 0 })
  })

  it('keep the rows of the old filter until those of the new one are there', async () => {
    const log = growingLog(50)
    const pages = createCallPages(log.load)
    pages.ask({})
    await log.answer()
    pages.ask({ path: '/v1' })
    expect(pages.read().cache.total).toBe(50)
    await log.answer()
    expect(log.load).toHaveBeenLastCalledWith(expect.objectContaining({ filter: { path: '/v1' } }))
  })

  it('say why nothing came', async () => {
    const pages = createCallPages(() => Promise.reject(new Error('gone')))
    pages.ask({})
    await new Promise((settled) => setImmediate(settled))
    expect(pages.read().failure?.code).toBe('internal')
  })
})
