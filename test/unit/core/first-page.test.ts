import { expect, it } from 'vitest'
import { createFirstPage, type FirstPage } from '../../../src-main/core/first-page'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock'

interface Opened {
  readonly firstPage: FirstPage
  readonly clock: ManualClock
  readonly done: string[]
  unlock(): void
  lock(): void
}

function open(hasWindow = true): Opened {
  const clock = createManualClock()
  const done: string[] = []
  let unlocked = (): void => undefined
  let locking = (): void => undefined
  const firstPage = createFirstPage({
    session: {
      afterUnlock: (started) => {
        unlocked = () => {
          started({ restored: false })
        }
      },
      beforeLock: (teardown) => {
        locking = () => void teardown()
      }
    },
    clock,
    hasWindow
  })
  for (const name of ['reminders', 'backups']) {
    firstPage.after(() => {
      done.push(name)
    })
  }
  return { firstPage, clock, done, unlock: () => unlocked(), lock: () => locking() }
}

it('what nobody waits for begins with the first page, once for each unlock and in its order', () => {
  const { firstPage, done, unlock, lock } = open()
  firstPage.answered()
  unlock()
  expect(done).toEqual([])
  firstPage.answered()
  firstPage.answered()
  expect(done).toEqual(['reminders', 'backups'])
  lock()
  unlock()
  firstPage.answered()
  expect(done).toHaveLength(4)
})

it('begins without a page when the window asks for none', () => {
  const { firstPage, clock, done, unlock } = open()
  unlock()
  clock.pass(2_999)
  expect(done).toEqual([])
  clock.pass(1)
  expect(done).toEqual(['reminders', 'backups'])
  firstPage.answered()
  expect(done).toHaveLength(2)
})

it('begins at once where there is no window', () => {
  const { clock, done, unlock } = open(false)
  unlock()
  expect(done).toEqual(['reminders', 'backups'])
  expect(clock.pending).toBe(0)
})

it('is dropped by a lock', () => {
  const { firstPage, clock, done, unlock, lock } = open()
  unlock()
  lock()
  clock.pass(10_000)
  firstPage.answered()
  expect(done).toEqual([])
})
