/** One request to a provider. Header names in lower case; `body` is sent as it stands. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /**
   * `read` may be sent again after a network error, 408, 429 and 5xx; `done-when-gone` too, and 404 is its success;
   * `once` is never sent a second time.
   */
  readonly repeat: 'read' | 'done-when-gone' | 'once'
}

/** An answer that was read to its end: at most the policy's cap, decoded. Header names in lower case. */
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
  /** The whole exchange: connect, headers, body. */
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
  readonly untilMs: number
}

/**
 * The one door to the network. `send` answers any status under 300 and over 399; it throws `url-invalid`,
 * `url-not-https`, `url-private`, `url-other-host` (nothing was sent), `provider-unreachable`, `provider-timeout`,
 * `provider-tls-failed`, `provider-redirected`, `provider-answer-too-large`, `cancelled`.
 * After all tries of a 429 or 5xx the last answer is given.
 */
export interface HttpClient {
  send(
    request: HttpRequest,
    policy: HttpPolicy,
    options: { readonly signal: AbortSignal; readonly waiting?: (wait: HttpWait | null) => void }
  ): Promise<HttpResponse>
}
