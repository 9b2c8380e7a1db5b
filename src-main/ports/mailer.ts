export interface MailServer {
  readonly host: string
  readonly port: number
  /** `none` is for this computer's own loopback only. */
  readonly security: 'tls' | 'starttls' | 'none'
  /** Null: the server asks for no login. */
  readonly login: { readonly user: string; readonly password: string } | null
  /** The host may stand in a private network. */
  readonly allowPrivate: boolean
}

export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** The same at each try, so that a server or a mailbox can tell a second copy. */
  readonly messageId: string
}

/**
 * Sends mail over a server of the person's own. Throws `channel-unreachable`, `channel-refused`,
 * `channel-login-refused`, `channel-tls-failed`, `url-private`, `cancelled`. None of them holds more than the host.
 */
export interface Mailer {
  /** `sending` is called as soon as the text may have left: a failure after it may be one of the answer only. */
  send(server: MailServer, mail: Mail, options: { signal: AbortSignal; sending: () => void }): Promise<void>
}
