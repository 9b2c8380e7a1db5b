import { randomBytes, randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { ErrorCode, Result } from '@contract/errors'
import type { AgentDoor, AgentVisit } from '../ports/agent'
import { authMessage, requestMessage, type AgentRequest } from './agent-messages'
import { peerOf } from './agent-peer'
import type { AgentKind, FileIdentity } from './agent-place'
import { isProof, processNameOf, proofOf } from './agent-proof'
import { PROTOCOL, readFrames, writeFrame } from './agent-wire'

interface Reception {
  readonly door: AgentDoor
  readonly kind: AgentKind
  readonly version: string
  readonly token: string
  /** The socket's own file; null where there is none. */
  readonly socketFile: FileIdentity | null
  /** Whether this was handed out, and to nobody before. */
  readonly takeTicket: (ticket: string) => boolean
}

/** Before the token is proven nobody sends much; afterwards a call may carry what the dispatcher takes. */
const LARGEST_AUTH_BYTES = 24_576
const LARGEST_REQUEST_BYTES = 2 * 1_048_576
const AUTH_WITHIN_MS = 3_000
const FRAME_WITHIN_MS = 10_000
/** A person may sit at a prompt between two calls. */
const SILENT_FOR_MS = 15 * 60_000
const MOST_AT_ONCE = 32
const MOST_UNREAD_BYTES = 32 * 1_048_576

/**
 * One connection from its first byte to its last: the token is proven on both sides, then requests are answered.
 * Whatever does not keep to that is cut off without a word.
 */
export function receive(socket: Socket, { door, kind, version, token, socketFile, takeTicket }: Reception): void {
  const nonce = randomBytes(16).toString('hex')
  const gone = new AbortController()
  let visit: AgentVisit | null = null
  let underWay = 0
  const cutOff = (): void => {
    socket.destroy()
  }
  const late = setTimeout(cutOff, AUTH_WITHIN_MS)

  const stopListening = door.onChange(() => {
    if (visit !== null) writeFrame(socket, { t: 'state', open: door.isOpen() })
  })
  socket.on('close', () => {
    clearTimeout(late)
    stopListening()
    gone.abort()
    visit?.left()
  })
  socket.setTimeout(SILENT_FOR_MS, () => {
    if (underWay === 0) cutOff()
  })

  function refuse(code: ErrorCode, details: object): void {
    writeFrame(socket, { t: 'refused', code, details })
    socket.end()
  }

  function authenticate(frame: unknown): void {
    const said = authMessage.safeParse(frame)
    if (!said.success || !isProof(said.data.proof, proofOf('client', token, nonce, said.data.nonce))) {
      cutOff()
      return
    }
    clearTimeout(late)
    // Said only to who knows the token.
    if (said.data.protocol !== PROTOCOL || said.data.version !== version) {
      refuse('agent-other-version', { theirs: version, ours: said.data.version })
      return
    }
    const name = socketFile === null ? null : processNameOf(socketFile, nonce, said.data.nonce)
    const peer = peerOf(said.data.claims, name)
    const asked = (): void => {
      writeFrame(socket, { t: 'asked' })
    }
    visit = door.connect({ ...peer, gone: gone.signal, asked }, ({ name, payload }) => {
      writeFrame(socket, { t: 'event', name, payload })
    })
    const ours = proofOf('server', token, nonce, said.data.nonce)
    writeFrame(socket, { t: 'welcome', proof: ours, kind, open: door.isOpen() })
  }

  async function answer(request: AgentRequest, visitor: AgentVisit): Promise<Result<unknown>> {
    if (!door.isOpen()) {
      if (request.t === 'forward') door.comeForward()
      return failed('vault-locked')
    }
    switch (request.t) {
      case 'call':
        return visitor.call(request.name, request.input)
      case 'want':
        return visitor.want({ change: request.change, secrets: request.secrets, made: request.made })
      case 'prove':
        return visitor.prove(request.password)
      case 'ticket':
        return takeTicket(request.ticket) ? visitor.welcome() : failed('grant-denied')
      case 'standing':
        return visitor.standing()
      case 'forward':
        door.comeForward()
        return DONE
      case 'lock':
        await door.lock()
        return DONE
    }
  }

  function serve(frame: unknown, visitor: AgentVisit): void {
    const request = requestMessage.safeParse(frame)
    // Whoever asks and does not read must not fill the memory either.
    if (!request.success || underWay >= MOST_AT_ONCE || socket.writableLength > MOST_UNREAD_BYTES) {
      cutOff()
      return
    }
    underWay += 1
    void answer(request.data, visitor)
      .then((result) => {
        writeFrame(socket, { t: 'result', id: request.data.id, result })
      })
      .finally(() => {
        underWay -= 1
      })
  }

  readFrames(
    socket,
    { largestBytes: () => (visit === null ? LARGEST_AUTH_BYTES : LARGEST_REQUEST_BYTES), withinMs: FRAME_WITHIN_MS },
    (frame) => {
      if (visit === null) authenticate(frame)
      else serve(frame, visit)
    },
    cutOff
  )
  writeFrame(socket, { t: 'hello', protocol: PROTOCOL, version, nonce })
}

const DONE: Result<unknown> = { ok: true, value: {} }

function failed(code: 'vault-locked' | 'grant-denied'): Result<unknown> {
  return { ok: false, error: { code, details: {}, id: randomUUID() } }
}
