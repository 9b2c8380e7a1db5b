import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runKq, temporaryHome } from './run-kq'

const { home, remove } = temporaryHome()
const kq = (...args: string[]): ReturnType<typeof runKq> => runKq(home, ['connector', ...args])
const json = async (...args: string[]): Promise<unknown> => JSON.parse((await kq(...args, '--json')).stdout)

afterAll(remove)

describe('kq connector', () => {
  it('lists what Keyquay comes with, without a vault', async () => {
    const { connectors, broken, folder } = (await json('list')) as Record<string, unknown[]>
    expect(connectors).toContainEqual(expect.objectContaining({ id: 'cloudnexus', builtIn: true }))
    expect([broken, folder]).toEqual([[], join(home, 'connectors')])
    expect((await kq()).stdout).toMatch(/^ID +PROVIDER +KEYS +ADDRESS +SOURCE\n/)
  })

  it('shows scopes with their sentences, and each request with how far it can be trusted', async () => {
    const { stdout, code } = await kq('show', 'cloudnexus')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ {2}compute:read +List and describe VPS\/VM instances$/m)
    expect(stdout).toMatch(/^ {2}key\.operations\.rotate\.path +POST \/keys\/rotate +documented/m)
    expect(stdout).toMatch(/^ {2}key\.operations\.list\.path +GET \/keys +assumed/m)
    expect(await json('show', 'CloudCasa')).toMatchObject({ id: 'cloudcasa' })
    const missing = await kq('show', 'nobody')
    expect(missing).toMatchObject({ code: 5 })
    expect(missing.stderr).toContain('There is no connector called nobody.')
  })

  it('says every mistake of a manifest by its place, and ends with 1', async () => {
    const file = join(home, 'mine.json')
    writeFileSync(file, JSON.stringify({ manifestVersion: 1, id: 'Mine', kinds: [{ id: 'key' }] }))
    const { stdout, code } = await kq('check', file)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^id +an id of lower-case letters/m)
    expect(stdout).toMatch(/^kinds\[0\]\.label +text$/m)
    const wrong = await kq('check', file, '--json')
    expect(wrong.code).toBe(1)
    expect(JSON.parse(wrong.stdout)).toMatchObject({
      problems: expect.arrayContaining([{ path: 'name', expected: 'text' }]) as unknown,
      description: null,
      folder: join(home, 'connectors')
    })
    writeFileSync(file, '{ "id": ')
    expect(await kq('check', file)).toMatchObject({ code: 1 })
    writeFileSync(file, ' '.repeat(300_000))
    expect(await kq('check', file)).toMatchObject({ code: 2, stdout: '' })
    expect(await kq('check', join(home, 'none.json'))).toMatchObject({ code: 1, stdout: '' })
  })

  it('finds nothing wrong in a manifest that comes with Keyquay', async () => {
    const { stdout, code } = await kq('check', 'resources/connectors/cloodot.json')
    expect([code, stdout]).toEqual([0, 'resources/connectors/cloodot.json is right: Cloodot (cloodot).\n'])
  })

  it('reads manifests of the own folder, and says which are not used', async () => {
    const folder = (await kq('folder')).stdout.trim()
    expect(folder).toBe(join(home, 'connectors'))
    mkdirSync(folder)
    writeFileSync(join(folder, 'broken.json'), '{}')
    const { stderr, code } = await kq('list')
    expect(code).toBe(0)
    expect(stderr).toMatch(/broken\.json is not used: /)
    expect(await json('schema')).toMatchObject({ title: 'Keyquay connector manifest', type: 'object' })
  })
})
