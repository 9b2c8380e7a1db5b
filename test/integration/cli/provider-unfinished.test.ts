import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, type Bench } from './provider-bench'

let bench: Bench

beforeAll(async () => {
  bench = await startBench(['cloudnexus'])
  await bench.connect('cloudnexus')
}, 60_000)

afterAll(() => bench.close())

const create = (name: string): string[] => [
  ...['create', '--at', 'cloudnexus', '--name', name],
  ...['--scope', 'compute:read', '--env', 'dev']
]
const posts = (): number => bench.sandbox.providers.cloudnexus.countOf('POST', /^\/keys$/)
const there = (name: string): string[] =>
  bench.sandbox.providers.cloudnexus
    .keys()
    .flatMap((key) => (key.name === name && key.status === 'active' ? [key.id] : []))

describe('kq when nobody knows whether the provider did it', { timeout: 120_000 }, () => {
  it('says so with an exit code of its own, finds the key by its name, and makes one in its place', async () => {
    bench.sandbox.providers.cloudnexus.fault({ kind: 'reset-after', method: 'POST', path: /^\/keys$/, times: 1 })
    const lost = await bench.kq(create('lost'))
    expect(lost).toMatchObject({ code: 3, stdout: '' })
    expect(lost.stderr).toMatch(/^kq: It is not known whether the provider carried this out for lost\./)
    expect(lost.stderr).toContain('`kq unfinished look` asks the provider.')
    expect([posts(), there('lost').length]).toEqual([1, 1])

    const { unfinished } = (await bench.answer(['unfinished'])) as { unfinished: object[] }
    expect(unfinished).toMatchObject([{ label: 'lost', finding: 'unknown', may: ['look', 'forget'] }])
    expect(await bench.refusal(['unfinished', 'settle', 'lost', '--create'])).toMatchObject({
      code: 1,
      error: { code: 'rotation-step-refused' }
    })
    const [orphan] = there('lost')
    const looked = await bench.kq(['unfinished', 'look'])
    expect(looked.stdout).toContain(`the provider has it, and nobody has its value (${orphan ?? ''}).`)
    expect(looked.stdout).toMatch(/kq unfinished settle \w+ --revoke-and-create +ends it there/)
    const settled = await bench.answer(['unfinished', 'settle', 'lost', '--revoke-and-create'])
    expect(await bench.answer(['show', 'lost'])).toMatchObject({ key: { id: settled.keyId } })
    expect(there('lost')).toHaveLength(1)
    expect(there('lost')).not.toContain(orphan)
    expect((await bench.kq(['unfinished'])).stderr).toContain('Nothing is unfinished.')
  })

  it('makes it now where the provider has none', async () => {
    const before = posts()
    bench.sandbox.providers.cloudnexus.fault({ kind: 'error-500', method: 'POST', path: /^\/keys$/, times: 1 })
    expect(await bench.kq(create('never made'))).toMatchObject({ code: 3 })
    expect(posts()).toBe(before + 1)
    expect((await bench.kq(['unfinished', 'look', 'never made'])).stdout).toContain(
      'the provider has none of that name.'
    )
    const made = await bench.kq(['unfinished', 'settle', 'never made', '--create', '--out-fd', '1'])
    expect(made).toMatchObject({ code: 0 })
    expect(made.stdout).toMatch(/^Created never made; it is settled\.\ncnx_dev_\w{30}\n$/)
    expect(await bench.refusal(['unfinished', 'settle', 'never made', '--forget'])).toMatchObject({
      code: 5,
      error: { code: 'unfinished-not-found' }
    })
    expect(await bench.kq(['unfinished', 'settle', 'never made'])).toMatchObject({ code: 2 })
  })

  it('ends with 1 for a rotation that stands still, and goes on with it', async () => {
    bench.sandbox.providers.cloudnexus.fault({
      kind: 'status',
      code: 403,
      method: 'POST',
      path: /^\/keys\/rotate$/,
      times: 1
    })
    const stuck = await bench.kq(['rotate', 'lost'])
    expect(stuck).toMatchObject({ code: 1 })
    expect(stuck.stdout).toMatch(/^Rotation of lost: the new value has not been made\.\n/)
    expect(stuck.stdout).toMatch(/It stands still: .* does not allow this/)
    expect(stuck.stdout).toContain('`kq rotate lost --continue` tries this step again.')
    expect(await bench.kq(['rotate', '--status', 'lost'])).toMatchObject({ code: 1 })
    expect(await bench.answer(['rotate', 'lost', '--continue'])).toMatchObject({ step: 'grace', failure: null })
    expect(await bench.kq(['rotate', '--status'])).toMatchObject({ code: 0 })
  })
})
