import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '@main/electron/content-security-policy'
import { respond } from '@main/electron/renderer-files'

let folder: string
let root: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyquay-files-'))
  root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">')
  writeFileSync(join(root, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  writeFileSync(join(folder, 'renderer-evil.js'), '')
  symlinkSync(join(folder, 'secret.json'), join(root, 'link.json'))
  symlinkSync(folder, join(root, 'out'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const get = (url: string, method = 'GET'): Promise<Response> => respond(root, { url, method })

describe('check 9: the app’s own scheme', () => {
  it('serves files inside the root with their type', async () => {
    const page = await get('app://keyquay/index.html')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect((await get('app://keyquay/assets/app.js?v=1')).headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8'
    )
  })

  it('answers 404 for whatever leads out of the root', async () => {
    const ways = [
      'app://keyquay/../secret.json',
      'app://keyquay/..%2fsecret.json',
      'app://keyquay/%2e%2e/secret.json',
      'app://keyquay/assets/..%5c..%5csecret.json',
      'app://keyquay/assets/../../secret.json',
      'app://keyquay/assets%2fapp.js',
      'app://keyquay/index.html%00.js',
      'app://keyquay//etc/passwd',
      `app://keyquay/${join(folder, 'secret.json')}`,
      'app://keyquay/link.json',
      'app://keyquay/out/secret.json',
      'app://keyquay/../renderer-evil.js',
      'app://keyquay/',
      'app://keyquay/assets',
      'app://keyquay/missing.js',
      'app://keyquay/%zz.js',
      'app://other/index.html',
      'app://keyquay@other/index.html',
      'app://keyquay:80/index.html',
      'file:///etc/passwd',
      'https://keyquay/index.html',
      'nonsense'
    ]
    for (const url of ways) expect((await get(url)).status, url).toBe(404)
  })

  it('answers 404 for every method but GET', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE']) {
      expect((await get('app://keyquay/index.html', method)).status, method).toBe(404)
    }
  })
})

describe('check 10: the content security policy', () => {
  it('is exactly this, with a new nonce at each load that the page carries', async () => {
    const one = await get('app://keyquay/index.html')
    const body = await one.text()
    const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    expect(one.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce))
    expect((await get('app://keyquay/index.html')).headers.get('content-security-policy')).not.toBe(
      contentSecurityPolicy(nonce)
    )
    expect(contentSecurityPolicy('N')).toMatchInlineSnapshot(
      `"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data:; font-src 'self'; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default"`
    )
  })
})
