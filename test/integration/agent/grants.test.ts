import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAgentApp, type AgentApp } from './agent-app'
import { openSession, type TerminalSession } from './terminal-session'

const MINUTE = 60_000
const hasScript = spawnSync('script', ['--version']).status === 0
const SECRET = 'sk-canary-ci-token-0123456789'

let test: AgentApp
let terminal: TerminalSession

beforeAll(async () => {
  test = await openAgentApp()
})
afterAll(async () => {
  await test.close()
})
beforeEach(() => {
  terminal = openSession(test.home)
})
afterEach(async () => {
  terminal.close()
  await test.call('grants.revoke', { id: null })
  // What was refused is forgotten by then.
  test.clock.pass(MINUTE)
})

describe('kq and the running Keyquay', () => {
  it('asks once in the window, and what was allowed serves the terminal from then on', async () => {
    const first = terminal.kq('list')
    const request = await test.allow()
    expect((await first).stdout).toContain('ci-token')
    expect(request).toMatchObject({
      reach: 'read',
      secrets: [],
      extends: false,
      caller: { program: process.execPath, command: 'kq list', folder: process.cwd(), terminal: null, proven: true }
    })
    expect(request.caller.startedBy).toContain('bash')
    expect(test.desktop.opened).toBeGreaterThan(0)
    expect(test.desktop.notices.at(-1)?.body).toBe('A program waits to be allowed to use the vault.')

    expect((await terminal.kq('search billing')).stdout).toContain('billing')
    expect((await test.call('grants.list', {})).items).toHaveLength(1)
  })

  it('asks again for a secret, names the key, and gives out no other', async () => {
    const listed = terminal.kq('list')
    await test.allow()
    await listed
    const revealed = terminal.kq('reveal ci-token --out-fd 1')
    const request = await test.allow()
    expect(request).toMatchObject({ extends: true, secrets: [{ name: 'ci-token' }] })
    expect(await revealed).toMatchObject({ code: 0, stdout: `${SECRET}\n` })
    expect((await terminal.kq('reveal ci-token --out-fd 1')).stdout).toBe(`${SECRET}\n`)

    const other = terminal.kq('reveal billing --out-fd 1')
    expect((await test.deny()).secrets).toMatchObject([{ name: 'billing' }])
    expect(await other).toMatchObject({ code: 4, stdout: '' })
  })

  it('asks one question for a command that needs a name and a secret', async () => {
    const revealed = terminal.kq('reveal ci-token --out-fd 1')
    await test.allow()
    expect(await revealed).toMatchObject({ code: 0, stdout: `${SECRET}\n` })
  })

  it('gives a program its values after one question, and masks them', async () => {
    const ran = terminal.kq('run --only CI_TOKEN -- sh -c \'echo "got $CI_TOKEN"\'')
    const request = await test.allow()
    expect(request.secrets).toMatchObject([{ name: 'ci-token' }])
    expect(request.caller.command).toBe('kq run --only CI_TOKEN -- sh …')
    const { code, stdout } = await ran
    expect(code).toBe(0)
    expect(stdout).toContain('got ')
    expect(stdout).not.toContain(SECRET)
  })

  it('has the clipboard cleared by who copied, and does not wait for that', async () => {
    const copied = terminal.kq('copy ci-token')
    await test.allow()
    expect((await copied).stderr).toContain('Copied ci-token; cleared in')
    expect(test.clipboard.text).toBe(SECRET)
    test.clock.pass(MINUTE)
    await expect.poll(() => test.clipboard.text).toBe('')
  })

  it.skipIf(!hasScript)('says on a terminal what it waits for, and names the terminal in the window', async () => {
    const listed = terminal.run(`script -qec "'${process.execPath}' out/main/cli.js list" /dev/null`)
    const { caller } = await test.allow()
    expect(caller.terminal).toMatch(/^pts\/\d+$/)
    const { stdout } = await listed
    expect(stdout).toContain('Waiting for you to allow this in the Keyquay window. Ctrl+C takes it back.')
    expect(stdout).toContain('ci-token')
  })

  it('does not let a grant for reading change anything', async () => {
    const listed = terminal.kq('list')
    await test.allow()
    await listed
    const removed = terminal.kq('rm billing')
    expect(await test.deny()).toMatchObject({ reach: 'change', extends: true })
    expect((await removed).code).toBe(4)
    expect((await terminal.kq('list')).stdout).toContain('billing')
  })

  it('lets another terminal in only after asking for it', async () => {
    const listed = terminal.kq('list')
    await test.allow({ scope: 'all' })
    await listed
    const other = openSession(test.home)
    try {
      const refused = other.kq('list')
      await test.deny()
      expect(await refused).toMatchObject({ code: 4, stdout: '' })
      expect((await other.kq('list')).stderr).toContain('not allowed')
      expect((await test.call('grants.pending', {})).items).toEqual([])
    } finally {
      other.close()
    }
  })

  it('shares one request among the commands of a session that ask at once', async () => {
    const both = terminal.run(`for i in 1 2 3; do '${process.execPath}' out/main/cli.js list & done; wait`)
    await test.allow()
    const { stdout } = await both
    expect(stdout.match(/ci-token/g)).toHaveLength(3)
  })

  it('ends for this command only, after ten minutes without use, and after what was said', async () => {
    const once = terminal.kq('list')
    await test.allow({ minutes: 0 })
    expect((await once).code).toBe(0)

    const listed = terminal.kq('list')
    await test.allow({ minutes: 30 })
    await listed
    test.clock.pass(9 * MINUTE)
    expect((await terminal.kq('list')).code).toBe(0)
    test.clock.pass(10 * MINUTE)
    expect((await test.call('grants.list', {})).items).toEqual([])

    const again = terminal.kq('list')
    await test.allow({ minutes: 30 })
    await again
    for (let minutes = 0; minutes < 27; minutes += 9) {
      test.clock.pass(9 * MINUTE)
      expect((await terminal.kq('list')).code).toBe(0)
    }
    test.clock.pass(4 * MINUTE)
    const late = terminal.kq('list')
    await test.deny()
    expect((await late).code).toBe(4)
  })

  it('is over when it is revoked, and says in the trail who had it', async () => {
    const listed = terminal.kq('list')
    await test.allow()
    await listed
    const [grant] = (await test.call('grants.list', {})).items
    await test.call('grants.revoke', { id: grant?.id ?? null })
    const refused = terminal.kq('list')
    await test.deny()
    expect((await refused).code).toBe(4)
    const [refusal, revocation] = (await test.call('audit.list', { limit: 10 })).items.filter(({ action }) =>
      action.startsWith('grant.')
    )
    expect(refusal).toMatchObject({ action: 'grant.refused', actor: 'window', detail: 'bash, names' })
    expect(revocation).toMatchObject({ action: 'grant.revoked', actor: 'window', detail: 'bash' })
  })

  it('takes the question back when the command is ended', async () => {
    const pidFile = join(test.home, 'pid')
    const ended = terminal.run(`'${process.execPath}' out/main/cli.js list & echo $! > '${pidFile}'; wait $!`)
    await test.asked()
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGTERM')
    expect((await ended).code).not.toBe(0)
    await expect.poll(async () => (await test.call('grants.pending', {})).items, { timeout: 20_000 }).toEqual([])
  })

  it('says that nobody answered', async () => {
    const waited = terminal.kq('list')
    await test.asked()
    test.clock.pass(2 * MINUTE)
    expect(await waited).toMatchObject({ code: 4 })
    expect((await waited).stderr).toContain('Nobody answered in Keyquay within 120 s')
  })

  it('lets in whoever gives the master password', async () => {
    const unlocked = await terminal.kq('unlock --json', 'correct horse battery staple')
    expect(JSON.parse(unlocked.stdout)).toMatchObject({
      holder: 'app',
      grant: { endsAt: expect.any(String) as string }
    })
    expect((await terminal.kq('list')).code).toBe(0)
    const wrong = await terminal.kq('unlock', 'wrong')
    expect(wrong.code).toBe(4)
  })

  it('gives all grants up when the vault locks, and then answers nothing but that it is locked', async () => {
    const listed = terminal.kq('list')
    await test.allow()
    await listed
    expect((await terminal.kq('lock')).stdout).toBe('Locked.\n')
    expect(await terminal.kq('list')).toMatchObject({ code: 4, stdout: '' })
    await test.call('session.unlock', { password: 'correct horse battery staple' })
    expect((await test.call('grants.list', {})).items).toEqual([])
  })

  it.skipIf(!hasScript)('waits on a terminal until the window is unlocked, and then asks', async () => {
    await test.call('session.lock', {})
    const before = test.desktop.opened
    const listed = terminal.run(`script -qec "'${process.execPath}' out/main/cli.js list" /dev/null`)
    await expect.poll(() => test.desktop.opened, { timeout: 30_000 }).toBe(before + 1)
    await test.call('session.unlock', { password: 'correct horse battery staple' })
    await test.allow()
    const { stdout } = await listed
    expect(stdout).toContain('Unlock it in the Keyquay window and this goes on.')
    expect(stdout).toContain('ci-token')
  })
})
