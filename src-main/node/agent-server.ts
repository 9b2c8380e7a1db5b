import { randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { AppError } from '@contract/errors'
import type { AgentDoor } from '../ports/agent'
import type { Log } from '../ports/log'
import {
  agentFolder,
  ownFolder,
  socketPlace,
  type AgentAddress,
  type AgentKind,
  type FileIdentity
} from './agent-place'
import { isProof } from './agent-proof'
import { receive } from './agent-reception'
import { createPrivateFile } from './private-file'

export interface AgentServer {
  /** Lets whoever shows it do everything, once: for the process that was given the password and started this one. */
  readonly ticket: string
  /** Ends every connection and takes the socket and the address away. */
  stop(): Promise<void>
}

export interface AgentServerOptions {
  /** The home folder. */
  readonly home: string
  readonly kind: AgentKind
  readonly version: string
  readonly door: AgentDoor
  readonly log: Log
  readonly env: NodeJS.ProcessEnv
}

const MOST_CONNECTIONS = 64

/**
 * Answers programs of the same user on a socket in a folder that nobody else may enter, and writes beside the vault
 * where it is. Throws `agent-untrusted` where such a folder cannot be had.
 */
export async function startAgentServer(options: AgentServerOptions): Promise<AgentServer> {
  const { home, kind, version, log } = options
  const { folder, addressFile } = agentFolder(home)
  if (!ownFolder(folder)) throw new AppError('agent-untrusted', { place: folder })
  const path = socketPlace(home, folder, options.env)
  const isPipe = process.platform === 'win32'
  const token = randomBytes(32).toString('hex')
  const ticket = randomBytes(32).toString('hex')
  const sockets = new Set<Socket>()
  let socketFile: FileIdentity | null = null
  let isTaken = false
  const takeTicket = (shown: string): boolean => {
    if (isTaken || !isProof(shown, ticket)) return false
    isTaken = true
    return true
  }

  const server = createServer((socket) => {
    if (sockets.size >= MOST_CONNECTIONS) {
      socket.destroy()
      return
    }
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    receive(socket, {
      ...options,
      token,
      takeTicket,
      socketFile
    })
  })
  server.on('error', () => {
    log.warn('agent socket failed')
  })
  if (!isPipe) clearLeftovers(dirname(path))
  await listen(server, path, () => {
    if (!isPipe) socketFile = lstatSync(path, { bigint: true })
  })
  if (!isPipe) chmodSync(path, 0o600)

  const file = createPrivateFile(addressFile)
  const startedAt = new Date().toISOString()
  const address: AgentAddress = { socket: path, token, pid: process.pid, kind, version, startedAt }
  file.write(address)
  log.info('agent answers', { kind })

  return {
    ticket,
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
      for (const socket of sockets) socket.destroy()
      await closed
      if (!isPipe && dirname(path) !== folder) removeIfEmpty(dirname(path))
      // Another one may have taken over since; its address stays.
      const now = file.read() as Partial<AgentAddress> | null
      if (now?.token === token) file.remove()
    }
  }
}

/** Also a socket is a file that stays behind when its process was killed. */
function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^agent-[0-9a-f]{8}\.sock$/.test(name)) rmSync(join(folder, name), { force: true })
  }
}

/** A folder that was made for the socket alone goes with it. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something else lies in it.
  }
}

/** `bound` is called as soon as the socket is there, before anything else can happen in this process. */
function listen(server: Server, path: string, bound: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
    if (server.listening) bound()
  })
}
