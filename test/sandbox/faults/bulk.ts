import type { ServerResponse } from 'node:http'
import { createGzip, type Gzip } from 'node:zlib'
import { withField } from './spoil.ts'

const MEGABYTE = 1_000_000

/** Sends the answer with one more field of so many bytes, as fast as the other side takes it. */
export async function sendHuge(response: ServerResponse, status: number, body: unknown, bytes: number): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json' })
  await writeLong(response, body, bytes)
  response.end()
}

/** The same gzipped: a few kilobytes on the wire. */
export async function sendBomb(response: ServerResponse, status: number, body: unknown, bytes: number): Promise<void> {
  response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
  const gzip = createGzip()
  gzip.pipe(response)
  response.once('close', () => gzip.destroy())
  await writeLong(gzip, body, bytes)
  gzip.end()
}

/** Sends the answer at so many bytes a second. */
export function sendDripping(response: ServerResponse, status: number, body: string, bytesPerSecond: number): void {
  const bytes = Buffer.from(body)
  const perTick = Math.max(1, Math.floor(bytesPerSecond / 20))
  let sent = 0
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': String(bytes.length) })
  response.flushHeaders()
  const timer = setInterval(
    () => {
      response.write(bytes.subarray(sent, sent + perTick))
      sent += perTick
      if (sent < bytes.length) return
      clearInterval(timer)
      response.end()
    },
    (1000 * perTick) / bytesPerSecond
  )
  response.once('close', () => {
    clearInterval(timer)
  })
}

async function writeLong(out: ServerResponse | Gzip, body: unknown, bytes: number): Promise<void> {
  const [head = '', tail = ''] = withField(body, '"filler":"FILLER"').split('FILLER')
  out.write(head)
  for (let left = bytes; left > 0 && !out.destroyed; left -= MEGABYTE) {
    if (!out.write('a'.repeat(Math.min(left, MEGABYTE)))) await drained(out)
  }
  if (!out.destroyed) out.write(tail)
}

function drained(out: ServerResponse | Gzip): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      out.off('drain', done)
      out.off('close', done)
      resolve()
    }
    out.on('drain', done)
    out.on('close', done)
  })
}
