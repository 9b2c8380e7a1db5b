import { AppError, isAppError } from '@contract/errors'

/** Of an answer's head; more is refused by Node's parser. */
export const MOST_HEADER_BYTES = 16 * 1024

// The peer or the network ended the connection; anything else between connect and handshake is the handshake's.
const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * What a failed exchange is called. Nothing of the error is kept, not even as a cause: Node's hold the URL, the header
 * or the bytes they are about.
 * @param securing the connection stood, and its TLS handshake was not done
 */
export function toHttpError(error: unknown, host: string, securing: boolean): AppError {
  if (isAppError(error)) return error
  const code = codeOf(error)
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new AppError('provider-answer-too-large', { host, limitBytes: MOST_HEADER_BYTES })
  }
  if (code.startsWith('HPE_')) return new AppError('provider-answer-unreadable', { host, expected: 'HTTP' })
  const isOfTls = code.startsWith('ERR_SSL_') || code === 'EPROTO' || (securing && !CONNECTION_LOST.has(code))
  return isOfTls ? new AppError('provider-tls-failed', { host }) : new AppError('provider-unreachable', { host })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
