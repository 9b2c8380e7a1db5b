import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { answered } from './answered.ts'
import { ownScheme } from './app-urls.ts'
import { session } from './session.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain'
}

/** Electron's `net`: Node's fetch, and besides it the files and own schemes that Electron's knows. */
export const net = answered('net', {
  fetch: async (
    input: string | Request,
    init?: RequestInit & { bypassCustomProtocolHandlers?: boolean }
  ): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url
    if (url.startsWith('file:')) return fetchFile(url)
    const scheme = ownScheme(url)
    const handler =
      scheme === undefined || init?.bypassCustomProtocolHandlers
        ? undefined
        : session.defaultSession.protocol.handlerOf(scheme)
    return handler ? handler(new Request(input, init)) : fetch(input, init)
  },
  isOnline: (): boolean => true,
  online: true
} satisfies Pick<Electron.Net, 'fetch' | 'isOnline' | 'online'>)

async function fetchFile(url: string): Promise<Response> {
  const file = fileURLToPath(url.split(/[?#]/, 1)[0] ?? '')
  const body = await readFile(file).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  })
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }
  })
}
