import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }
type Commands = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues
type Events = Protocol.EventMap

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
  readonly method: string
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

/** Sent commands fail with this when the page or Chromium is gone. */
export class SessionClosed extends Error {
  override name = 'SessionClosed'
}

/** One Chrome DevTools Protocol session: the browser's own, or a page's, frame's or worker's. */
export class Session {
  readonly #connection: Connection
  readonly #events = new EventEmitter()
  readonly id: string | undefined
  closed = false

  constructor(connection: Connection, id: string | undefined) {
    this.#connection = connection
    this.id = id
    this.#events.setMaxListeners(0)
  }

  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Results[M]> {
    if (this.closed) return Promise.reject(new SessionClosed(`${method}: the page is closed`))
    return this.#connection.request(method, params ?? {}, this.id) as Promise<Results[M]>
  }

  /** Sends where a page that closes meanwhile is no failure. Other errors reach `console.error`. */
  post<M extends keyof Commands>(method: M, params?: Commands[M]): void {
    this.send(method, params).catch((error: unknown) => {
      if (!(error instanceof SessionClosed) && process.env.ELECTRON_STANDIN_DEBUG) console.error(error)
    })
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E][0]) => void): void {
    this.#events.on(event, listener)
  }

  once<E extends keyof Events>(event: E, listener: (payload: Events[E][0]) => void): void {
    this.#events.once(event, listener)
  }

  /** Called by the connection. */
  receive(event: string, payload: unknown): void {
    this.#events.emit(event, payload)
  }
}

/** The pipe to Chromium: NUL-terminated JSON both ways. */
export class Connection {
  readonly #to: Writable
  readonly #waiting = new Map<number, Waiting & { readonly sessionId: string | undefined }>()
  readonly #sessions = new Map<string, Session>()
  readonly browser: Session
  #lastId = 0

  constructor(to: Writable, from: Readable, onClose: () => void) {
    this.#to = to
    this.browser = new Session(this, undefined)
    const pending: Buffer[] = []
    from.on('data', (chunk: Buffer) => {
      let start = 0
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
        pending.push(chunk.subarray(start, end))
        this.#receive(JSON.parse(Buffer.concat(pending.splice(0)).toString()) as Message)
        start = end + 1
      }
      if (start < chunk.length) pending.push(chunk.subarray(start))
    })
    from.on('close', () => {
      for (const session of [...this.#sessions.keys()]) this.#detach(session)
      this.browser.closed = true
      this.#rejectWaiting(undefined)
      onClose()
    })
    // Writing to a Chromium that has just ended fails; the close above says it better.
    to.on('error', () => undefined)
  }

  request(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method, sessionId })
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.error) waiting?.reject(this.#toError(waiting, message.error.message))
      else waiting?.resolve(message.result as never)
      return
    }
    const session = message.sessionId === undefined ? this.browser : this.#sessions.get(message.sessionId)
    if (message.method === 'Target.attachedToTarget') {
      const { sessionId } = message.params as Events['Target.attachedToTarget'][0]
      this.#sessions.set(sessionId, new Session(this, sessionId))
    }
    session?.receive(message.method ?? '', message.params)
    if (message.method === 'Target.detachedFromTarget') {
      this.#detach((message.params as Events['Target.detachedFromTarget'][0]).sessionId)
    }
  }

  session(id: string): Session {
    const session = this.#sessions.get(id)
    if (!session) throw new SessionClosed(`no session ${id}`)
    return session
  }

  #detach(id: string): void {
    const session = this.#sessions.get(id)
    this.#sessions.delete(id)
    if (session) session.closed = true
    this.#rejectWaiting(id)
  }

  #rejectWaiting(sessionId: string | undefined): void {
    for (const [id, waiting] of this.#waiting) {
      if (sessionId !== undefined && waiting.sessionId !== sessionId) continue
      this.#waiting.delete(id)
      waiting.reject(new SessionClosed(`${waiting.method}: the page is closed`))
    }
  }

  #toError(waiting: Waiting, message: string): Error {
    const isGone = /Session with given id not found|Target closed|Inspected target navigated or closed/.test(message)
    return isGone ? new SessionClosed(`${waiting.method}: ${message}`) : new Error(`${waiting.method}: ${message}`)
  }
}
