import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import type { Claims } from '@main/node/agent-peer'
import type { AgentAddress } from '@main/node/agent-place'
import { proofOf } from '@main/node/agent-proof'
import { PROTOCOL, readFrames, writeFrame } from '@main/node/agent-wire'
import packageJson from '../../../package.json'

export type Frame = Readonly<Record<string, unknown>>

/** The socket without the client: sends what it likes, and keeps what comes back. */
export interface RawClient {
  readonly socket: Socket
  readonly frames: Frame[]
  /** The next frame of this kind. Fails when the connection ends before. */
  next(kind: string): Promise<Frame>
  send(frame: object): void
  /** Settles when the other side has hung up. */
  readonly ended: Promise<void>
}

export const addressOf = (home: string): AgentAddress =>
  JSON.parse(readFileSync(join(home, 'agent', 'agent.json'), 'utf8')) as AgentAddress

export function openRaw(path: string): RawClient {
  const socket = connect(path)
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  const tell = (): void => {
    for (const look of [...waiting]) look()
  }
  readFrames(
    socket,
    { largestBytes: () => 64 * 1_048_576, withinMs: 60_000 },
    (frame) => {
      frames.push(frame as Frame)
      tell()
    },
    () => socket.destroy()
  )
  socket.on('error', () => undefined)
  socket.on('close', tell)
  return {
    socket,
    frames,
    next(kind) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const at = frames.findIndex(({ t }) => t === kind)
          if (at === -1 && !socket.destroyed) return
          waiting.delete(look)
          const [found] = at === -1 ? [] : frames.splice(at, 1)
          if (found === undefined) reject(new Error(`hung up before ${kind}`))
          else resolve(found)
        }
        waiting.add(look)
        look()
      })
    },
    send(frame) {
      writeFrame(socket, frame)
    },
    ended: new Promise((resolve) =>
      socket.once('close', () => {
        resolve()
      })
    )
  }
}

export const ownClaims: Claims = {
  pid: process.pid,
  program: '/claimed/program',
  startedBy: null,
  command: 'claimed words',
  terminal: null,
  folder: null,
  session: null
}

/** An `auth` frame for a `hello`; `over` puts something else in. */
export function authFor(hello: Frame, { token }: AgentAddress, over: { nonce?: string; [field: string]: unknown } = {}): Frame {
  const nonce = over.nonce ?? randomBytes(16).toString('hex')
  const proof = proofOf('client', token, String(hello.nonce), nonce)
  return { t: 'auth', protocol: PROTOCOL, version: packageJson.version, nonce, proof, claims: ownClaims, ...over }
}

/** A connection that knows the token. */
export async function openKnown(home: string, over: { nonce?: string; [field: string]: unknown } = {}): Promise<RawClient> {
  const address = addressOf(home)
  const client = openRaw(address.socket)
  client.send(authFor(await client.next('hello'), address, over))
  await client.next('welcome')
  return client
}
