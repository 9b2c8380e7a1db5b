import { lookup as lookUp } from 'node:dns/promises'
import { AppError } from '@contract/errors'
import { isAddress, isAddressAllowed } from '../connectors/http/address-rules'
import type { Mailer, MailServer } from '../ports/mailer'

const CONNECT_MS = 15_000
const SILENCE_MS = 20_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])
/** RFC 5321 §4.1.3: a client without a name of its own gives its address; this computer's name is nobody's business. */
const CLIENT_NAME = '[127.0.0.1]'

interface SmtpFailure {
  readonly code?: unknown
  /** What Node called it. */
  readonly originalCode?: unknown
  readonly responseCode?: unknown
}

/** Mail over SMTP (RFC 5321) by nodemailer: always with a checked certificate, except to this computer itself. */
export const smtpMailer: Mailer = {
  async send(server, mail, { signal, sending }) {
    signal.throwIfAborted()
    const { host, port, security, login } = server
    // With the first mail, not at the start: it brings all of Node's network along.
    const { createTransport } = await import('nodemailer')
    const address = await judgedAddress(server)
    signal.throwIfAborted()
    const transport = createTransport({
      host: address,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      name: CLIENT_NAME,
      tls: { rejectUnauthorized: true, ...(isAddress(host) ? {} : { servername: host }) },
      ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
      // The one way nodemailer tells how far it got: a connection that broke is the same error at any step.
      transactionLog: true,
      logger: {
        debug(_entry: unknown, line: unknown) {
          if (line === 'DATA') sending()
        }
      }
    })
    const stop = (): void => {
      transport.close()
    }
    signal.addEventListener('abort', stop, { once: true })
    try {
      const { from, to, subject, text, messageId } = mail
      await transport.sendMail({ from, to: [...to], subject, text, messageId, xMailer: false })
    } catch (error) {
      if (error instanceof AppError) throw error
      throw toChannelError(error as SmtpFailure, host)
    } finally {
      signal.removeEventListener('abort', stop)
      stop()
    }
  }
}

/** The address that is judged is the one that is connected to, so a name that changes it meanwhile gains nothing. */
async function judgedAddress({ host, allowPrivate }: MailServer): Promise<string> {
  const found = isAddress(host) ? [host] : await addressesOf(host)
  const policy = { loopback: LOOPBACK.has(host), allowPrivate }
  const [first] = found
  if (first === undefined || !found.every((address) => isAddressAllowed(address, policy)))
    throw new AppError('url-private', { host })
  return first
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookUp(host, { all: true })).map(({ address }) => address)
  } catch {
    throw new AppError('channel-unreachable', { host })
  }
}

/** Nothing but the host and the server's number is taken over: its words may quote what was sent. */
function toChannelError({ code, originalCode, responseCode }: SmtpFailure, host: string): AppError {
  if (code === 'EAUTH' || code === 'ENOAUTH') return new AppError('channel-login-refused', { host })
  if (code === 'ETLS') return new AppError('channel-tls-failed', { host })
  if (typeof responseCode === 'number') return new AppError('channel-refused', { host, status: responseCode })
  if (isTlsCode(originalCode)) return new AppError('channel-tls-failed', { host })
  return new AppError('channel-unreachable', { host })
}

function isTlsCode(code: unknown): boolean {
  return typeof code === 'string' && /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)
}
