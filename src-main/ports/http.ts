/** One request to a provider. Header names in lower case; `body` is sent as it stands, in UTF-8. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  /** Without those the client writes itself: `host`, `content-length`, `accept-encoding`, `connection` and their kin. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /**
   * `read` may be sent again after a network error, 408, 429 and 5xx; `done-when-gone` too, and 404 is its success;
   * `once` is never sent a second time.
   */
  readonly repeat: 'read' | 'done-when-gone' | 'once'
}

/**
 * An answer that was read to its end: at most the policy's cap, decoded. Header names in lower case, several values of
 * one name joined with ", "; the record has no prototype.
 */
export interface HttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What one connection may do on the network. */
export interface HttpPolicy {
  /** Requests go to this origin and nowhere else: `https://api.example.com`. */
  readonly origin: string
  /** The person agreed that this host may stand in a private network. */
  readonly allowPrivate: boolean
  /** PEM of the authorities this connection trusts beside the system's, or null. */
  readonly ca: string | null
  /** One try as a whole: name look-up, connect, headers, body. What is waited between tries does not count. */
  readonly deadlineMs: number
  /** Decoded bytes of a body that are taken. */
  readonly maxBytes: number
  /** Requests a minute this client stays below, or null. */
  readonly requestsPerMinute: number | null
  /** Requests sharing it are paced together: the connection's id. */
  readonly paceKey: string
}

/** What is told while a request waits: `waiting 12 s`. */
export interface HttpWait {
  readonly reason: 'rate-limit' | 'pacing' | 'retry'
  /** Wall-clock time, Unix milliseconds. */
  readonly untilMs: number
}

export interface HttpSendOptions {
  /** Ends the request at once, wherever it is, with `cancelled`. */
  readonly signal: AbortSignal
  /** Told when a wait begins, and null when it is over. */
  readonly waiting?: (wait: HttpWait | null) => void
  /**
   * Told right before the first byte of a try may leave. When `send` throws and this was never called, the provider
   * knows nothing of the request, whatever the error.
   */
  readonly sending?: () => void
}

/**
 * The one door to the network. `send` answers any status under 300, 304 and over 399; it throws
 * - before anything is sent: `url-invalid`, `url-not-https`, `url-private`, `url-other-host`, `input-invalid` (a header);
 * - `provider-unreachable`, `provider-timeout` (never tried again), `provider-tls-failed`, `provider-redirected`,
 *   `provider-answer-too-large`, `provider-answer-unreadable` (its encoding, or no HTTP at all), `cancelled`.
 * After all tries of a 408, 429 or 5xx the last answer is given, and at once when it asks for a longer wait than is
 * done unasked. No error holds a path, a query, a header or a body.
 */
export interface HttpClient {
  send(request: HttpRequest, policy: HttpPolicy, options: HttpSendOptions): Promise<HttpResponse>
}

export interface HttpAddress {
  readonly address: string
  readonly family: 4 | 6
}

/** All addresses of a host name; rejects when there are none. */
export type HttpLookup = (hostname: string) => Promise<readonly HttpAddress[]>

/** One request as it goes on the wire: its URL and headers have been judged. */
export interface HttpExchange {
  readonly method: HttpRequest['method']
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly ca: string | null
  readonly maxBytes: number
  /** Names are looked up through it only, and what it answers is what is connected to. */
  readonly lookup: HttpLookup
  /** The exchange rejects with its reason. */
  readonly signal: AbortSignal
  readonly sending: () => void
}

/** Sends once, over a connection of its own, and follows nothing. Throws the `provider-` codes of {@link HttpClient}. */
export interface HttpTransport {
  exchange(exchange: HttpExchange): Promise<HttpResponse>
  readonly lookup: HttpLookup
}
