import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startControl, type Control } from '../../sandbox/control.ts'
import type { Sandbox } from '../../sandbox/types.ts'
import { ask, openSandbox } from './ask'

interface Address {
  readonly url: string
  readonly token: string
}

interface Steered {
  readonly now: string
  readonly message: string
  readonly providers: Readonly<Record<string, { readonly keys: readonly object[] }>>
}

async function steer({ url, token }: Address, what: string, body?: object): Promise<{ status: number; body: Steered }> {
  const [method = '', path = ''] = what.split(' ')
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  return { status: response.status, body: (await response.json()) as Steered }
}

describe('the control plane', () => {
  let sandbox: Sandbox
  let control: Control

  beforeEach(async () => {
    ;({ sandbox } = await openSandbox())
    control = await startControl(sandbox)
  })
  afterEach(() => Promise.all([sandbox.close(), control.close()]))

  it('asks for its token', async () => {
    expect((await steer({ ...control, token: 'guessed' }, 'GET /state')).status).toBe(401)
  })

  it('shows the state of every provider without the values of foreign keys', async () => {
    const made = await ask(sandbox.providers.cloodot, 'POST /api-keys', { body: { name: 'Zapier' } })
    const { body } = await steer(control, 'GET /state')
    expect(Object.keys(body.providers)).toEqual(['cloudoora', 'cloudapi', 'cloudnexus', 'cloudcasa', 'cloodot'])
    expect(body.providers.cloodot).toMatchObject({ baseUrl: sandbox.providers.cloodot.baseUrl, plan: 'standard' })
    expect(body.providers.cloodot?.keys[1]).toMatchObject({ id: made.body.id, status: 'active' })
    expect(JSON.stringify(body)).not.toContain(made.body.key)
  })

  it('moves the clock, switches faults and plans, uses keys and fills logs', async () => {
    const { cloudcasa, cloudnexus, cloudoora } = sandbox.providers
    expect((await steer(control, 'POST /clock', { advanceMs: 3_600_000 })).body.now).toBe('2026-03-10T10:00:00.000Z')
    await steer(control, 'POST /fault', { provider: 'cloudcasa', kind: 'error-503', method: 'GET', path: '^/roles' })
    expect((await ask(cloudcasa, 'GET /roles')).status).toBe(503)
    await steer(control, 'POST /fault/clear', {})
    expect((await ask(cloudcasa, 'GET /roles')).status).toBe(200)
    await steer(control, 'POST /plan', { provider: 'cloudcasa', plan: 'FREE', maxKeys: 0 })
    expect((await ask(cloudcasa, 'GET /orgs/current')).body).toMatchObject({ plan: 'FREE', apikeys_limit: 0 })
    await steer(control, 'POST /usage', { provider: 'cloudoora', disk: 91 })
    expect((await ask(cloudoora, 'GET /usage')).body.metrics[1]?.used).toBe(91)
    const keyId = cloudnexus.keys()[0]!.id
    const used = await steer(control, 'POST /use', {
      provider: 'cloudnexus',
      keyId,
      method: 'GET',
      path: '/v2/keys',
      ip: '192.0.2.9',
      times: 3
    })
    expect(used.body).toEqual({ status: 200 })
    expect(cloudnexus.logs.count(({ ip }) => ip === '192.0.2.9')).toBe(3)
    expect((await steer(control, 'POST /fill', { provider: 'cloudnexus', count: 500 })).body).toEqual({ count: 503 })
  })

  it.each([
    ['POST /clock', { advanceMs: -1 }, 'time only goes forward'],
    ['POST /clock', {}, 'advanceMs'],
    ['POST /fault', { provider: 'cloudoora', kind: 'earthquake' }, 'there is no fault'],
    ['POST /fault', { provider: 'cloudoora', kind: 'hang', path: '(' }, 'Invalid regular expression'],
    ['POST /plan', { provider: 'nobody' }, 'provider is one of'],
    ['POST /use', { provider: 'cloodot', keyId: 'ak_none' }, 'has no key']
  ])('says what is wrong with %s %j', async (what, body, message) => {
    const answer = await steer(control, what, body)
    expect([answer.status, answer.body.message]).toEqual([422, expect.stringContaining(message)])
  })

  it('names its routes to whoever takes a wrong one', async () => {
    const { status, body } = await steer(control, 'GET /elsewhere')
    expect([status, body.message]).toEqual([404, expect.stringContaining('POST /clock')])
  })
})

describe('npm run sandbox', () => {
  let child: ChildProcess
  afterEach(() => child.kill('SIGKILL'))

  const open = async (...args: string[]): Promise<string> => {
    child = spawn(process.execPath, ['test/sandbox/main.ts', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [printed] = (await once(child.stdout!, 'data')) as [Buffer]
    return printed.toString()
  }

  it('prints one line of JSON with which all of it can be used, and ends when told to', async () => {
    const printed = JSON.parse(await open('--json')) as {
      control: Address
      providers: Record<string, { baseUrl: string; credentials: Record<string, string> }>
    }
    const { baseUrl, credentials } = printed.providers.cloudcasa!
    const answer = await fetch(`${baseUrl}/orgs/current`, {
      headers: {
        authorization: `Bearer ${credentials.apiKey!}`,
        accept: 'application/json',
        'content-type': 'application/json'
      }
    })
    expect(await answer.json()).toMatchObject({ apikeys_limit: 10, apikeys_used: 7 })
    expect((await steer(printed.control, 'GET /state')).status).toBe(200)
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('prints a table for people', async () => {
    const printed = await open()
    expect(printed).toMatch(/cloudapi\s+http:\/\/127\.0\.0\.1:\d+\/v1\s+dashboardSession\s+dash_/)
    expect(printed).toMatch(/control\s+http/)
  })
})
