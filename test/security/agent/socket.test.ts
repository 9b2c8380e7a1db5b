import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '@contract/ipc'
import { socketPlace } from '@main/node/agent-place'
import { connectAgent } from '@main/node/agent-client'
import { processNameOf } from '@main/node/agent-proof'
import { takeProcessName } from '@main/node/agent-statement'
import { openAgentApp, type AgentApp } from '../../integration/agent/agent-app'
import { PASSWORD } from '../../integration/app/open-app'
import packageJson from '../../../package.json'
import { addressOf, authFor, openKnown, openRaw, ownClaims } from './raw-client'

let test: AgentApp

beforeAll(async () => {
  test = await openAgentApp()
})
afterAll(async () => {
  await test.close()
})

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)
/** Nobody, and no group of theirs. */
const asNobody = (...command: string[]): ReturnType<typeof spawnSync> =>
  spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', '--', ...command], {
    encoding: 'utf8',
    cwd: '/'
  })
const isLinux = process.platform === 'linux'
const isRoot = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0

describe('check 89: who can reach the agent', () => {
  it('check 89: the folder is 0700, the socket and the address in it 0600', () => {
    const { socket } = addressOf(test.home)
    expect(modeOf(dirname(socket))).toBe('700')
    expect(modeOf(socket)).toBe('600')
    expect(modeOf(join(test.home, 'agent', 'agent.json'))).toBe('600')
  })

  it('check 89: it lies in the session’s own folder where there is one, and in a private one where paths are too long', () => {
    const base = mkdtempSync(join(tmpdir(), 'keyquay-place-'))
    const runtime = join(base, 'runtime')
    mkdirSync(runtime, { mode: 0o700 })
    const open = join(base, 'open')
    mkdirSync(open, { mode: 0o755 })
    const folder = join(base, 'agent')
    expect(socketPlace(base, folder, { XDG_RUNTIME_DIR: runtime }).startsWith(`${runtime}/keyquay/`)).toBe(true)
    expect(dirname(socketPlace(base, folder, { XDG_RUNTIME_DIR: open }))).toBe(folder)
    expect(dirname(socketPlace(base, folder, { XDG_RUNTIME_DIR: 'relative' }))).toBe(folder)
    const short = socketPlace(base, join(base, 'deep'.repeat(30)), {})
    expect(short.length).toBeLessThanOrEqual(103)
    expect(modeOf(dirname(short))).toBe('700')
    rmSync(base, { recursive: true })
    rmSync(dirname(short), { recursive: true })
  })

  it('check 89: a program without the token, or with another one, hears nothing', async () => {
    const address = addressOf(test.home)
    for (const token of ['0'.repeat(64), `${address.token.slice(0, -1)}${address.token.endsWith('0') ? '1' : '0'}`]) {
      const client = openRaw(address.socket)
      client.send(authFor(await client.next('hello'), { ...address, token }))
      await client.ended
      expect(client.frames).toEqual([])
    }
    const impatient = openRaw(address.socket)
    impatient.send({ t: 'call', id: 0, name: 'keys.list', input: {} })
    await impatient.ended
    expect(impatient.frames.filter(({ t }) => t !== 'hello')).toEqual([])
  })

  it('check 89: what showed the token once does not show it on another connection', async () => {
    const address = addressOf(test.home)
    const first = openRaw(address.socket)
    const auth = authFor(await first.next('hello'), address)
    first.send(auth)
    await first.next('welcome')
    const second = openRaw(address.socket)
    await second.next('hello')
    second.send(auth)
    await second.ended
    expect(second.frames).toEqual([])
    first.socket.destroy()
  })

  it.skipIf(!isRoot)('check 89: another user is refused by the system (needs root and setpriv to try)', () => {
    const { socket } = addressOf(test.home)
    const script = `require('node:net').connect(${JSON.stringify(socket)}).on('error', (e) => { console.log(e.code); process.exit(7) })`
    expect(asNobody(process.execPath, '-e', script)).toMatchObject({ status: 7, stdout: 'EACCES\n' })
    expect(asNobody('cat', join(test.home, 'agent', 'agent.json'))).toMatchObject({ status: 1, stdout: '' })
  })

  it('check 89: another version is told so, and only if it knows the token', async () => {
    const address = addressOf(test.home)
    const client = openRaw(address.socket)
    client.send(authFor(await client.next('hello'), address, { version: '99.0.0' }))
    expect(await client.next('refused')).toMatchObject({ code: 'agent-other-version' })
    await client.ended
  })

  it('leaves nothing of a handshake behind', async () => {
    const traces = (): string[] => [
      ...readdirSync(join(test.home, 'agent')),
      ...(isLinux ? [readFileSync('/proc/self/comm', 'utf8'), String(readdirSync('/proc/self/fd').length)] : [])
    ]
    const before = traces()
    const connection = await connectAgent({ home: test.home, version: packageJson.version, claims: ownClaims, asked: () => undefined })
    connection?.close()
    await connection?.ended
    await expect.poll(traces).toEqual(before)
  })
})

