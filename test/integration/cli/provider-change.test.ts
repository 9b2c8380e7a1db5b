import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, type Bench } from './provider-bench'

let bench: Bench

beforeAll(async () => {
  bench = await startBench(['cloudnexus', 'cloudcasa', 'cloudoora'])
  for (const provider of ['cloudnexus', 'cloudcasa', 'cloudoora'] as const) await bench.connect(provider)
  await bench.answer([
    'create',
    '--at',
    'cloudnexus',
    '--name',
    'ci',
    '--scope',
    'compute:read',
    '--env',
    'dev',
    '--expires',
    '90d'
  ])
}, 120_000)

afterAll(() => bench.close())

const create = (...args: string[]): string[] => ['create', '--name', 'x', '--at', ...args]

describe('kq with a key at its provider', { timeout: 120_000 }, () => {
  it('says what the provider offers in place of what it does not have', async () => {
    const scope = await bench.refusal(create('cloudnexus', '--scope', 'compute:reed', '--env', 'dev'))
    expect(scope).toMatchObject({ code: 2, error: { code: 'scope-unknown', details: { scope: 'compute:reed' } } })
    expect(scope.error.offered).toContainEqual(
      expect.objectContaining({ id: 'compute:read', description: 'List and describe VPS/VM instances' })
    )
    const environment = await bench.kq(create('cloudnexus', '--scope', 'compute:read'))
    expect(environment).toMatchObject({ code: 2, stdout: '' })
    expect(environment.stderr).toMatch(/^kq: This value is not accepted: environment \(one of prod, stg, dev\)/)
    expect(environment.stderr).toMatch(/ --env takes:\n +prod +Production/)
    const role = await bench.kq(create('cloudcasa', '--role', 'KING'))
    expect(role).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/no “KING” among its roles.*ADMIN \(/) as string
    })
    expect((await bench.kq(create('cloudcasa'))).stderr).toMatch(/--role takes:\n +\w+ +ADMIN/)
    expect(await bench.refusal(create('cloudoora', '--scope', 'read-only', '--ip', '1.2.3.4'))).toMatchObject({
      code: 2
    })
    const range = create('cloudnexus', '--scope', 'compute:read', '--env', 'dev', '--ip', '300.1.2.3')
    expect(await bench.refusal(range)).toMatchObject({ code: 2, error: { code: 'ip-range-invalid' } })
    expect(bench.sandbox.providers.cloudnexus.countOf('POST', /^\/keys$/)).toBe(1)
  })

  it('changes scopes, by adding, removing and setting', async () => {
    expect((await bench.kq(['scopes', 'ci'])).stdout).toMatch(/^\* compute:read +List.*\n {2}compute:write/m)
    const args = ['scopes', 'ci', '--add', 'storage:admin', '--remove', 'compute:read']
    expect(await bench.answer(args)).toMatchObject({ scopes: ['storage:admin'] })
    expect(await bench.answer(['scopes', 'ci', '--set', 'compute:read'])).toMatchObject({ scopes: ['compute:read'] })
    expect(bench.sandbox.providers.cloudnexus.keys().find(({ name }) => name === 'ci')?.scopes).toEqual([
      'compute:read'
    ])
    const unknown = await bench.refusal(['scopes', 'ci', '--add', 'all'])
    expect(unknown).toMatchObject({ code: 2, error: { code: 'scope-unknown' } })
    expect(await bench.kq(['scopes', 'ci', '--add', 'a', '--set', 'b'])).toMatchObject({ code: 2 })
  })

  it('edits at the provider what may be changed there, and the rest here', async () => {
    expect(await bench.answer(['edit', 'ci', '--ip', '203.0.113.0/24', '--tag', 'edge'])).toMatchObject({
      changedAtProvider: true
    })
    expect(await bench.answer(['show', 'ci'])).toMatchObject({ key: { ipRanges: ['203.0.113.0/24'], tags: ['edge'] } })
    expect(await bench.answer(['edit', 'ci', '--name', 'ci2', '--here'])).toMatchObject({ changedAtProvider: false })
    expect(bench.sandbox.providers.cloudnexus.keys().some(({ name }) => name === 'ci')).toBe(true)
    await bench.answer(['edit', 'ci2', '--name', 'ci', '--here'])
    const refused = await bench.kq(['edit', 'ci', '--role', 'ADMIN'])
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not changeable after creation') as string
    })
    expect(await bench.kq(['edit', 'ci'])).toMatchObject({ code: 2, stdout: '' })
  })

  it('disables, enables and renews, and says so where that is not offered', async () => {
    const status = (): string | undefined =>
      bench.sandbox.providers.cloudnexus.keys().find(({ name }) => name === 'ci')?.status
    expect(await bench.answer(['disable', 'ci'])).toMatchObject({ enabled: false })
    expect(status()).toBe('disabled')
    expect((await bench.kq(['enable', 'ci'])).stdout).toBe('Enabled ci at CloudNexus.\n')
    expect(status()).toBe('active')
    const { expiresAt } = (await bench.answer(['renew', 'ci', '--expires', '200d'])) as { expiresAt: string }
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(200)
    expect(await bench.kq(['renew', 'ci', '--expires', 'soon'])).toMatchObject({ code: 2 })
    await bench.answer(['create', '--at', 'cloudoora', '--name', 'web', '--scope', 'Read-Only'])
    expect(await bench.refusal(['disable', 'web'])).toMatchObject({ code: 1, error: { code: 'operation-not-offered' } })
    expect(await bench.refusal(['scopes', 'web', '--set', 'dns-only'])).toMatchObject({ code: 2 })
  })

  it('sets and shows by whom a key is rotated', async () => {
    const args = ['policy', 'ci', '--before-expiry', '7d', '--every', '12w', '--revoke-at-end']
    const policy = { kind: 'automatic', everyDays: 84, beforeExpiryDays: 7, revokeAtEnd: true }
    expect(await bench.answer(args)).toMatchObject({ policy })
    expect(await bench.answer(['policy', 'ci'])).toMatchObject({ policy })
    expect((await bench.kq(['policy', 'ci', '--remind', '90d'])).stdout).toBe(
      'ci is rotated: a reminder every 90 days.\n'
    )
    expect(await bench.kq(['policy', 'ci', '--by-hand', '--remind', '90d'])).toMatchObject({ code: 2 })
    expect(await bench.kq(['policy', 'ci', '--revoke-at-end'])).toMatchObject({ code: 2 })
  })

  it('hands out a key that is not kept, once, and makes none that would have nowhere to go', async () => {
    const once = [
      'create',
      '--at',
      'cloudnexus',
      '--name',
      'once',
      '--scope',
      'compute:read',
      '--env',
      'dev',
      '--keep',
      'never'
    ]
    expect(await bench.kq(once)).toMatchObject({ code: 2, stdout: '' })
    expect(await bench.kq([...once, '--out-fd', '77'])).toMatchObject({ code: 2, stdout: '' })
    expect(await bench.kq([...once, '--show'])).toMatchObject({ code: 2, stdout: '' })
    expect(await bench.kq([...once, '--out-fd', '1', '--json'])).toMatchObject({ code: 2, stdout: '' })
    expect(bench.sandbox.providers.cloudnexus.keys().some(({ name }) => name === 'once')).toBe(false)
    const { stdout, code } = await bench.kq([...once, '--out-fd', '1'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Created once at .*\ncnx_dev_[A-Za-z0-9]{30}\n$/)
    expect(await bench.kq(['reveal', 'once', '--out-fd', '1'])).toMatchObject({ code: 5, stdout: '' })
  })

  it('lets no value be lost by a rotation that kills the old one at once', async () => {
    const once = [
      'create',
      '--at',
      'cloudoora',
      '--name',
      'unkept',
      '--scope',
      'Read-Only',
      '--keep',
      'never',
      '--out-fd',
      '1'
    ]
    const secret = (await bench.kq(once)).stdout.split('\n')[1] ?? ''
    const outcome = await bench.kq(['rotate', 'unkept', '--mode', 'in-place'])
    expect(outcome).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('before anybody has the new one') as string
    })
    const key = bench.sandbox.providers.cloudoora.keys().find(({ name }) => name === 'unkept')!
    expect(key.secretWorks(secret)).toBe(true)
  })

  it('revokes only what was named once more, and not while a rotation runs', async () => {
    expect(await bench.kq(['revoke', 'ci'])).toMatchObject({ code: 2, stdout: '' })
    const wrong = await bench.kq(['revoke', 'ci', '--yes', 'c'])
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong.stderr).toContain('Every request with this key is refused from now on.')
    await bench.answer(['rotate', 'ci'])
    expect(await bench.refusal(['revoke', 'ci', '--yes', 'ci'])).toMatchObject({
      code: 1,
      error: { code: 'rotation-running' }
    })
    expect(await bench.refusal(['rotate', 'ci'])).toMatchObject({ code: 1, error: { code: 'rotation-running' } })
    expect(await bench.kq(['rotate', 'ci', '--finish', '--abort'])).toMatchObject({ code: 2 })
    expect(await bench.kq(['rotate'])).toMatchObject({ code: 2 })
    await bench.answer(['rotate', 'ci', '--finish'])
    expect(await bench.refusal(['rotate', 'ci', '--finish'])).toMatchObject({
      code: 5,
      error: { code: 'rotation-not-found' }
    })
    expect(await bench.answer(['untie', 'ci'])).toHaveProperty('id')
    expect(await bench.refusal(['revoke', 'ci', '--yes', 'ci'])).toMatchObject({
      code: 5,
      error: { code: 'key-not-connected' }
    })
  })
})
