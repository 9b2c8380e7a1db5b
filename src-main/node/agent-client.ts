import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { dirname } from 'node:path'
import type { ErrorCode, ErrorEnvelope, Result } from '@contract/errors'
import { agentFolder, isCode, isTrustedFile, isTrustedSocket, type AgentAddress, type AgentKind } from './agent-place'
import type { Claims } from './agent-peer'
import { isProof, NONCE, processNameOf, proofOf } from './agent-proof'
import { holdSocket, takeProcessName, type HeldSocket } from './agent-statement'
import { PROTOCOL, readFrames, writeFrame } from './agent-wire'

/** This side of a connection to the agent. Nothing in here loads a schema: it is what `kq` starts with. */
export interface AgentConnection {
  readonly kind: AgentKind
  /** Whether the vault is open, as last heard. */
  isOpen(): boolean
  /** Resolves when the vault is open; rejects never. False when the connection ended before. */
  whenOpen(): Promise<boolean>
  /** Hears events of the contract. Known for what they are because the agent showed that it is ours. */
  onEvent(listener: (event: never) => void): void
  /** Throws {@link AgentFailure} `agent-not-answering` when the connection ends before the answer. */
  ask(request: AgentAsk): Promise<Result<unknown>>
  close(): void
  /** Settles when the connection has ended, from whichever side. */
  readonly ended: Promise<void>
}

export type AgentAsk =
  | { readonly t: 'call'; readonly name: string; readonly input: unknown }
  | {
      readonly t: 'want'
      readonly change: boolean
      readonly secrets: readonly string[] | 'all'
      readonly made?: boolean
    }
  | { readonly t: 'prove'; readonly password: string }
  | { readonly t: 'ticket'; readonly ticket: string }
  | { readonly t: 'standing' | 'lock' | 'forward' }

/** Why there is an agent and no answer. Kept apart from the contract's class, which comes with every schema. */
export class AgentFailure extends Error {
  readonly envelope: ErrorEnvelope

  constructor(code: ErrorCode, details: object = {}) {
    super(code)
    this.name = 'AgentFailure'
    this.envelope = { code, details: details as ErrorEnvelope['details'], id: '' }
  }
}

export interface AgentClientOptions {
  /** The home folder. */
  readonly home: string
  readonly version: string
  readonly claims: Claims
  /** Somebody is asked in the window. */
  readonly asked: () => void
}

const HELLO_WITHIN_MS = 5_000
const FRAME_WITHIN_MS = 60_000
const LARGEST_ANSWER_BYTES = 256 * 1_048_576

/** Where the agent says it is; null where none does, or where the process that said so is gone. */
export function findAgent(home: string): AgentAddress | null {
  const { addressFile } = agentFolder(home)
  let address: AgentAddress | null
  try {
    if (!isTrustedFile(addressFile)) throw new AgentFailure('agent-untrusted', { place: dirname(addressFile) })
    address = toAddress(JSON.parse(readFileSync(addressFile, 'utf8')))
  } catch (error) {
    if (error instanceof AgentFailure) throw error
    return null
  }
  return address !== null && isAlive(address.pid) ? address : null
}

/**
 * Connects to the agent of a home folder, and makes sure that it is the one that wrote its address there. Null where
 * there is none. Throws {@link AgentFailure} `agent-untrusted`, `agent-not-answering`, `agent-other-version`.
 */
export async function connectAgent(options: AgentClientOptions): Promise<AgentConnection | null> {
  const address = findAgent(options.home)
  if (address === null) return null
  try {
    if (!isTrustedSocket(address.socket)) throw new AgentFailure('agent-untrusted', { place: dirname(address.socket) })
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
  const held = holdSocket(address.socket)
  try {
    const socket = await reach(held?.path ?? address.socket)
    return socket === null ? null : await greet(socket, address, held, options)
  } finally {
    held?.letGo()
  }
}

/** Null where nobody listens any more: the address was left behind, and its process number may be in use again. */
function reach(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      resolve(socket)
    })
    socket.once('error', () => {
      resolve(null)
    })
  })
}

type Pending = Map<number, { resolve: (result: Result<unknown>) => void; reject: (error: AgentFailure) => void }>

