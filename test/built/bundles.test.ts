import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callNames, eventNames } from '@contract/names'

const PRELOAD = 'out/preload/index.cjs'
const SANDBOX_MODULES = ['electron', 'events', 'timers', 'url']

/** Every module that `entry` of out/main reaches by static or dynamic import. */
function graphOf(entry: string): { files: Set<string>; outside: Set<string> } {
  const files = new Set<string>()
  const outside = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    const code = readFileSync(join('out/main', file), 'utf8')
    for (const [, target] of code.matchAll(/(?:\bfrom|\bimport|\bimport\s*\()\s*["']([^"'\n]+)["']/g)) {
      if (target === undefined) continue
      if (target.startsWith('./')) visit(target.slice(2))
      else if (!target.startsWith('node:') && !builtinModules.includes(target)) outside.add(target)
    }
  }
  visit(entry)
  return { files, outside }
}

describe('the built preload', () => {
  const code = readFileSync(PRELOAD, 'utf8')

  it('check 3: is one CommonJS file that requires only what the sandbox allows', () => {
    expect(readdirSync('out/preload')).toEqual(['index.cjs'])
    const required = [...code.matchAll(/\brequire\(["'`]([^"'`]+)["'`]\)/g)].map(([, target]) => target)
    expect(required.length).toBeGreaterThan(0)
    for (const target of required) expect(SANDBOX_MODULES).toContain(target)
    expect(code).not.toMatch(/^\s*(?:import|export)\b/m)
  })

  it('stays under 10 kB', () => {
    expect(statSync(PRELOAD).size).toBeLessThan(10_000)
  })

  it('names every method and event of the contract', () => {
    for (const name of [...callNames, ...eventNames]) expect(code).toContain(name)
  })
})

describe('the built main process', () => {
  it('keeps Electron out of kq', () => {
    expect([...graphOf('cli.js').outside].filter((name) => name.startsWith('electron'))).toEqual([])
  })

  it('keeps the native modules to the store’s thread', () => {
    const native = (entry: string): string[] =>
      [...graphOf(entry).outside].filter((name) => name === 'better-sqlite3' || name === '@node-rs/argon2').sort()
    expect(native('index.js')).toEqual([])
    expect(native('cli.js')).toEqual([])
    expect(native('store-worker.js')).toEqual(['@node-rs/argon2', 'better-sqlite3'])
  })
})

describe('the built page', () => {
  const html = readFileSync('out/renderer/index.html', 'utf8')

  it('has no inline script or style and loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(html).not.toContain('<style')
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  it('has a place for the nonce', () => {
    expect(html).toContain('nonce="__CSP_NONCE__"')
  })
})
