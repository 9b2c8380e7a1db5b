import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Loopback {
  readonly origin: string
  close(): Promise<void>
}

const MOST_BODY_BYTES = 1_000_000

/**
 * Listens on 127.0.0.1 only and answers 421 to a foreign Host header, so that a page in a browser
 * cannot reach the server by a name that points here.
 *
 * @param port 0 takes a free one
 */
export async function listenOnLoopback(
  port: number,
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>
): Promise<Loopback> {
  let hosts: readonly string[] = []
  const server = createServer((request, response) => {
    if (!hosts.includes(request.headers.host ?? '')) {
      response.writeHead(421, { 'content-type': 'application/json' }).end('{"message":"This host is not served here."}')
      return
    }
    serve(request, response).catch((error: unknown) => {
      // The other side went away mid-request; anything else is a fault of the sandbox itself.
      if (!request.destroyed) process.stderr.write(`${String(error)}\n`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  hosts = [`127.0.0.1:${String(bound)}`, `localhost:${String(bound)}`]
  return {
    origin: `http://127.0.0.1:${String(bound)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
  }
}

/** The whole body, or `null` when it is more than a megabyte. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MOST_BODY_BYTES) chunks.push(chunk)
  }
  return bytes > MOST_BODY_BYTES ? null : Buffer.concat(chunks)
}
