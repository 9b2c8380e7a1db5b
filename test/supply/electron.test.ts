import { describe, expect, test } from 'vitest'
import { manifest, readJson } from './repository.ts'

interface Floor {
  reviewed: string
  reviewBefore: string
  supported: Record<string, { floor: string; reason: string }>
}

const floor = readJson('test/supply/electron-floor.json') as Floor
const pinned = manifest.devDependencies.electron ?? ''

describe('check 14: the pinned Electron gets security fixes', () => {
  test('check 14: its major is one of the three supported ones', () => {
    expect(Object.keys(floor.supported)).toHaveLength(3)
    expect(Object.keys(floor.supported)).toContain(pinned.split('.')[0])
  })

  test('check 14: its version is not below the floor of the advisories list', () => {
    const entry = floor.supported[pinned.split('.')[0] ?? '']
    expect(entry?.reason).toBeTruthy()
    expect(compare(pinned, entry?.floor ?? '')).toBeGreaterThanOrEqual(0)
  })

  // A checkout must not stop passing because a day has come, so only the continuous integration asks this.
  test.skipIf(!process.env.KEYQUAY_AUDIT)('check 14: the list was reviewed since the last major came out (KEYQUAY_AUDIT=1)', () => {
    expect(new Date().toISOString() < floor.reviewBefore, `review test/supply/electron-floor.json: it was due on ${floor.reviewBefore}`).toBe(true)
  })
})

function compare(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number))
  const index = [0, 1, 2].find((part) => a?.[part] !== b?.[part])
  return index === undefined ? 0 : (a?.[index] ?? 0) - (b?.[index] ?? 0)
}
