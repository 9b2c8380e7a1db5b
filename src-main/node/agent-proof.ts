import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Shows that one end knows the token, without sending it: each end answers the other's fresh number. A number is 32
 * hexadecimal digits and serves one connection.
 */
export function proofOf(end: 'client' | 'server', token: string, serverNonce: string, clientNonce: string): string {
  return createHmac('sha256', Buffer.from(token, 'hex')).update(`${end}\0${serverNonce}\0${clientNonce}`).digest('hex')
}

export function isProof(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}

export const NONCE = /^[0-9a-f]{32}$/

/** The file a client holds open to show which process it is. */
export function proofFileName(nonce: string): string {
  return `proof-${nonce}`
}
