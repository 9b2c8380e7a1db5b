import { expect, it } from 'vitest'
import type { VaultHold } from '../../../src-preload/contract/model/session'
import { createUnattended } from '../../../src-main/core/unattended'

interface Opened {
  holds: VaultHold | null
  readonly done: string[]
  showPage(): void
  allow(): void
  lock(): void
}

function open(): Opened {
  let page = (): void => undefined
  let allowed = (): void => undefined
  let locking = (): void => undefined
  const opened: Opened = {
    holds: null,
    done: [],
    showPage: () => {
      page()
    },
    allow() {
      opened.holds = null
      allowed()
    },
    lock: () => {
      locking()
    }
  }
  const unattended = createUnattended({
    session: {
      current: () => ({ holds: opened.holds }) as never,
      afterAllowing: (started) => {
        allowed = started
      },
      beforeLock: (teardown) => {
        locking = () => void teardown()
      }
    },
    firstPage: {
      after: (started) => {
        page = started
      }
    }
  })
  for (const name of ['rotations', 'outbox']) unattended.after(() => opened.done.push(name))
  return opened
}

it('begins with the first page where the vault may act by itself', () => {
  const opened = open()
  opened.showPage()
  expect(opened.done).toEqual(['rotations', 'outbox'])
})

it('a held vault begins when it is allowed, and never in an unlock in which it is not', () => {
  const opened = open()
  opened.holds = 'new'
  opened.showPage()
  opened.lock()
  opened.showPage()
  expect(opened.done).toEqual([])
  opened.allow()
  expect(opened.done).toEqual(['rotations', 'outbox'])
})

it('allowed before the first page, it waits for that', () => {
  const opened = open()
  opened.holds = 'older'
  opened.allow()
  expect(opened.done).toEqual([])
  opened.showPage()
  expect(opened.done).toHaveLength(2)
})

it('begins once in an unlock, also where the first page comes while it is being allowed', () => {
  const opened = open()
  opened.showPage()
  opened.allow()
  expect(opened.done).toHaveLength(2)
  opened.lock()
  opened.showPage()
  expect(opened.done).toHaveLength(4)
})
