import { describe, expect, it } from 'vitest'
import { createClipboardLeases } from '@main/core/clipboard-lease'
import { createManualClock } from '../../fakes/manual-clock'
import { createMemoryClipboard, createMemoryLog } from '../../fakes/memory-ports'

function setUp() {
  const clipboard = createMemoryClipboard()
  const clock = createManualClock()
  const log = createMemoryLog()
  const told: (string | null)[] = []
  const leases = createClipboardLeases({ clipboard, clock, log, changed: ({ keyName }) => told.push(keyName) })
  return { clipboard, clock, log, leases, told }
}

/** Lets the promises of a timer that ran finish. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

describe('a clipboard lease', () => {
  it('check 81: clears what it put there when its time is over', async () => {
    const { clipboard, clock, leases, told } = setUp()
    const lease = await leases.copy('s3cret', 'ci-token', 30)
    expect(lease).toEqual({ keyName: 'ci-token', clearsAt: '2026-11-20T09:00:30.000Z' })
    clock.pass(29_999)
    await settle()
    expect(clipboard.text).toBe('s3cret')
    clock.pass(1)
    await settle()
    expect(clipboard.text).toBe('')
    expect(told).toEqual(['ci-token', null])
  })

  it('check 81: never clears what somebody else copied since', async () => {
    const { clipboard, clock, leases } = setUp()
    await leases.copy('s3cret', 'ci-token', 30)
    clipboard.text = 'a shopping list'
    clock.pass(30_000)
    await settle()
    expect(clipboard.text).toBe('a shopping list')
    expect(leases.current()).toEqual({ keyName: null, clearsAt: null })
  })

  it('gives a second copy its own full time', async () => {
    const { clipboard, clock, leases } = setUp()
    await leases.copy('first', 'one', 30)
    clock.pass(20_000)
    await leases.copy('second', 'two', 30)
    clock.pass(20_000)
    await settle()
    expect(clipboard.text).toBe('second')
    clock.pass(10_000)
    await settle()
    expect(clipboard.text).toBe('')
  })

  it('leaves the clipboard alone when it cannot be read, and says so in the log', async () => {
    const { clipboard, clock, leases, log } = setUp()
    await leases.copy('s3cret', 'ci-token', 30)
    clipboard.broken = true
    clock.pass(30_000)
    await settle()
    expect(log.lines.join()).toContain('clipboard not cleared')
    expect(log.lines.join()).not.toContain('s3cret')
  })

  it('keeps no lease when nothing could be written', async () => {
    const { clipboard, leases, clock } = setUp()
    clipboard.broken = true
    await expect(leases.copy('s3cret', 'ci-token', 30)).rejects.toMatchObject({ code: 'clipboard-failed' })
    expect(leases.current().keyName).toBeNull()
    expect(clock.pending).toBe(0)
  })

  it('stays until it is dropped when set never to clear', async () => {
    const { clipboard, clock, leases } = setUp()
    expect((await leases.copy('s3cret', 'ci-token', 0)).clearsAt).toBeNull()
    clock.pass(86_400_000)
    await settle()
    expect(clipboard.text).toBe('s3cret')
    await leases.drop()
    expect(clipboard.text).toBe('')
  })
})
