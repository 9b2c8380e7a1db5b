import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyHeight, rowsInView, scrollTopFor, type Look } from '../../../../src-renderer/features/usage/log/strip'

const look = (change: Partial<Look>): Look => ({
  total: 1_000_000,
  rowHeight: 32,
  viewHeight: 400,
  scrollTop: 0,
  ...change
})

/** Any list with any place one can scroll it to. */
const looks = fc
  .record({
    total: fc.integer({ min: 1, max: 20_000_000 }),
    rowHeight: fc.constantFrom(28, 32),
    viewHeight: fc.integer({ min: 40, max: 2_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true })
  })
  .map(({ share, ...rest }) => ({
    ...rest,
    scrollTop: Math.max(0, (bodyHeight(rest) - rest.viewHeight) * share)
  }))

describe('a strip of rows', () => {
  it('begins with the first row and ends with the last', () => {
    expect(rowsInView(look({}))).toEqual({ first: 0, last: 12, offset: 0 })
    const end = look({ scrollTop: bodyHeight(look({})) - 400 })
    expect(rowsInView(end)).toMatchObject({ first: 999_987, last: 999_999 })
  })

  it('is never taller than a browser draws', () => {
    expect(bodyHeight({ total: 100, rowHeight: 32 })).toBe(3_200)
    expect(bodyHeight({ total: 20_000_000, rowHeight: 32 })).toBeLessThan(33_554_432)
  })

  it('fills what is seen, wherever it is scrolled to', () => {
    fc.assert(
      fc.property(looks, (at) => {
        const { first, last, offset } = rowsInView(at)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(last).toBeLessThan(at.total)
        expect(offset).toBeLessThanOrEqual(0.001)
        const drawn = (last - first + 1) * at.rowHeight + offset
        expect(drawn).toBeGreaterThanOrEqual(Math.min(at.viewHeight, at.total * at.rowHeight) - 0.01)
      })
    )
  })

  it('brings any row into view', () => {
    fc.assert(
      fc.property(looks, fc.double({ min: 0, max: 1, noNaN: true }), (at, share) => {
        const row = Math.floor((at.total - 1) * share)
        const { first, last } = rowsInView({ ...at, scrollTop: scrollTopFor(at, row) })
        expect(row).toBeGreaterThanOrEqual(first)
        expect(row).toBeLessThanOrEqual(last)
      })
    )
  })

  it('stays where it is for a row that is seen', () => {
    expect(scrollTopFor(look({ scrollTop: 3_200 }), 105)).toBe(3_200)
  })
})