function greet(
  socket: Socket,
  address: AgentAddress,
  held: HeldSocket | null,
  options: AgentClientOptions
): Promise<AgentConnection> {
  return new Promise<AgentConnection>((resolve, reject) => {
    const nonce = randomBytes(16).toString('hex')
    let serverNonce = ''
    let giveNameBack = (): void => undefined
    let frames: ((frame: Frame) => void) | null = null
    const fail = (failure: AgentFailure): void => {
      giveNameBack()
      socket.destroy()
      reject(failure)
    }
    const timer = setTimeout(() => {
      fail(new AgentFailure('agent-not-answering'))
    }, HELLO_WITHIN_MS)

    function hear(frame: Frame): void {
      if (frames !== null) {
        frames(frame)
      } else if (
        frame.t === 'hello' &&
        serverNonce === '' &&
        typeof frame.nonce === 'string' &&
        NONCE.test(frame.nonce)
      ) {
        serverNonce = frame.nonce
        if (held !== null) giveNameBack = takeProcessName(processNameOf(held.identity, serverNonce, nonce))
        writeFrame(socket, {
          t: 'auth',
          protocol: PROTOCOL,
          version: options.version,
          nonce,
          proof: proofOf('client', address.token, serverNonce, nonce),
          claims: options.claims
        })
      } else if (frame.t === 'refused') {
        fail(refusalOf(frame))
      } else if (frame.t === 'welcome' && isProof(frame.proof, proofOf('server', address.token, serverNonce, nonce))) {
        clearTimeout(timer)
        giveNameBack()
        const made = converse(socket, frame, options.asked)
        frames = made.hear
        resolve(made.connection)
      } else {
        // Whoever cannot show that it knows the token is not the one who wrote the address.
        fail(new AgentFailure('agent-untrusted', { place: dirname(address.socket) }))
      }
    }

    readFrames(
      socket,
      { largestBytes: () => LARGEST_ANSWER_BYTES, withinMs: FRAME_WITHIN_MS },
      (frame) => {
        hear(isFrame(frame) ? frame : { t: '' })
      },
      () => socket.destroy()
    )
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      fail(new AgentFailure('agent-not-answering'))
    })
  })
}

/** The conversation after the welcome. */
function converse(
  socket: Socket,
  welcome: Frame,
  asked: () => void
): { connection: AgentConnection; hear: (frame: Frame) => void } {
  const pending: Pending = new Map()
  const waiting = new Set<(open: boolean) => void>()
  const listeners = new Set<(event: never) => void>()
  let open = welcome.open === true
  let next = 0

  const tellWaiting = (value: boolean): void => {
    for (const tell of waiting) tell(value)
    waiting.clear()
  }
  const ended = new Promise<void>((resolve) =>
    socket.once('close', () => {
      resolve()
    })
  )
  socket.on('close', () => {
    for (const { reject } of pending.values()) reject(new AgentFailure('agent-not-answering'))
    pending.clear()
    tellWaiting(false)
  })

  return {
    hear(frame) {
      if (frame.t === 'asked') asked()
      if (frame.t === 'event') for (const listener of listeners) listener(frame as never)
      if (frame.t === 'state') {
        open = frame.open === true
        if (open) tellWaiting(true)
      }
      if (frame.t === 'result' && typeof frame.id === 'number') {
        pending.get(frame.id)?.resolve(frame.result as Result<unknown>)
        pending.delete(frame.id)
      }
    },
    connection: {
      kind: welcome.kind === 'app' ? 'app' : 'agent',
      isOpen: () => open,
      ended,
      onEvent(listener) {
        listeners.add(listener)
      },
      whenOpen() {
        if (open || socket.destroyed) return Promise.resolve(open)
        return new Promise((resolve) => waiting.add(resolve))
      },
      ask(request) {
        if (socket.destroyed) return Promise.reject(new AgentFailure('agent-not-answering'))
        const id = next++
        return new Promise((resolve, reject) => {
          pending.set(id, { resolve, reject })
          writeFrame(socket, { ...request, id })
        })
      },
      close() {
        socket.destroy()
      }
    }
  }
}

type Frame = Readonly<Record<string, unknown>>

function isFrame(frame: unknown): frame is Frame {
  return typeof frame === 'object' && frame !== null && !Array.isArray(frame)
}

function refusalOf({ code, details }: Frame): AgentFailure {
  const { theirs, ours } = isFrame(details) ? details : {}
  if (code !== 'agent-other-version' || typeof theirs !== 'string' || typeof ours !== 'string')
    return new AgentFailure('agent-not-answering')
  return new AgentFailure(code, { theirs, ours })
}

function toAddress(stored: unknown): AgentAddress | null {
  if (!isFrame(stored)) return null
  const { socket, token, pid, kind, version, startedAt } = stored
  const isWhole =
    typeof socket === 'string' &&
    typeof token === 'string' &&
    /^[0-9a-f]{64}$/.test(token) &&
    typeof pid === 'number' &&
    (kind === 'app' || kind === 'agent') &&
    typeof version === 'string' &&
    typeof startedAt === 'string'
  return isWhole ? { socket, token, pid, kind, version, startedAt } : null
}

/** A process of somebody else counts as alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}
