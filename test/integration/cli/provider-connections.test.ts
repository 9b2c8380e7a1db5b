import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, type Bench } from './provider-bench'

let bench: Bench

beforeAll(async () => {
  bench = await startBench(['cloudnexus', 'cloodot'])
  await bench.connect('cloudnexus')
}, 60_000)

afterAll(() => bench.close())

describe('kq connection', { timeout: 120_000 }, () => {
  it('lists connections without their credentials', async () => {
    const { connections } = (await bench.answer(['connection', 'list'])) as { connections: object[] }
    expect(connections).toMatchObject([
      { name: 'cloudnexus', provider: 'CloudNexus', mode: 'api', usable: true, lastTest: null, keys: 0 }
    ])
    expect((await bench.kq(['connection'])).stdout).toMatch(/^NAME +PROVIDER +KEYS +LAST TEST\ncloudnexus +CloudNexus/)
    expect(bench.traces()).not.toContain(bench.sandbox.providers.cloudnexus.credentials.apiKey)
  })

  it('tells a test that went well from one that did not', async () => {
    const well = await bench.kq(['connection', 'test', 'cloudnexus'])
    expect(well).toMatchObject({ code: 0 })
    expect(well.stdout).toMatch(/^cloudnexus \(CloudNexus\)\n {2}test +ok\n/)
    expect(well.stdout).toMatch(/plan professional, 4 keys/)
    bench.sandbox.providers.cloudnexus.fault({ kind: 'status', code: 401 })
    const badly = await bench.kq(['connection', 'test', 'cloudnexus'])
    bench.sandbox.providers.cloudnexus.clearFaults()
    expect(badly).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('does not accept the credential') as string
    })
  })

  it('never takes a credential from the command line, nor repeats one that stands there', async () => {
    const canary = 'cnx_prod_canarycanarycanarycanary12'
    const outcome = await bench.kq(['connection', 'add', 'cloudnexus', '--name', 'x', '--credential', 'apiKey=fd9'])
    expect(outcome).toMatchObject({ code: 2, stdout: '' })
    const refused = await bench.refusal(['connection', 'add', 'cloudnexus', '--credential', `apiKey=${canary}`])
    expect(refused.code).toBe(2)
    expect(JSON.stringify(refused.error)).toContain('never stands in a command line')
    expect(JSON.stringify(refused.error)).not.toContain(canary)
  })

  it('says what it still needs', async () => {
    const without = await bench.kq(['connection', 'add', 'cloodot', '--name', 'dot'])
    expect(without).toMatchObject({ code: 2 })
    expect(without.stderr).toContain('say it with --base-url, or work by hand with --by-hand')
    const nobody = await bench.kq(['connection', 'add', 'cloudnexus', '--name', 'x'])
    expect(nobody).toMatchObject({ code: 2 })
    expect(nobody.stderr).toContain('Use --credential ID=fd:N')
    const same = await bench.kq(
      ['connection', 'add', 'cloudnexus', '--name', 'cloudnexus', '--credential', 'apiKey=fd:0'],
      'k'
    )
    expect(same).toMatchObject({ code: 2, stderr: expect.stringContaining('called cloudnexus already') as string })
    const plain = ['connection', 'add', 'cloodot', '--base-url', 'ftp://x', '--credential', 'apiKey=fd:0']
    expect(await bench.refusal(plain, 'k')).toMatchObject({ code: 2, error: { code: 'url-invalid' } })
  })

  it('adopts keys by their ids, and says when one is not there', async () => {
    const { keys } = (await bench.answer(['connection', 'keys', 'cloudnexus'])) as {
      keys: { kind: string; key: { remoteId: string; name: string }; keyId: string | null }[]
    }
    const backend = keys.find(({ key }) => key.name === 'Production Backend')!
    expect(backend).toMatchObject({ kind: 'key', keyId: null })
    expect(await bench.kq(['connection', 'adopt', 'cloudnexus', 'nk_nobody'])).toMatchObject({ code: 2 })
    const { added } = await bench.answer(['connection', 'adopt', 'cloudnexus', backend.key.remoteId])
    expect(added).toHaveLength(1)
    const again = await bench.kq(['connection', 'adopt', 'cloudnexus', backend.key.remoteId])
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('is followed already') as string })
    expect((await bench.kq(['connection', 'keys', 'cloudnexus'])).stdout).toMatch(
      /Production Backend .* Production Backend$/m
    )
    expect(await bench.kq(['reveal', 'Production Backend', '--out-fd', '1'])).toMatchObject({ code: 5, stdout: '' })
  })

  it('changes what is named and keeps the rest', async () => {
    await bench.answer(['connection', 'edit', 'cloudnexus', '--override', 'key.operations.list.path=/nope'])
    const test = await bench.kq(['connection', 'test', 'cloudnexus', '--json'])
    expect(test).toMatchObject({ code: 1 })
    expect(JSON.parse(test.stdout)).toMatchObject({
      checks: [{ ok: true }, { ok: true }, { operation: 'list', ok: false, failure: { code: 'provider-not-found' } }]
    })
    await bench.answer([
      'connection',
      'edit',
      'cloudnexus',
      '--override',
      'key.operations.list.path=',
      '--name',
      'nexus'
    ])
    expect(await bench.answer(['connection', 'test', 'nexus'])).toMatchObject({ ok: true })
    const moved = await bench.refusal(['connection', 'edit', 'nexus', '--base-url', 'https://elsewhere.example'])
    expect(moved).toMatchObject({ code: 2, error: { code: 'input-invalid', details: { path: 'credentials' } } })
    writeFileSync(join(bench.home, 'ca.pem'), 'x'.repeat(100_001))
    expect(await bench.kq(['connection', 'edit', 'nexus', '--ca', join(bench.home, 'ca.pem')])).toMatchObject({
      code: 2
    })
    expect(await bench.kq(['connection', 'edit', 'nexus'])).toMatchObject({ code: 2 })
  })

  it('goes only without keys, or leaves them behind', async () => {
    const held = await bench.refusal(['connection', 'rm', 'nexus'])
    expect(held).toMatchObject({ code: 1, error: { code: 'connection-in-use', details: { keys: 1 } } })
    await bench.answer(['connection', 'rm', 'nexus', '--keep-keys'])
    expect(await bench.answer(['show', 'Production Backend'])).toMatchObject({ link: null, rotations: [] })
    expect(await bench.refusal(['connection', 'test', 'nexus'])).toMatchObject({
      code: 5,
      error: { code: 'connection-not-found' }
    })
    expect(await bench.refusal(['verify', 'Production Backend'])).toMatchObject({
      code: 5,
      error: { code: 'key-not-connected' }
    })
  })
})
