import { randomBytes } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy'
import { HOST, SCHEME } from './origin'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}
const NONCE_PLACE = '__CSP_NONCE__'

/** A file below `rendererRoot`, a page with its policy and nonce; 404 for anything else, however it is asked for. */
export async function respond(rendererRoot: string, request: { url: string; method: string }): Promise<Response> {
  const file = request.method === 'GET' ? await fileOf(rendererRoot, request.url) : null
  const type = file === null ? undefined : TYPES[extname(file)]
  if (file === null || type === undefined) return new Response(null, { status: 404 })
  const nonce = randomBytes(16).toString('base64')
  const bytes = await readFile(file)
  const body = type.startsWith('text/html')
    ? bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce)
    : new Uint8Array(bytes)
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer'
    }
  })
}

async function fileOf(rendererRoot: string, url: string): Promise<string | null> {
  const parsed = URL.parse(url)
  if (parsed?.protocol !== `${SCHEME}:` || parsed.host !== HOST) return null
  const path = decoded(parsed.pathname)
  if (path === null) return null
  try {
    const root = await realpath(rendererRoot)
    // realpath also resolves symlinks, so one that leads out of the root is seen as outside.
    const file = await realpath(join(root, path))
    const inside = relative(root, file)
    return inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..' ? null : file
  } catch {
    return null
  }
}

/** The path decoded once; null when it hides separators, dots or NUL behind an encoding. */
function decoded(pathname: string): string | null {
  if (/%(?:2f|5c|00|2e)/i.test(pathname)) return null
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\0') || path.includes('\\') || path.split('/').includes('..') ? null : path
  } catch {
    return null
  }
}
