import { describe, expect, it } from 'vitest'
import { createSettingsBook } from '@main/core/settings'
import { createMemoryLog, createMemorySettings } from '../../fakes/memory-ports'

describe('settings', () => {
  it('fall back one by one when the file holds nonsense', () => {
    const log = createMemoryLog()
    const book = createSettingsBook(
      createMemorySettings({ theme: 'dark', autoLockMinutes: 'soon', unknown: 1 }),
      log,
      () => undefined
    )
    expect(book.current()).toMatchObject({ theme: 'dark', autoLockMinutes: 5 })
    expect(log.lines).toHaveLength(1)
  })

  it('keep what is not changed', () => {
    const storage = createMemorySettings({ theme: 'dark' })
    const book = createSettingsBook(storage, createMemoryLog(), () => undefined)
    book.update({ revealSeconds: 10 })
    expect(storage.read()).toMatchObject({ theme: 'dark', revealSeconds: 10 })
  })

  it('hold until the app quits when they cannot be stored', () => {
    const storage = {
      read: () => ({}),
      write: () => {
        throw new Error('read-only')
      }
    }
    const book = createSettingsBook(storage, createMemoryLog(), () => undefined)
    expect(() => book.update({ theme: 'light' })).toThrow()
    expect(book.current().theme).toBe('light')
  })
})
