import { readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { callNames, eventNames } from '@contract/names'

const PRELOAD = 'out/preload/index.cjs'
const SANDBOX_MODULES = ['electron', 'events', 'timers', 'url']

interface Node {
  readonly type: string
  readonly source?: { readonly type: string; readonly value?: unknown } | null
}

/** What a module imports: as it loads, and later. */
function importsOf(code: string): { now: string[]; later: string[] } {
  const now: string[] = []
  const later: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const { type, source } = value as Node
      if (typeof source?.value === 'string') (type === 'ImportExpression' ? later : now).push(source.value)
      Object.values(value).forEach(visit)
    }
  }
  visit(parseSync('bundle.js', code).program)
  return { now, later }
}

/** Every file and package that `entry` of out/main reaches; with `alsoLater` through imports that run later, too. */
function reach(entry: string, alsoLater: boolean): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    const { now, later } = importsOf(readFileSync(join('out/main', file), 'utf8'))
    for (const target of alsoLater ? [...now, ...later] : now) {
      if (target.startsWith('./')) visit(target.slice(2))
      else if (!target.startsWith('node:') && !builtinModules.includes(target)) packages.add(target)
    }
  }
  visit(entry)
  return { files, packages }
}

const packagesOf = (entry: string, alsoLater: boolean): string[] => [...reach(entry, alsoLater).packages].sort()

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
    expect(packagesOf('cli.js', true).filter((name) => name.startsWith('electron'))).toEqual([])
  })

  it('keeps the native modules to the store’s thread', () => {
    const native = (entry: string): string[] =>
      packagesOf(entry, false).filter((name) => name === 'better-sqlite3' || name === '@node-rs/argon2')
    expect(native('index.js')).toEqual([])
    expect(native('cli.js')).toEqual([])
    expect(native('store-worker.js')).toEqual(['better-sqlite3'])
    // Its loader heeds the environment, which is cleared of that right before.
    expect(packagesOf('store-worker.js', true)).toContain('@node-rs/argon2')
    // Reading a KeePass file needs Argon2 as well, and loads it then.
    expect(packagesOf('cli.js', true)).not.toContain('better-sqlite3')
  })
})

describe('kq where the vault is open already', () => {
  const read = (file: string): string => readFileSync(join('out/main', file), 'utf8')
  const main = [...reach('cli.js', true).files].find((file) => read(file).includes('.runCommand')) ?? ''
  const fileOf = (command: string): string =>
    new RegExp(`import\\("\\./([^"]+)"\\)\\)\\.${command}Command`).exec(read(main))?.[1] ?? ''

  const HEAVY = ['ZodType', 'function createApp(', 'better-sqlite3']

  it('loads neither the core nor a schema', () => {
    for (const command of ['run', 'list', 'reveal', 'lock']) {
      const files = [...reach(main, false).files, ...reach(fileOf(command), false).files]
      expect(files, command).toContain(fileOf(command))
      const heavy = files.filter((file) => HEAVY.some((never) => read(file).includes(never)))
      expect(heavy, command).toEqual([])
    }
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
