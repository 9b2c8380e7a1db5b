import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface TestServer {
  readonly origin: string
  readonly port: number
  /** Requests that came in whole. */
  readonly received: Received[]
  /** Connections that were opened, also those that sent nothing. */
  readonly connections: Socket[]
  /** Answers once `count` requests have come in whole. */
  requests(count: number): Promise<void>
}

export interface Certificate {
  readonly key: string
  readonly cert: string
}

type Answer = (response: ServerResponse, request: Received) => void

/** Servers on 127.0.0.1 that live as long as one test. */
export interface Servers {
  plain(answer: Answer): Promise<TestServer>
  secure(certificate: Certificate, answer: Answer): Promise<TestServer>
  /** Speaks no HTTP by itself. */
  raw(connected: (socket: Socket) => void): Promise<TestServer>
  close(): Promise<void>
}

export function createServers(): Servers {
  const open: { server: Server; connections: Socket[] }[] = []

  const listen = async (server: Server, scheme: string, received: Received[]): Promise<TestServer> => {
    const connections: Socket[] = []
    server.on('connection', (socket: Socket) => {
      connections.push(socket)
      socket.on('error', () => {})
    })
    open.push({ server, connections })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const waiting: { count: number; resolve: () => void }[] = []
    listeners.set(received, () => {
      for (const { count, resolve } of waiting) if (received.length >= count) resolve()
    })
    return {
      origin: `${scheme}://127.0.0.1:${String(port)}`,
      port,
      received,
      connections,
      requests: (count) =>
        new Promise((resolve) => {
          if (received.length >= count) resolve()
          else waiting.push({ count, resolve })
        })
    }
  }

  const listeners = new Map<Received[], () => void>()
  const handler =
    (received: Received[], answer: Answer) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      const chunks: Buffer[] = []
      response.on('error', () => {})
      request.on('error', () => {})
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const { method = '', url = '', headers } = request
        const whole = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
        received.push(whole)
        answer(response, whole)
        listeners.get(received)?.()
      })
    }

  return {
    plain(answer) {
      const received: Received[] = []
      return listen(createServer(handler(received, answer)), 'http', received)
    },
    secure(certificate, answer) {
      const received: Received[] = []
      const server = createSecureServer(certificate, handler(received, answer))
      server.on('tlsClientError', () => {})
      return listen(server, 'https', received)
    },
    raw: (connected) => listen(createRawServer(connected), 'http', []),
    async close() {
      for (const { server, connections } of open.splice(0)) {
        for (const socket of connections) socket.destroy()
        await new Promise((resolve) => server.close(resolve))
      }
    }
  }
}

/** A certificate that vouches for itself, for `name` (`IP:127.0.0.1`, `DNS:localhost`), made by openssl. */
export function makeCertificate(name: string, days = 2): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'keyquay-tls-'))
  const openssl = (...options: string[]): void => {
    execFileSync('openssl', options, { cwd: folder, stdio: 'ignore' })
  }
  try {
    const wanted = ['-subj', '/CN=keyquay test', '-addext', `subjectAltName=${name}`]
    openssl(
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      'key',
      '-out',
      'csr',
      ...wanted
    )
    openssl(
      'x509',
      '-req',
      '-in',
      'csr',
      '-signkey',
      'key',
      '-days',
      String(days),
      '-copy_extensions',
      'copy',
      '-out',
      'cert'
    )
    return { key: readFileSync(join(folder, 'key'), 'utf8'), cert: readFileSync(join(folder, 'cert'), 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
