import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, type Stats } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

/** Where the agent of a home folder is found: who it is, where its socket lies, and the token that both ends know. */
export interface AgentAddress {
  readonly socket: string
  /** 64 hexadecimal digits, new at each start. Never goes over the socket. */
  readonly token: string
  readonly pid: number
  readonly kind: AgentKind
  readonly version: string
  /** ISO 8601 UTC. */
  readonly startedAt: string
}

/** The app with its window, or what `kq unlock` left running. */
export type AgentKind = 'app' | 'agent'

/** Which file it is, whatever its name leads to by now. */
export interface FileIdentity {
  readonly dev: bigint
  readonly ino: bigint
}

/** The longest path a socket may have on macOS; Linux takes four bytes more (sys/un.h). */
const LONGEST_SOCKET_PATH = 103

/** The private folder beside the vault, and the file in it that says where the agent is. */
export function agentFolder(home: string): { readonly folder: string; readonly addressFile: string } {
  const folder = join(home, 'agent')
  return { folder, addressFile: join(folder, 'agent.json') }
}

/**
 * Makes the folder, or takes one that is there and that nobody else may write to. Answers false for one that is not a
 * folder of one's own: a symlink, a file, somebody else's.
 */
export function ownFolder(folder: string): boolean {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  if (process.platform === 'win32') return true
  const found = lstatSync(folder)
  if (!found.isDirectory() || !isOwn(found)) return false
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return true
}

/** Whether `path` lies in a folder of one's own that nobody else may enter, and is a socket of one's own. */
export function isTrustedSocket(path: string): boolean {
  // A pipe of Windows lies in no folder. Who is behind it, the token shows.
  if (process.platform === 'win32') return /^\\\\\.\\pipe\\keyquay-[0-9a-f]{32}$/.test(path)
  const folder = lstatSync(dirname(path))
  const socket = lstatSync(path)
  return (
    folder.isDirectory() &&
    isOwn(folder) &&
    (folder.mode & 0o077) === 0 &&
    socket.isSocket() &&
    isOwn(socket) &&
    (socket.mode & 0o077) === 0
  )
}

/** Whether `path` is a plain file of one's own, in a folder of one's own, and nobody else may read or write either. */
export function isTrustedFile(path: string): boolean {
  const folder = lstatSync(dirname(path))
  const file = lstatSync(path)
  if (!folder.isDirectory() || !file.isFile()) return false
  return process.platform === 'win32' || [folder, file].every((found) => isOwn(found) && (found.mode & 0o077) === 0)
}

/**
 * A place for the socket: in `XDG_RUNTIME_DIR`, which is the session's own and is emptied at its end, else beside the
 * vault, else, where that path is too long for a socket, in a new folder for temporary files.
 */
export function socketPlace(home: string, folder: string, env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\keyquay-${randomBytes(16).toString('hex')}`
  // Another name each time: a server that ends late takes away its own socket, not that of the next one.
  const name = `agent-${randomBytes(4).toString('hex')}.sock`
  const runtime = env.XDG_RUNTIME_DIR
  if (runtime !== undefined && isAbsolute(runtime) && isPrivate(runtime)) {
    const ours = join(runtime, 'keyquay')
    const ofThisHome = join(ours, createHash('sha256').update(home).digest('hex').slice(0, 16))
    const socket = join(ofThisHome, name)
    if (fits(socket) && ownFolder(ours) && ownFolder(ofThisHome)) return socket
  }
  const beside = join(folder, name)
  return fits(beside) ? beside : join(mkdtempSync(join(tmpdir(), 'keyquay-')), name)
}

const fits = (path: string): boolean => Buffer.byteLength(path) <= LONGEST_SOCKET_PATH

function isPrivate(folder: string): boolean {
  try {
    const found = lstatSync(folder)
    return found.isDirectory() && isOwn(found) && (found.mode & 0o077) === 0
  } catch {
    return false
  }
}

const isOwn = (found: Stats): boolean => found.uid === process.getuid?.()

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}
