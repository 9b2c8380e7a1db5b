import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAgentHost } from '@main/node/agent-host'
import { makeVault, temporaryHome } from '../cli/run-kq'
import { openApp } from '../app/open-app'
import packageJson from '../../../package.json'
import { openSession, type TerminalSession } from './terminal-session'

const PASSWORD = 'correct horse battery staple'

const { home, remove } = temporaryHome()
let terminal: TerminalSession

beforeAll(async () => {
  await makeVault(home, PASSWORD)
  terminal = openSession(home)
})
afterAll(async () => {
  await terminal.kq('lock')
  terminal.close()
  remove()
})

const agentPid = (): number =>
  (JSON.parse(readFileSync(join(home, 'agent', 'agent.json'), 'utf8')) as { pid: number }).pid

describe('kq unlock without the app', () => {
  it('leaves an agent running that serves this terminal without the password', async () => {
    expect(JSON.parse((await terminal.kq('status --json')).stdout)).toMatchObject({ phase: 'locked', holder: null })
    const unlocked = await terminal.kq('unlock', PASSWORD)
    expect(unlocked).toMatchObject({ code: 0, stderr: '' })
    expect(unlocked.stdout).toContain('This terminal may use it until')
    expect(JSON.parse((await terminal.kq('status --json')).stdout)).toMatchObject({
      phase: 'unlocked',
      holder: 'agent'
    })
    expect(await terminal.kq('list')).toMatchObject({ code: 0, stderr: 'No keys yet. Add one with `kq add NAME`.\n' })
  })

  it('check 85: its command line and its environment hold no password', () => {
    const pid = String(agentPid())
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')).toContain('agent')
    for (const file of ['cmdline', 'environ'])
      expect(readFileSync(`/proc/${pid}/${file}`, 'utf8')).not.toContain('horse')
  })

  it('does not serve another terminal until the password is given there', async () => {
    const other = openSession(home)
    try {
      const refused = await other.kq('list')
      expect(refused).toMatchObject({ code: 4, stdout: '' })
      expect(refused.stderr).toContain('Run kq unlock here and give the master password.')
      expect((await other.kq('unlock', 'not the password')).code).toBe(4)
      expect((await other.kq('unlock', PASSWORD)).code).toBe(0)
      expect((await other.kq('list')).code).toBe(0)
    } finally {
      other.close()
    }
  })

  it('ends with kq lock', async () => {
    const pid = agentPid()
    expect(await terminal.kq('lock')).toMatchObject({ code: 0, stdout: 'Locked.\n' })
    expect(await terminal.kq('lock')).toMatchObject({ code: 0, stdout: 'The vault was not open.\n' })
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
    expect((await terminal.kq('list')).stderr).toContain('cannot be asked for without a terminal')
  })

  it('ends with kq lock where another vault was chosen since', async () => {
    await terminal.kq('unlock', PASSWORD)
    const pid = agentPid()
    const elsewhere = join(home, 'elsewhere')
    writeFileSync(join(home, 'vaults.json'), JSON.stringify({ chosen: elsewhere, recent: [elsewhere] }))
    expect(await terminal.kq('lock')).toMatchObject({ code: 0, stdout: 'Locked.\n' })
    rmSync(join(home, 'vaults.json'))
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
  })

  it('ends when the window leaves its vault, also where terminals may not ask the window', async () => {
    await terminal.kq('unlock', PASSWORD)
    const pid = agentPid()
    const test = await openApp({ autoLockMinutes: 0 }, undefined, { home })
    const { version } = packageJson
    const host = createAgentHost({ home, kind: 'app', version, door: test.app.agent, log: test.log, env: {} })
    await host.endOther()
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
    await test.close()
  })

  it('says what a wrong password is, and leaves nothing running', async () => {
    const wrong = await terminal.kq('unlock', 'wrong')
    expect(wrong).toMatchObject({ code: 4, stdout: '' })
    expect(wrong.stderr).toContain('password')
    expect(JSON.parse((await terminal.kq('status --json')).stdout)).toMatchObject({ phase: 'locked', holder: null })
  })

  it('asks for the password where the agent was killed and left its address behind', async () => {
    await terminal.kq('unlock', PASSWORD)
    process.kill(agentPid(), 'SIGKILL')
    await expect.poll(() => isAlive(agentPid()), { timeout: 20_000 }).toBe(false)
    expect((await terminal.kq('list')).stderr).toContain('Master password cannot be asked for without a terminal')
    expect((await terminal.kq('list', PASSWORD)).code).toBe(0)
  })

  it('gives way to the app, whose socket is then the one', async () => {
    await terminal.kq('unlock', PASSWORD)
    const pid = agentPid()
    const test = await openApp({ autoLockMinutes: 0 }, undefined, { home })
    const host = createAgentHost({
      home,
      kind: 'app',
      version: packageJson.version,
      door: test.app.agent,
      log: test.log,
      env: {}
    })
    await host.follow(true)
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
    expect(JSON.parse((await terminal.kq('status --json')).stdout)).toMatchObject({ phase: 'locked', holder: 'app' })
    const locked = await terminal.kq('list')
    expect(locked.code).toBe(4)
    expect(locked.stderr).toContain('The Keyquay window was asked to come forward')
    expect(test.desktop.opened).toBe(1)
    await host.follow(false)
    expect(statSync(join(home, 'agent', 'agent.json'), { throwIfNoEntry: false })).toBeUndefined()
    await test.close()
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // Nobody waits for a process whose parent is gone in a container without an init.
    return !readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}
