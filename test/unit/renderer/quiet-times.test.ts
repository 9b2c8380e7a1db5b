import { describe, expect, it } from 'vitest'
import { timesOfDay, timeText } from '../../../src-renderer/features/settings/quiet-times'

describe('times of day', () => {
  it('are the half hours, with the one in force among them', () => {
    expect(timesOfDay(1_320)).toHaveLength(48)
    expect(timesOfDay(1_327).slice(44, 47)).toEqual([1_320, 1_327, 1_350])
  })

  it('read as the language says them, whatever the zone', () => {
    expect(timeText(1_320, 'de')).toBe('22:00')
    expect(timeText(0, 'de')).toBe('00:00')
  })
})
