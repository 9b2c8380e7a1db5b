import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBench, type Bench } from './provider-bench'

let bench: Bench
let secret: string

beforeAll(async () => {
  bench = await startBench(['cloodot', 'cloudapi'])
  await bench.connect('cloodot')
  await bench.connect('cloudapi')
  await bench.answer(['create', '--at', 'cloodot', '--name', 'app'])
  secret = await bench.reveal('app')
  const { cloodot } = bench.sandbox.providers
  cloodot.useKey(secret, { path: '/v1/contacts', ip: '203.0.113.7', times: 3 })
  cloodot.useKey(secret, { method: 'POST', path: '/v1/contacts?token=of-somebody', ip: '203.0.113.7' })
})
afterAll(() => bench.close())

describe('kq usage', () => {
  it('reads what providers tell, and says where they tell nothing', async () => {
    const { code, stdout } = await bench.kq(['usage', 'sync'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^cloodot: [\d,]+ new calls, [\d,]+ calls in all\.$/m)
    expect(stdout).toMatch(/^cloudapi: calls are not offered by this provider; its quotas were read\.$/m)
  })

  it('lists the calls of a key in words, without the values of a query', async () => {
    const { code, stdout, stderr } = await bench.kq(['usage', 'app', '--since', '1h'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^TIME +KEY +CALL +STATUS +MS +FROM +BY$/m)
    expect(stdout).toMatch(/ app +GET \/v1\/contacts +200 +\d+ +203\.0\.113\.7 +API$/m)
    expect(stderr).toContain('4 calls, 0 errors (100.0% success), from 1 address.')
    expect(stderr).toMatch(/^cloodot: read now\.$/m)
    expect(stdout).not.toContain('of-somebody')
  })

  it('filters by status and method', async () => {
    const posts = await bench.answer(['usage', 'app', '--method', 'post'])
    expect(posts).toMatchObject({ summary: { requests: 1 }, calls: [{ method: 'POST' }] })
    expect(await bench.answer(['usage', 'app', '--status', '4xx', '--status', '500'])).toMatchObject({ calls: [] })
    const wrong = await bench.kq(['usage', '--status', 'all'])
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong.stderr).toContain('a status such as 404, or 4xx')
  })

  it('writes them to a file', async () => {
    const file = join(bench.home, 'calls.csv')
    expect(await bench.answer(['usage', 'export', file, '--key', 'app'])).toEqual({ file, records: 4 })
    expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(5)
  })

  it('ends with 1 and says why when a log could not be read', async () => {
    const stop = bench.sandbox.providers.cloodot.fault({ kind: 'status', code: 403, method: 'GET', path: /^\/logs$/ })
    const { code, stdout } = await bench.kq(['usage', 'sync', 'cloodot'])
    stop()
    expect(code).toBe(1)
    expect(stdout).toMatch(/^cloodot: .*does not allow this/m)
    expect((await bench.kq(['usage', 'sync', 'cloodot'])).code).toBe(0)
  })

  it('goes on with what comes in, as a line of JSON each', async () => {
    const args = ['out/main/cli.js', '--home', bench.home, '--password-fd', '3', '--json', 'usage', 'app', '--follow']
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, NO_COLOR: '1' }
    })
    ;(child.stdio[3] as NodeJS.WritableStream).end('correct horse battery staple\n')
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    const lines = (): string[] => said.split('\n').filter((line) => line !== '')
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds() && child.exitCode === null) await wait(20)
    }
    await until(() => lines().length === 4)
    bench.sandbox.providers.cloodot.useKey(secret, { path: '/v1/late' })
    await until(() => lines().length === 5)
    child.kill('SIGTERM')
    expect(JSON.parse(lines().at(-1) ?? '')).toMatchObject({ method: 'GET', path: '/v1/late' })
  })
})

describe('kq audit', () => {
  it('filters what was done, and writes it to a file', async () => {
    const { total, entries } = await bench.answer(['audit', '--action', 'key.revealed', '--from', 'cli'])
    expect(total).toBe(1)
    expect(entries).toMatchObject([{ action: 'key.revealed', keyName: 'app' }])
    const file = join(bench.home, 'trail.json')
    const { entries: written } = await bench.answer(['audit', 'export', file, '--key', 'app'])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(Number(written))
    expect(await bench.kq(['audit', '--action', 'key.shown'])).toMatchObject({ code: 2 })
  })
})

describe('kq rotate', () => {
  it('says whether the old value is still used', async () => {
    await bench.answer(['rotate', 'app'])
    bench.sandbox.providers.cloodot.useKey(secret, { ip: '203.0.113.7', times: 2 })
    await bench.kq(['usage', 'sync', 'cloodot'])
    const { stderr } = await bench.kq(['rotate', 'app', '--status'])
    expect(stderr).toContain(
      'The old value is still used: 2 calls since the new one was made, the last now, from 203.0.113.7.'
    )
  })
})
