import { describe, expect, test } from 'vitest'
import type { MadeKey } from '@main/connectors/connector'
import { failureOf, benchForEach, type Asked } from './bench'

const bench = benchForEach('cloudnexus')

const asked: Asked = {
  name: 'Production Backend',
  environment: 'prod',
  services: ['compute'],
  scopes: ['compute:read', 'storage:write', 'network:admin'],
  expiry: { kind: 'days', days: 92 }
}
const create = (more: Partial<Asked> = {}): Promise<MadeKey> => bench().create('key', { ...asked, ...more })

describe('plans', () => {
  test('Starter 60 a minute, burst 100: the next call is 429 Too Many Requests with Retry-After', async () => {
    bench().server.setPlan('starter')
    const { secret } = await create({ scopes: ['admin:write'] })
    expect(bench().server.useKey(secret, { times: 100 })).toBe(200)
    const failure = await failureOf(bench().create('key', asked, { credentials: { apiKey: secret } }))
    expect(failure).toMatchObject({ code: 'provider-rate-limited' })
    expect((failure.details as { retryAfterMs: number }).retryAfterMs).toBeLessThanOrEqual(60_000)
    // A list waits as long as Retry-After says, and then is there.
    await bench().connector.list('key', bench().exchange({ credentials: { apiKey: secret } }))
  })

  test('Professional 1,000 a minute, burst 2,000', async () => {
    bench().server.setPlan('professional')
    const { secret } = await create()
    expect(bench().server.useKey(secret, { times: 2_000 })).toBe(200)
    expect(bench().server.useKey(secret, { times: 100 })).toBe(429)
  })

  test('Enterprise: custom, burst unlimited', async () => {
    bench().server.setPlan('enterprise')
    const { secret } = await create()
    expect(bench().server.useKey(secret, { times: 5_000 })).toBe(200)
  })

  test('requests stay below the lowest rate, 60 a minute, and say that they wait', async () => {
    expect(bench().connector.description.requestsPerMinute).toBe(60)
    expect(bench().manifest.plans.map(({ label, requestsPerMinute }) => [label, requestsPerMinute])).toEqual([
      ['Starter', 60],
      ['Professional', 1_000],
      ['Enterprise', null]
    ])
    const startMs = bench().sandbox.clock.nowMs()
    for (let at = 0; at < 15; at += 1) await bench().connector.account(bench().exchange())
    expect(bench().waits.some(({ reason }) => reason === 'pacing')).toBe(true)
    // Five go at once, the others a little over a second apart.
    expect(bench().sandbox.clock.nowMs() - startMs).toBeGreaterThanOrEqual(10_000)
    expect(bench().server.requests.every(({ status }) => status === 200)).toBe(true)
  })

  test('the plan is shown, and its limit on keys is met with 402', async () => {
    bench().server.setPlan('starter', { maxKeys: 1 })
    expect(await bench().connector.account(bench().exchange())).toEqual({
      plan: 'starter',
      keysUsed: null,
      keysLimit: null
    })
    expect(await failureOf(create())).toMatchObject({
      code: 'provider-limit-reached',
      details: { message: 'The plan allows 1 keys.' }
    })
  })
})
