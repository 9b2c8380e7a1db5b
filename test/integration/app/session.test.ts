import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionPhase } from '@contract/model/session'
import { openApp, PASSWORD, type TestApp } from './open-app'

let test: TestApp

beforeEach(async () => {
  test = await openApp()
})

afterEach(async () => {
  await test.close()
})

const phase = async (): Promise<SessionPhase> => (await test.call('app.snapshot', {})).session.phase
const phasesTold = (): SessionPhase[] =>
  test.events.flatMap((event) => (event.name === 'session.changed' ? [event.payload.session.phase] : []))

/** Waits until the app has told of a phase. */
async function told(wanted: SessionPhase): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = test.app.onEvent((event) => {
      if (event.name !== 'session.changed' || event.payload.session.phase !== wanted) return
      stop()
      resolve()
    })
  })
}

describe('a session', () => {
  it('goes from no vault to unlocked, locked and unlocked again', async () => {
    expect(await phase()).toBe('absent')
    await test.call('vault.create', { password: PASSWORD, hint: 'the comic' })
    await test.call('session.lock', {})
    expect((await test.call('app.snapshot', {})).session).toMatchObject({
      phase: 'locked',
      lockReason: 'user',
      hint: 'the comic'
    })
    await test.call('session.unlock', { password: PASSWORD })
    expect(phasesTold()).toEqual(['absent', 'unlocking', 'unlocked', 'locking', 'locked', 'unlocking', 'unlocked'])
  })

  it('tells events with a revision that only rises', async () => {
    await test.call('vault.create', { password: PASSWORD })
    await test.call('session.lock', {})
    const revisions = test.events.map(({ payload }) => payload.revision)
    expect(revisions).toEqual([...revisions].sort((one, other) => one - other))
    expect(new Set(revisions).size).toBe(revisions.length)
    expect((await test.call('app.snapshot', {})).revision).toBe(revisions.at(-1))
  })

  it('refuses a wrong password, stays locked and delays the third in a row', async () => {
    await test.call('vault.create', { password: PASSWORD })
    await test.call('session.lock', {})
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await test.failure('session.unlock', { password: 'wrong' })).toBe('wrong-password')
    }
    expect(await test.failure('session.unlock', { password: PASSWORD })).toBe('too-many-attempts')
    expect(await phase()).toBe('locked')
    test.clock.pass(60_000)
    await test.call('session.unlock', { password: PASSWORD })
    expect(await phase()).toBe('unlocked')
  })

  it('takes a password typed in another Unicode form', async () => {
    await test.call('vault.create', { password: 'Schlüssel' })
    await test.call('session.lock', {})
    await test.call('session.unlock', { password: 'Schlu\u0308ssel' })
    expect(await phase()).toBe('unlocked')
  })

  it('makes no second vault over the first', async () => {
    await test.call('vault.create', { password: PASSWORD })
    await test.call('session.lock', {})
    expect(await test.failure('vault.create', { password: 'another' })).toBe('vault-exists')
    await test.call('session.unlock', { password: PASSWORD })
  })

  it('check 32: locks after the idle time, and then every call for a secret fails', async () => {
    await test.call('vault.create', { password: PASSWORD })
    const { id } = await test.call('keys.add', { fields: { name: 'ci' }, secret: 's3cret-value' })
    const locked = told('locked')
    test.clock.pass(5 * 60_000 + 5_000)
    await locked
    expect((await test.call('app.snapshot', {})).session.lockReason).toBe('idle')
    for (const name of ['keys.reveal', 'keys.copy', 'keys.get', 'keys.purgeValues'] as const) {
      expect(await test.failure(name, { id })).toBe('vault-locked')
    }
  })

  it('check 32: locks on suspend and when the screen locks', async () => {
    await test.call('vault.create', { password: PASSWORD })
    await test.app.lock('suspend')
    expect((await test.call('app.snapshot', {})).session).toMatchObject({ phase: 'locked', lockReason: 'suspend' })
    await test.call('session.unlock', { password: PASSWORD })
    await test.app.lock('screen-lock')
    expect((await test.call('app.snapshot', {})).session.lockReason).toBe('screen-lock')
  })

  it('stays unlocked while somebody is there', async () => {
    await test.call('vault.create', { password: PASSWORD })
    for (let minute = 0; minute < 20; minute += 1) {
      test.clock.pass(60_000)
      await test.call('session.touch', {})
    }
    expect(await phase()).toBe('unlocked')
  })

  it('carries out a lock that was asked for while unlocking', async () => {
    await test.call('vault.create', { password: PASSWORD })
    await test.call('session.lock', {})
    const unlocking = test.call('session.unlock', { password: PASSWORD })
    await test.app.lock('suspend')
    await unlocking
    expect((await test.call('app.snapshot', {})).session).toMatchObject({ phase: 'locked', lockReason: 'suspend' })
  })

  it('check 40: says that a vault is damaged, and makes no new one in its place', async () => {
    await test.call('vault.create', { password: PASSWORD })
    await test.call('session.lock', {})
    for (const file of readdirSync(test.folder)) if (file.endsWith('.db')) truncateSync(join(test.folder, file))
    expect(await test.failure('session.unlock', { password: PASSWORD })).toBe('vault-database-empty')
    expect((await test.call('app.snapshot', {})).session).toMatchObject({
      phase: 'damaged',
      trouble: 'vault-database-empty'
    })
    expect(await test.failure('vault.create', { password: 'another' })).not.toBe('none')
  })
})
