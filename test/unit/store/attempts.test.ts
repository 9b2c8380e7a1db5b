import { describe, expect, it, vi } from 'vitest'
import { AppError } from '../../../src-preload/contract/errors'
import { Attempts } from '../../../src-main/store/attempts'
import { handClock } from '../../fixtures/vaults/temporary-vault'

const wrong = (): Promise<never> => Promise.reject(new AppError('wrong-password', { retryAfterMs: 0 }))

describe('check 30: repeated failures', () => {
  it('are delayed from the third on, twice as long each time, up to a minute', async () => {
    const clock = handClock()
    const attempts = new Attempts(clock)
    for (const retryAfterMs of [0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      await expect(attempts.attempt(wrong)).rejects.toMatchObject({ code: 'wrong-password', details: { retryAfterMs } })
      clock.forward(retryAfterMs)
    }
  })

  it('are not even tried while the wait lasts, and are forgotten after a success', async () => {
    const clock = handClock()
    const attempts = new Attempts(clock)
    for (let failure = 0; failure < 3; failure += 1) await expect(attempts.attempt(wrong)).rejects.toThrow()
    const tried = vi.fn(() => Promise.resolve('in'))
    clock.forward(400)
    await expect(attempts.attempt(tried)).rejects.toMatchObject({
      code: 'too-many-attempts',
      details: { retryAfterMs: 600 }
    })
    expect(tried).not.toHaveBeenCalled()
    clock.forward(600)
    expect(await attempts.attempt(tried)).toBe('in')
    await expect(attempts.attempt(wrong)).rejects.toMatchObject({ details: { retryAfterMs: 0 } })
  })

  it('cannot be hurried by asking several times at once', async () => {
    const attempts = new Attempts(handClock())
    const codes = await Promise.all(
      Array.from({ length: 6 }, () => attempts.attempt(wrong).catch((error: unknown) => (error as AppError).code))
    )
    expect(codes).toEqual([...Array<string>(3).fill('wrong-password'), ...Array<string>(3).fill('too-many-attempts')])
  })

  it('do not count what is no wrong password', async () => {
    const attempts = new Attempts(handClock())
    for (let failure = 0; failure < 5; failure += 1) {
      await expect(attempts.attempt(() => Promise.reject(new AppError('disk-full', {})))).rejects.toMatchObject({
        code: 'disk-full'
      })
    }
  })

  it('are neither waited for, counted nor forgotten by what is no guess', async () => {
    const attempts = new Attempts(handClock())
    for (let failure = 0; failure < 2; failure += 1) await expect(attempts.attempt(wrong)).rejects.toThrow()
    expect(await attempts.inTurn(() => Promise.resolve('in'))).toBe('in')
    await expect(attempts.attempt(wrong)).rejects.toMatchObject({ details: { retryAfterMs: 1_000 } })
    expect(await attempts.inTurn(() => Promise.resolve('in'))).toBe('in')
    await expect(attempts.inTurn(wrong)).rejects.toMatchObject({ details: { retryAfterMs: 0 } })
    await expect(attempts.attempt(wrong)).rejects.toMatchObject({
      code: 'too-many-attempts',
      details: { retryAfterMs: 1_000 }
    })
  })

  it('are remembered through a success where that proves nothing', async () => {
    const clock = handClock()
    const attempts = new Attempts(clock, { successForgives: false })
    for (let failure = 0; failure < 2; failure += 1) await expect(attempts.attempt(wrong)).rejects.toThrow()
    expect(await attempts.attempt(() => Promise.resolve('in'))).toBe('in')
    await expect(attempts.attempt(wrong)).rejects.toMatchObject({ details: { retryAfterMs: 1_000 } })
  })
})
