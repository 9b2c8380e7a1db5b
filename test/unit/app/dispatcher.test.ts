import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@contract/errors'
import { contract } from '@contract/ipc'
import type { SessionPhase } from '@contract/model/session'
import { callNames } from '@contract/names'
import { createDispatcher } from '@main/app/dispatcher'
import type { Handlers } from '@main/app/handler-types'
import { createMemoryLog } from '../../fakes/memory-ports'

const window = { actor: 'window', trusted: true } as const
const stranger = { actor: 'window', trusted: false } as const

function setUp(handlers: Partial<Record<string, (input: unknown) => unknown>> = {}, phase: SessionPhase = 'unlocked') {
  const reached: string[] = []
  const log = createMemoryLog()
  const all = Object.fromEntries(
    callNames.map((name) => [
      name,
      (input: unknown) => {
        reached.push(name)
        return handlers[name]?.(input) ?? {}
      }
    ])
  ) as unknown as Handlers
  return { dispatch: createDispatcher({ handlers: all, phase: () => phase, log }), reached, log }
}

describe('the dispatcher', () => {
  it('check 6: turns an untrusted sender away before any handler, for every method', async () => {
    const { dispatch, reached } = setUp()
    for (const name of callNames) {
      expect(await dispatch({ name, input: {} }, stranger)).toMatchObject({
        ok: false,
        error: { code: 'sender-refused' }
      })
    }
    expect(reached).toEqual([])
  })

  it('answers only names of the contract, not what every object has', async () => {
    const { dispatch } = setUp()
    for (const name of ['keys.drop', '__proto__', 'constructor', 'toString', 'session.changed', '']) {
      expect(await dispatch({ name, input: {} }, window)).toMatchObject({ ok: false, error: { code: 'call-unknown' } })
    }
  })

  it('check 7: every method refuses a field it does not know', async () => {
    const { dispatch, reached } = setUp()
    for (const name of callNames) {
      const result = await dispatch({ name, input: { surprise: 1 } }, window)
      expect(result, name).toMatchObject({ ok: false, error: { code: 'input-invalid' } })
    }
    expect(reached).toEqual([])
  })

  it('check 7: every method refuses what is not plain data, prototypes and endless depth', async () => {
    const { dispatch, reached } = setUp()
    const deep: unknown = JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40))
    const poisoned: unknown = JSON.parse('{"__proto__": {"admin": true}}')
    const hostile = [null, undefined, 1, 'text', [], new Date(), new Map(), () => 1, deep, poisoned, { constructor: 1 }]
    for (const name of callNames) {
      for (const input of hostile) {
        const result = await dispatch({ name, input }, window)
        expect(result, `${name} ${String(input)}`).toMatchObject({ ok: false, error: { code: 'input-invalid' } })
      }
    }
    expect(reached).toEqual([])
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('check 7: refuses over-long texts and over-large calls', async () => {
    const { dispatch } = setUp()
    const long = await dispatch({ name: 'keys.list', input: { text: 'x'.repeat(201) } }, window)
    expect(long).toMatchObject({ error: { code: 'input-invalid', details: { path: 'text' } } })
    const large = await dispatch({ name: 'session.unlock', input: { password: 'x'.repeat(600_000) } }, window)
    expect(large).toMatchObject({ error: { code: 'input-too-large' } })
  })

  it('never throws and never answers with anything but data, whatever it is sent', async () => {
    const { dispatch } = setUp()
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.anything(), async (name, input) => {
        const result = await dispatch({ name, input }, window)
        expect(!result.ok && 'stack' in result.error).toBe(false)
      }),
      { numRuns: 300 }
    )
  })

  it('check 32: answers nothing that needs the vault while it is locked', async () => {
    for (const phase of ['locked', 'locking', 'unlocking', 'absent', 'damaged'] as const) {
      const { dispatch, reached } = setUp({}, phase)
      for (const name of callNames) {
        if (contract[name].requires !== 'unlocked') continue
        expect(await dispatch({ name, input: {} }, window)).toMatchObject({
          ok: false,
          error: { code: 'vault-locked' }
        })
      }
      expect(reached).toEqual([])
    }
  })

  it('stops a field that does not belong into the answer', async () => {
    const { dispatch } = setUp({ 'keys.facets': () => ({ all: 1, secret: 'leaked-canary' }) })
    const result = await dispatch({ name: 'keys.facets', input: {} }, window)
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(result)).not.toContain('leaked-canary')
  })

  it('check 78: lets no message, stack or cause of an error out, nor into the log', async () => {
    const causes = [
      () => new URL('leaked-canary'),
      (): unknown => JSON.parse('leaked-canary'),
      () => {
        throw new AppError('disk-full', {}, { cause: new Error('leaked-canary') })
      },
      () => {
        throw new Error('leaked-canary')
      }
    ]
    for (const cause of causes) {
      const { dispatch, log } = setUp({ 'keys.facets': cause })
      const result = await dispatch({ name: 'keys.facets', input: {} }, window)
      expect(result.ok).toBe(false)
      expect(JSON.stringify(result) + log.lines.join()).not.toContain('leaked-canary')
    }
  })

  it('does not quote a refused secret', async () => {
    const { dispatch, log } = setUp()
    const fields = { name: 'n' }
    const result = await dispatch({ name: 'keys.add', input: { fields, secret: 'leaked-canary\0' } }, window)
    expect(result).toMatchObject({ error: { code: 'input-invalid', details: { path: 'secret' } } })
    expect(JSON.stringify(result) + log.lines.join()).not.toContain('leaked-canary')
  })
})
