import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Claims } from '@main/node/agent-peer'
import type { AgentAddress } from '@main/node/agent-place'
import { readFrames, writeFrame } from '@main/node/agent-wire'
import { openAgentApp, type AgentApp } from '../../integration/agent/agent-app'
import { addressOf, authFor, openRaw, type Frame, type RawClient } from './raw-client'

let test: AgentApp
let kq: ChildProcess | null
let between: Server | null
let onward: RawClient | null

beforeEach(async () => {
  test = await openAgentApp()
  kq = between = onward = null
})
afterEach(async () => {
  kq?.kill()
  between?.close()
  onward?.socket.destroy()
  await test.close()
})

/** The real `kq`, in a session of its own as in a terminal. */
function startKq(): void {
  kq = spawn(process.execPath, ['--', 'out/main/cli.js', '--home', test.home, 'list'], { detached: true, stdio: 'ignore' })
}

/**
 * A program of the same user between `kq` and the agent at `real`: it listens at `path`, with a token that it wrote for
 * `kq` itself, shows `kq` the agent's number and the agent what `kq` says, and then asks in its name.
 */
async function standBetween(path: string, real: AgentAddress): Promise<void> {
  between = createServer((socket) => {
    socket.on('error', () => undefined)
    onward = openRaw(real.socket)
    const passOn = onward
    void passOn.next('hello').then((hello) => {
      readFrames(
        socket,
        { largestBytes: () => 100_000, withinMs: 60_000 },
        (frame) => {
          const { claims, nonce } = frame as { claims: Claims; nonce: string }
          passOn.send(authFor(hello, real, { claims, nonce }))
          void passOn.next('welcome').then(() => {
            passOn.send({ t: 'want', id: 1, change: true, secrets: 'all' })
          })
        },
        () => socket.destroy()
      )
      writeFrame(socket, hello satisfies Frame)
    })
  })
  await new Promise<void>((resolve) => between?.listen(path, resolve))
  chmodSync(path, 0o600)
}

function writeAddress(address: AgentAddress): void {
  writeFileSync(join(test.home, 'agent', 'agent.json'), JSON.stringify(address), { mode: 0o600 })
}

describe.skipIf(process.platform !== 'linux')('a program of the same user between kq and the agent', () => {
  it('is not there: kq is known for what it is', async () => {
    startKq()
    expect((await test.asked()).caller).toMatchObject({ proven: true, command: expect.stringContaining('kq --home') as string })
  })

  it('gets nothing in the name of kq over a socket of its own', async () => {
    const real = addressOf(test.home)
    const path = join(dirname(real.socket), 'between.sock')
    await standBetween(path, real)
    writeAddress({ ...real, socket: path, token: 'ab'.repeat(32) })
    startKq()
    expect((await test.asked()).caller.proven).toBe(false)
  })

  it('gets nothing in the name of kq at the very path of the agent, with the token of the agent', async () => {
    const real = addressOf(test.home)
    const aside = join(dirname(real.socket), 'aside.sock')
    renameSync(real.socket, aside)
    await standBetween(real.socket, { ...real, socket: aside })
    startKq()
    expect((await test.asked()).caller.proven).toBe(false)
    rmSync(aside)
  })
})
