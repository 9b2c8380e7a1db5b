import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FileIdentity } from './agent-place'

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

/** As many letters as Linux keeps of a process's name (TASK_COMM_LEN). */
const NAME_LENGTH = 15

/**
 * What a client on Linux gives as its process's name until it is welcomed: the one thing in /proc that nobody but the
 * process itself can write (proc_pid_comm(5)). It says on which socket, and in which connection there, this process
 * speaks, so whoever passes its words on to another socket has not its name.
 */
export function processNameOf(socket: FileIdentity, serverNonce: string, clientNonce: string): string {
  const { dev, ino } = socket
  return createHash('sha256')
    .update(`${String(dev)}\0${String(ino)}\0${serverNonce}\0${clientNonce}`)
    .digest('base64url')
    .slice(0, NAME_LENGTH)
}
