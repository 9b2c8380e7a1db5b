import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox } from '../../sandbox/start-sandbox'
import type { Sandbox } from '../../sandbox/types'
import { openAgentApp, type AgentApp } from './agent-app'
import { openSession, type TerminalSession } from './terminal-session'

let test: AgentApp
let sandbox: Sandbox
let terminal: TerminalSession

beforeAll(async () => {
  test = await openAgentApp()
  sandbox = await startSandbox({ clock: test.clock, providers: ['cloudnexus'] })
  const { baseUrl, credentials } = sandbox.providers.cloudnexus
  await test.call('connections.add', {
    connectorId: 'cloudnexus',
    fields: { name: 'nexus', baseUrl },
    credentials: { ...credentials }
  })
  // The waits that keep below the provider's rate cost nothing here.
  test.app.onEvent((event) => {
    if (event.name !== 'work.changed') return
    for (const { waitsUntil } of event.payload.items) {
      if (waitsUntil === null) continue
      setImmediate(() => {
        test.clock.pass(Math.max(0, Date.parse(waitsUntil) - test.clock.nowMs()))
      })
    }
  })
  terminal = openSession(test.home)
})
afterAll(async () => {
  terminal.close()
  await sandbox.close()
  await test.close()
})

const create = (name: string, ...more: string[]): string =>
  ['create --at nexus --scope compute:read --env dev --name', name, ...more].join(' ')

describe('a key that kq makes over the running Keyquay', () => {
  it('shows its value after one question, which says so', async () => {
    const made = terminal.kq(create('shown', '--out-fd 1'))
    expect(await test.allow({ minutes: 60 })).toMatchObject({ reach: 'change', secrets: [], made: true })
    const { code, stdout } = await made
    expect([code, /^cnx_dev_\w{30}$/m.test(stdout)]).toEqual([0, true])
    expect((await test.call('grants.list', {})).items).toMatchObject([{ made: true, secrets: [] }])
  })

  it('is any other key to the next command, which is asked about', async () => {
    const revealed = terminal.kq('reveal shown --out-fd 1')
    expect(await test.deny()).toMatchObject({ extends: true, secrets: [{ name: 'shown' }] })
    expect(await revealed).toMatchObject({ code: 4, stdout: '' })
    await test.call('grants.revoke', { id: null })
    test.clock.pass(60_000)
  })

  it('keeps its value where nothing was said of it', async () => {
    const made = terminal.kq(create('kept'))
    expect(await test.allow()).toMatchObject({ reach: 'change', secrets: [], made: false })
    expect(await made).toMatchObject({ code: 0 })
  })

  it('shows the value of one that is settled after one question too', async () => {
    await test.call('grants.revoke', { id: null })
    test.clock.pass(60_000)
    sandbox.providers.cloudnexus.fault({ kind: 'error-500', method: 'POST', path: /^\/keys$/, times: 1 })
    const lost = terminal.kq(create('lost'))
    await test.allow({ minutes: 60 })
    expect(await lost).toMatchObject({ code: 3 })
    const [item] = (await test.call('unfinished.list', {})).items
    await test.call('unfinished.look', { id: item?.id ?? '' })
    await test.call('grants.revoke', { id: null })
    test.clock.pass(60_000)

    const settled = terminal.kq('unfinished settle lost --create --out-fd 1')
    expect(await test.allow()).toMatchObject({ reach: 'change', secrets: [], made: true })
    const { code, stdout } = await settled
    expect([code, /^cnx_dev_\w{30}$/m.test(stdout)]).toEqual([0, true])
  })
})
