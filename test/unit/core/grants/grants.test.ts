import { describe, expect, it } from 'vitest'
import type { KeyId } from '@contract/model/base'
import type { GrantId } from '@contract/model/grant'
import { createGrants, type Grants } from '@main/core/grants/grants'
import type { SessionKeeper } from '@main/core/session-keeper'
import type { Caller } from '@main/ports/agent'
import { createManualClock } from '../../../fakes/manual-clock'

const NEED = { reach: 'read', secrets: ['01J00000000000000000000001' as KeyId] } as const

function open(clock = createManualClock()): Grants {
  const session = {
    store: () => ({ keys: { get: (id: KeyId) => Promise.resolve({ name: id }) } }),
    beforeLock: () => undefined,
    record: () => Promise.resolve()
  } as unknown as SessionKeeper
  const nothing = (): void => undefined
  return createGrants({ session, clock, hasWindow: true, wanted: nothing, changed: nothing })
}

/** One of the programs of a terminal session. */
function program(command: string): Caller & { leave(): void } {
  const gone = new AbortController()
  const facts = { command, program: '/usr/bin/node', startedBy: null, terminal: 'pts/1', folder: null, proven: true }
  return {
    facts,
    session: 'S',
    gone: gone.signal,
    asked: () => undefined,
    leave() {
      gone.abort()
    }
  }
}

const commands = async (grants: Grants): Promise<string[]> =>
  (await grants.pending()).map(({ caller }) => caller.command)
const first = async (grants: Grants): Promise<GrantId> => (await grants.pending())[0]?.id ?? ('' as GrantId)

describe('one request for several programs of a terminal', () => {
  it('lets in for this command only the one whose command was shown', async () => {
    const grants = open()
    const shown = grants.require(program('kq show a'), NEED)
    const unseen = grants.require(program('node other.js'), NEED)
    expect(await commands(grants)).toEqual(['kq show a'])
    await grants.answer(await first(grants), { allow: true, minutes: 0, scope: 'asked' }, 'window')
    await shown
    expect(await commands(grants)).toEqual(['node other.js'])
    await grants.answer(await first(grants), { allow: false, minutes: 0, scope: 'asked' }, 'window')
    await expect(unseen).rejects.toMatchObject({ code: 'grant-denied' })
  })

  it('shows no command of a program that has left while another one waits', async () => {
    const grants = open()
    const caller = program('kq show a')
    const left = grants.require(caller, NEED)
    const waiting = grants.require(program('node other.js'), NEED)
    const before = await first(grants)
    caller.leave()
    await expect(left).rejects.toMatchObject({ code: 'cancelled' })
    expect(await commands(grants)).toEqual(['node other.js'])
    expect(await first(grants)).not.toBe(before)
    await grants.answer(await first(grants), { allow: true, minutes: 30, scope: 'asked' }, 'window')
    await waiting
  })
})

describe('what was allowed', () => {
  async function allowed(grants: Grants): Promise<Caller> {
    const caller = program('kq usage --follow')
    const asked = grants.require(caller, NEED)
    await grants.answer(await first(grants), { allow: true, minutes: 720, scope: 'asked' }, 'window')
    await asked
    return caller
  }

  it('holds while it is used, ten minutes longer and twelve hours at most', async () => {
    const clock = createManualClock()
    const grants = open(clock)
    const caller = await allowed(grants)
    clock.pass(9 * 60_000)
    expect(grants.inUse(caller)).toBe(true)
    clock.pass(9 * 60_000)
    expect(grants.has(caller)).toBe(true)
    clock.pass(60_000)
    expect([grants.has(caller), grants.inUse(caller)]).toEqual([false, false])

    const longer = await allowed(grants)
    for (let minutes = 0; minutes < 719; minutes++) {
      clock.pass(60_000)
      expect(grants.inUse(longer)).toBe(true)
    }
    clock.pass(60_000)
    expect(grants.inUse(longer)).toBe(false)
  })

  it('is gone at once when it is taken back', async () => {
    const grants = open()
    const caller = await allowed(grants)
    await grants.revoke(null, 'window')
    expect([grants.has(caller), grants.inUse(caller)]).toEqual([false, false])
  })
})
