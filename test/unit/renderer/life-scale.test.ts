import { expect, it } from 'vitest'
import { lifeScale } from '../../../src-renderer/ui/life-scale'

const at = Date.parse
const day = (count: number): string => new Date(at('2026-01-01T00:00:00Z') + count * 86_400_000).toISOString()

it('puts a moment where it lies between the making of a key and its end', () => {
  const scale = lifeScale({ createdAt: day(0), expiresAt: day(100) }, at(day(40)))
  expect([day(0), day(25), day(100)].map((one) => scale(at(one)))).toEqual([0, 0.25, 1])
  expect(scale(at(day(-3)))).toBe(0)
  expect(scale(at(day(300)))).toBe(1)
})

it('leaves room for what is to come on a line without an end', () => {
  const scale = lifeScale({ createdAt: day(0), expiresAt: null }, at(day(60)))
  expect(scale(at(day(60)))).toBeCloseTo(0.6)
  expect(scale(at(day(30)))).toBeCloseTo(0.3)
  expect(scale(at(day(90)))).toBeCloseTo(0.9)
})

it('holds for a key that was made this moment', () => {
  expect(lifeScale({ createdAt: day(0), expiresAt: day(0) }, at(day(0)))(at(day(0)))).toBe(0)
})
