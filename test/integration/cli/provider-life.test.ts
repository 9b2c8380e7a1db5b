import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeyStatus, ProviderName } from '../../sandbox/types'
import { startBench, type Bench } from './provider-bench'

interface Life {
  readonly provider: ProviderName
  readonly create: readonly string[]
  /** What the old value is while both live, and at the end. */
  readonly grace: KeyStatus
}

const lives: readonly Life[] = [
  { provider: 'cloudoora', create: ['--scope', 'Read-Only'], grace: 'active' },
  { provider: 'cloudapi', create: ['--kind', 'token', '--scope', 'users:read'], grace: 'active' },
  { provider: 'cloudapi', create: ['--kind', 'key', '--project', 'Core Platform'], grace: 'active' },
  {
    provider: 'cloudnexus',
    create: ['--scope', 'compute:read', '--env', 'prod', '--expires', '90d'],
    grace: 'grace'
  },
  { provider: 'cloudcasa', create: ['--role', 'USER', '--description', 'monthly'], grace: 'active' },
  { provider: 'cloodot', create: ['--expires', '90d'], grace: 'active' }
]

describe.each(lives)('kq and a key at $provider ($create)', ({ provider, create, grace }) => {
  let bench: Bench
  beforeAll(async () => {
    bench = await startBench([provider])
    await bench.connect(provider)
  }, 60_000)

  afterAll(() => bench.close())

  it('lives from its creation to its end', { timeout: 180_000 }, async () => {
    expect(await bench.answer(['connection', 'test', provider])).toMatchObject({ ok: true })
    const made = await bench.answer(['create', '--at', provider, '--name', 'ci', '--env-name', 'CI_KEY', ...create])
    expect(made).toMatchObject({
      name: 'ci',
      connection: provider,
      preview: expect.stringContaining('••••••••') as string
    })
    const first = await bench.reveal('CI_KEY')
    const { keys } = (await bench.answer(['connection', 'keys', provider])) as { keys: { keyId: unknown }[] }
    expect(keys.filter(({ keyId }) => keyId === made.id)).toHaveLength(1)

    const rotation = await bench.answer(['rotate', 'ci'])
    expect(rotation).toMatchObject({ step: 'grace', verified: true, failure: null, keyId: made.id })
    const [oldId, newId] = [idIn(rotation.old), idIn(rotation.new)]
    const second = await bench.reveal('ci')
    expect(second).not.toBe(first)
    expect([works(oldId, first), works(newId, second)]).toEqual([true, true])
    expect([remote(oldId), remote(newId)]).toEqual([grace, 'active'])

    const finished = await bench.kq(['rotate', 'ci', '--finish'])
    expect(finished).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Rotation of ci: done/) as string })
    expect([works(oldId, first), works(newId, second)]).toEqual([false, true])
    const revoked = await bench.kq(['revoke', 'ci', '--yes', 'ci'])
    expect(revoked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Revoked ci at /) as string })
    expect(works(newId, second)).toBe(false)
    expect(await bench.kq(['verify', 'ci'])).toMatchObject({ code: 1 })

    const traces = bench.traces()
    const { credentials } = bench.sandbox.providers[provider]
    for (const secret of [first, second, ...Object.values<string>({ ...credentials })])
      expect(traces.includes(secret)).toBe(false)
  })

  const stateOf = (id: string) => bench.sandbox.providers[provider].keys().find((key) => key.id === id)
  const remote = (id: string): KeyStatus | undefined => stateOf(id)?.status
  const works = (id: string, secret: string): boolean => stateOf(id)?.secretWorks(secret) ?? false
})

function idIn(side: unknown): string {
  return (side as { remoteId: string }).remoteId
}
