import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AgentFailure, connectAgent, type AgentConnection } from '@main/node/agent-client'
import { startAgentServer } from '@main/node/agent-server'
import { PROTOCOL, readFrames, writeFrame } from '@main/node/agent-wire'
import packageJson from '../../../package.json'
import { openAgentApp } from '../../integration/agent/agent-app'
import { ownClaims, type Frame } from './raw-client'

let home: string
let server: Server | null = null

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keyquay-planted-'))
  mkdirSync(join(home, 'agent'), { mode: 0o700 })
})
afterEach(() => {
  server?.close()
  rmSync(home, { recursive: true, force: true })
})

const connect = (): Promise<AgentConnection | null> =>
  connectAgent({ home, version: packageJson.version, claims: ownClaims, asked: () => undefined })

const failure = (): Promise<unknown> =>
  connect().then(
    (connection) => connection,
    (error: unknown) => (error instanceof AgentFailure ? error.envelope.code : error)
  )

const addressFile = (): string => join(home, 'agent', 'agent.json')

function plantAddress(socket = join(home, 'agent', 'agent-00000000.sock')): string {
  const address = {
    socket,
    token: 'ab'.repeat(32),
    pid: process.pid,
    kind: 'app',
    version: packageJson.version,
    startedAt: ''
  }
  writeFileSync(addressFile(), JSON.stringify(address), { mode: 0o600 })
  return socket
}

/** Somebody who listens there and does not know the token; answers what it heard. */
async function plantServer(path: string, hello: object): Promise<Frame[]> {
  const heard: Frame[] = []
  server = createServer((socket) => {
    socket.on('error', () => undefined)
    readFrames(
      socket,
      { largestBytes: () => 1_000_000, withinMs: 10_000 },
      (frame) => {
        heard.push(frame as Frame)
        writeFrame(socket, { t: 'welcome', proof: '0'.repeat(64), kind: 'app', open: true })
      },
      () => socket.destroy()
    )
    writeFrame(socket, hello)
  })
  await new Promise<void>((resolve) => server?.listen(path, resolve))
  chmodSync(path, 0o600)
  return heard
}

const HELLO = { t: 'hello', protocol: PROTOCOL, version: packageJson.version, nonce: '0'.repeat(32) }

describe('check 89: who answers kq', () => {
  it('is nobody where there is no address, no socket, or nobody listens any more', async () => {
    expect(await connect()).toBeNull()
    const path = plantAddress()
    expect(await connect()).toBeNull()
    await plantServer(path, HELLO)
    server?.close()
    expect(await connect()).toBeNull()
  })

  it('is said to run and not to answer where it hangs up without a word', async () => {
    const path = plantAddress()
    server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server?.listen(path, resolve))
    chmodSync(path, 0o600)
    expect(await failure()).toBe('agent-not-answering')
  })

  it('must show that it knows the token, and gets nothing that would tell it', async () => {
    const path = plantAddress()
    const heard = await plantServer(path, HELLO)
    expect(await failure()).toBe('agent-untrusted')
    expect(heard).toHaveLength(1)
    expect(JSON.stringify(heard)).not.toContain('ab'.repeat(32))
  })

  it('is refused in a folder that others may enter', async () => {
    const path = plantAddress()
    await plantServer(path, HELLO)
    chmodSync(join(home, 'agent'), 0o755)
    expect(await failure()).toBe('agent-untrusted')
  })

  it('is refused behind a symlink, and with an address that others may read', async () => {
    const path = plantAddress()
    await plantServer(path, HELLO)
    chmodSync(addressFile(), 0o644)
    expect(await failure()).toBe('agent-untrusted')
    chmodSync(addressFile(), 0o600)
    renameSync(join(home, 'agent'), join(home, 'elsewhere'))
    symlinkSync(join(home, 'elsewhere'), join(home, 'agent'))
    expect(await failure()).toBe('agent-untrusted')
  })

  it('is refused on a socket that others may write to, and on what is no socket', async () => {
    const path = plantAddress()
    await plantServer(path, HELLO)
    chmodSync(path, 0o666)
    expect(await failure()).toBe('agent-untrusted')
    const file = join(home, 'agent', 'file')
    writeFileSync(file, '', { mode: 0o600 })
    plantAddress(file)
    expect(await failure()).toBe('agent-untrusted')
  })

  it('says nothing to a server whose number is none', async () => {
    const path = plantAddress()
    const heard = await plantServer(path, { ...HELLO, nonce: '../../../etc/passwd' })
    expect(await failure()).toBe('agent-untrusted')
    expect(heard).toEqual([])
  })

  it('does not listen in a folder that a symlink leads to', async () => {
    const test = await openAgentApp()
    rmSync(join(home, 'agent'), { recursive: true })
    mkdirSync(join(home, 'elsewhere'), { mode: 0o700 })
    symlinkSync(join(home, 'elsewhere'), join(home, 'agent'))
    const starting = startAgentServer({
      home,
      kind: 'app',
      version: packageJson.version,
      door: test.app.agent,
      log: test.log,
      env: {}
    })
    await expect(starting).rejects.toMatchObject({ code: 'agent-untrusted' })
    await test.close()
  })
})
