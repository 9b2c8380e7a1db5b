import { describe, expect, it } from 'vitest'
import type { Bridge } from '@contract/bridge'
import { createClient, type Change } from '../../../src-renderer/client/create-client'
import { isCallFailure, toCallFailure } from '../../../src-renderer/client/failure'
import { createRevisions } from '../../../src-renderer/client/revisions'
import { createFakeBridge } from '../../fakes/window/fake-bridge'

const password = 'correct horse battery staple'

describe('revisions', () => {
  it('takes only what is newer than the snapshot', () => {
    const revisions = createRevisions()
    revisions.start(7)
    expect(revisions.take('session.changed', 7)).toBe(false)
    expect(revisions.take('session.changed', 8)).toBe(true)
  })

  it('ignores an event that is older than the last of its topic', () => {
    const revisions = createRevisions()
    revisions.start(1)
    expect(revisions.take('settings.changed', 5)).toBe(true)
    expect(revisions.take('settings.changed', 4)).toBe(false)
    expect(revisions.take('settings.changed', 5)).toBe(false)
  })

  it('does not let one topic hold back another', () => {
    const revisions = createRevisions()
    revisions.start(1)
    revisions.take('keys.changed', 9)
    expect(revisions.take('clipboard.changed', 8)).toBe(true)
  })
})

describe('the client', () => {
  it('gives the value of a call', async () => {
    const client = createClient(() => createFakeBridge({ phase: 'unlocked' }))
    expect((await client.call('keys.list', { text: 'ci-token' })).items.map(({ name }) => name)).toEqual(['ci-token'])
  })

  it('throws the code, the details and the id of a refusal', async () => {
    const client = createClient(() => createFakeBridge({ phase: 'locked' }))
    const error: unknown = await client.call('session.unlock', { password: 'wrong' }).catch((thrown: unknown) => thrown)
    expect(isCallFailure(error, 'wrong-password')).toBe(true)
    expect(toCallFailure(error)).toMatchObject({ details: { retryAfterMs: 0 }, id: 'E-7Q2K-91' })
  })

  it('counts a broken bridge as an internal failure', async () => {
    const client = createClient(() => {
      const bridge = { 'app.snapshot': () => Promise.reject(new Error('gone')) }
      return bridge as unknown as Bridge
    })
    const error: unknown = await client.call('app.snapshot', {}).catch((thrown: unknown) => thrown)
    expect(isCallFailure(error, 'internal')).toBe(true)
  })

  it('starts with the snapshot and follows with every newer change', async () => {
    const bridge = createFakeBridge({ phase: 'locked' })
    const client = createClient(() => bridge)
    const seen: string[] = []
    const stop = await client.connect({
      start: ({ session }) => seen.push(`start ${session.phase}`),
      change: (change: Change) => seen.push(change.name)
    })
    await client.call('session.unlock', { password })
    expect(seen).toEqual(['start locked', 'session.changed'])
    stop()
    await client.call('session.lock', {})
    expect(seen).toHaveLength(2)
  })

  it('holds back a change that arrives before the snapshot and drops it if the snapshot has it', async () => {
    const bridge = createFakeBridge({ phase: 'locked', delayMs: 5 })
    let early: ((payload: { revision: number }) => void) | undefined
    const patched = {
      ...bridge,
      'keys.changed': (listener: (payload: { revision: number }) => void) => {
        early = listener
        return () => undefined
      }
    } as Bridge
    const client = createClient(() => patched)
    const seen: number[] = []
    const connecting = client.connect({
      start: () => seen.push(0),
      change: ({ payload }) => seen.push(payload.revision)
    })
    early?.({ revision: 1 })
    early?.({ revision: 2 })
    await connecting
    expect(seen).toEqual([0, 2])
  })
})
