import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, type Bench } from './provider-bench'

const FIRST = `clo_${'a1B2'.repeat(10)}`
const SECOND = `clo_${'c3D4'.repeat(10)}`
let bench: Bench

beforeAll(async () => {
  bench = await startBench(['cloodot'])
  await bench.answer(['connection', 'add', 'cloodot', '--name', 'dot', '--by-hand'])
}, 60_000)

afterAll(() => bench.close())

const create = ['create', '--at', 'dot', '--name', 'zapier', '--expires', '1y']

describe('kq with a provider that is worked by hand', { timeout: 120_000 }, () => {
  it('says what to click, in this key’s own words, and takes the value from a descriptor', async () => {
    const nobody = await bench.kq(create)
    expect(nobody).toMatchObject({ code: 2, stdout: '' })
    expect(nobody.stderr).toMatch(/enter the name zapier and choose the expiration 1 year/)
    expect(nobody.stderr).toContain('Use --value-fd N.')
    const wrong = await bench.refusal([...create, '--value-fd', '0'], 'not a key')
    expect(wrong).toMatchObject({ code: 2, error: { code: 'key-format-mismatch' } })
    expect(await bench.answer([...create, '--value-fd', '0'], FIRST)).toMatchObject({ name: 'zapier', remoteId: null })
    expect(await bench.reveal('zapier')).toBe(FIRST)
    expect(await bench.answer(['show', 'zapier'])).toMatchObject({ link: { mode: 'guided', origin: 'guided' } })
  })

  it('waits in a rotation for the value that is made in the console', async () => {
    const waiting = await bench.kq(['rotate', 'zapier'])
    expect(waiting).toMatchObject({ code: 0 })
    expect(waiting.stdout).toMatch(/^Rotation of zapier: waiting for the value you make/)
    expect(waiting.stdout).toContain('`kq rotate zapier --enter-value` takes the new value.')
    const enter = ['rotate', 'zapier', '--enter-value', '--value-fd', '0']
    expect(await bench.refusal(enter, 'not a key')).toMatchObject({ code: 2, error: { code: 'key-format-mismatch' } })
    expect(await bench.answer(enter, SECOND)).toMatchObject({ step: 'grace', mode: 'manual', verified: false })
    expect(await bench.reveal('zapier')).toBe(SECOND)
    expect((await bench.kq(['rotate', 'zapier', '--finish'])).stdout).toMatch(/old .* to be deleted in the console/)
  })

  it('only writes a revocation down, after saying what to click', async () => {
    const revoked = await bench.kq(['revoke', 'zapier', '--yes', 'zapier'])
    expect(revoked).toMatchObject({ code: 0, stdout: 'zapier is marked as revoked.\n' })
    expect(revoked.stderr).toContain(
      'Any applications using this key will lose access immediately. This action cannot be undone.'
    )
    expect(revoked.stderr).toMatch(/Click the trash icon of zapier/)
    expect(await bench.answer(['verify', 'zapier']).catch(() => null)).toBeNull()
    expect(bench.sandbox.providers.cloodot.requests).toEqual([])
    for (const secret of [FIRST, SECOND]) expect(bench.traces().includes(secret)).toBe(false)
  })
})
