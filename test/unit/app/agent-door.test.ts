import { describe, expect, it, vi } from 'vitest'
import { createAgentDoor } from '@main/app/agent-door'
import type { Dispatch } from '@main/app/dispatcher'
import type { Emitted } from '@main/app/events'
import { createGrants } from '@main/core/grants/grants'
import type { Keys } from '@main/core/keys'
import type { SessionKeeper } from '@main/core/session-keeper'
import type { Caller } from '@main/ports/agent'
import { AppError } from '@contract/errors'
import { createManualClock } from '../../fakes/manual-clock'

const NOTHING = (): void => undefined
const WORK = { name: 'work.changed', payload: { revision: 1, items: [] } } as unknown as Emitted
const DAY_MS = 86_400_000

/** A door with a call that never ends, and one program that was let in for it. */
async function openDoor(answer: () => Promise<unknown> = () => new Promise(NOTHING)) {
  const clock = createManualClock()
  const touch = vi.fn()
  let locked = false
  const session = {
    current: () => ({ phase: 'unlocked' }),
    store: NOTHING,
    touch,
    beforeLock: NOTHING,
    record: () => Promise.resolve(),
    hold: () => () => {
      if (locked) throw new AppError('vault-locked', {})
    }
  } as unknown as SessionKeeper
  const grants = createGrants({ session, clock, hasWindow: true, wanted: NOTHING, changed: NOTHING })
  const dispatch: Dispatch = async (_, sender) => {
    await sender.visitor?.require({ reach: 'read', secrets: [] })
    return { ok: true, value: await answer() }
  }
  let emit: (event: Emitted) => void = NOTHING
  const door = createAgentDoor({
    session,
    grants,
    clock,
    dispatch,
    keys: {} as Keys,
    log: { info: NOTHING, warn: NOTHING },
    comeForward: NOTHING,
    onEvent(listener) {
      emit = listener
      return NOTHING
    }
  })
  const facts = { command: 'kq scan', program: null, startedBy: null, terminal: null, folder: null, proven: true }
  const caller: Caller = { facts, session: 'S', gone: new AbortController().signal, asked: NOTHING }
  const told: string[] = []
  const answered = door.connect(caller, ({ name }) => told.push(name)).call('scan.run', {})
  await expect.poll(() => grants.counts().pending).toBe(1)
  const [request] = await grants.pending()
  if (request === undefined) throw new Error('nobody asks')
  await grants.answer(request.id, { allow: true, minutes: 60, scope: 'asked' }, 'window')
  return {
    clock,
    grants,
    touch,
    told,
    answered,
    emit: () => {
      emit(WORK)
    },
    lock: () => {
      locked = true
    }
  }
}

describe('a program that was let in', () => {
  it('hears of work and keeps the vault open while its call runs, for as long as was said', async () => {
    const door = await openDoor()
    door.clock.pass(30 * 60_000)
    door.emit()
    expect(door.told).toEqual(['work.changed'])
    expect(door.touch.mock.calls.length).toBeGreaterThan(100)
    door.clock.pass(30 * 60_000)
    door.touch.mockClear()
    door.clock.pass(DAY_MS)
    expect(door.touch).not.toHaveBeenCalled()
  })

  it('hears of nothing and keeps nothing open once its grant is taken back', async () => {
    const door = await openDoor()
    await door.grants.revoke(null, 'window')
    door.touch.mockClear()
    door.clock.pass(DAY_MS)
    door.emit()
    expect(door.touch).not.toHaveBeenCalled()
    expect(door.told).toEqual([])
  })

  it('gets no answer that the vault has locked over', async () => {
    let arrive: (value: unknown) => void = NOTHING
    const door = await openDoor(() => new Promise((resolve) => (arrive = resolve)))
    await vi.waitFor(() => {
      expect(arrive).not.toBe(NOTHING)
    })
    door.lock()
    arrive('what the vault held')
    expect(await door.answered).toMatchObject({ ok: false, error: { code: 'vault-locked' } })
  })
})