describe('who it takes a program for', () => {
  it('believes what the system says of the process that bears the name, not its own words', async () => {
    // This process connects and is the one it says; yet it does not bear the connection's name, so nothing of it is proven.
    const client = await openKnown(test.home)
    client.send({ t: 'want', id: 1, change: false, secrets: [] })
    const request = await test.asked()
    expect(request.caller).toMatchObject({ proven: false, command: 'claimed words', program: '/claimed/program' })
    client.socket.destroy()
    await client.ended
  })

  it('shows its words without what breaks a line or turns it round', async () => {
    const claims = { ...ownClaims, command: 'kq list\u202e\n\u001b[2K show', program: '/bin/\u2066kq' }
    const client = await openKnown(test.home, { claims })
    client.send({ t: 'want', id: 1, change: false, secrets: [] })
    const request = await test.asked()
    expect(request.caller).toMatchObject({ command: 'kq list   [2K show', program: '/bin/ kq' })
    client.socket.destroy()
    await client.ended
  })

  it('does not take it for a process whose number it names', async () => {
    const client = await openKnown(test.home, { claims: { ...ownClaims, pid: process.ppid } })
    client.send({ t: 'want', id: 1, change: false, secrets: [] })
    const request = await test.allow()
    expect(request.caller.proven).toBe(false)
    await client.next('result')
    // Nothing is remembered for one that could not be told from others: the next connection is asked about anew.
    const next = await openKnown(test.home, { claims: { ...ownClaims, pid: process.ppid } })
    next.send({ t: 'want', id: 1, change: false, secrets: [] })
    await test.deny()
    expect(await next.next('result')).toMatchObject({ result: { ok: false, error: { code: 'grant-denied' } } })
    client.socket.destroy()
    next.socket.destroy()
  })
})

describe.skipIf(!isLinux)('who a program cannot pass for', () => {
  beforeAll(() => {
    // What was refused is forgotten by then.
    test.clock.pass(60_000)
  })

  it('is a process that names itself for another connection', async () => {
    const address = addressOf(test.home)
    const [mine, other] = [openRaw(address.socket), openRaw(address.socket)]
    const hello = await mine.next('hello')
    const auth = authFor(hello, address)
    const { dev, ino } = lstatSync(address.socket, { bigint: true })
    const giveBack = takeProcessName(processNameOf({ dev, ino }, String((await other.next('hello')).nonce), String(auth.nonce)))
    mine.send(auth)
    await mine.next('welcome')
    giveBack()
    mine.send({ t: 'want', id: 1, change: false, secrets: [] })
    expect((await test.asked()).caller).toMatchObject({ proven: false, program: '/claimed/program' })
    mine.socket.destroy()
    other.socket.destroy()
    await expect.poll(async () => (await test.call('grants.pending', {})).items).toEqual([])
  })

  it('is the agent itself, by the number of any of its threads', async () => {
    const threads = readdirSync(`/proc/${String(process.pid)}/task`).map(Number)
    expect(threads.length).toBeGreaterThan(1)
    for (const pid of threads.slice(0, 3)) {
      const client = await openKnown(test.home, { claims: { ...ownClaims, pid } })
      client.send({ t: 'want', id: 1, change: false, secrets: [] })
      expect((await test.asked()).caller.proven).toBe(false)
      client.socket.destroy()
      await expect.poll(async () => (await test.call('grants.pending', {})).items).toEqual([])
    }
  })
})

describe('check 89: a locked vault', () => {
  it('check 89: answers nothing but that it is locked, whatever it is asked', async () => {
    await test.call('session.lock', {})
    const client = await openKnown(test.home)
    const names = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'call' ? [name] : []))
    const requests = [
      ...[...names, 'no.such.call', '__proto__'].map((name) => ({ t: 'call', name, input: {} })),
      { t: 'want', change: false, secrets: ['ci-token'] },
      { t: 'want', change: true, secrets: 'all' },
      { t: 'prove', password: PASSWORD },
      { t: 'ticket', ticket: test.server.ticket },
      { t: 'standing' },
      { t: 'lock' }
    ]
    for (const [id, request] of requests.entries()) {
      client.send({ ...request, id })
      const { result } = (await client.next('result')) as { result?: { error?: object } }
      expect(result, JSON.stringify(request)).toMatchObject({ ok: false, error: { code: 'vault-locked', details: {} } })
    }
    const before = test.desktop.opened
    client.send({ t: 'forward', id: requests.length })
    expect(await client.next('result')).toMatchObject({ result: { ok: false, error: { code: 'vault-locked' } } })
    expect(test.desktop.opened).toBe(before + 1)
    expect(client.frames).toEqual([])
    client.socket.destroy()
    await test.call('session.unlock', { password: PASSWORD })
  })
})
