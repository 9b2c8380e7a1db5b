import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** Runs an app on Electron or on the stand-in, as the environment says, to its end. */
function runApp(folder: string, ...args: string[]): { status: number | null; stdout: string } {
  const executable = createRequire(import.meta.url)('electron') as string
  const isElectron = process.env.ELECTRON_OVERRIDE_DIST_PATH === undefined
  const asRoot = process.getuid?.() === 0 && isElectron ? ['--no-sandbox'] : []
  const env = { ...process.env }
  delete env.ELECTRON_RUN_AS_NODE
  return spawnSync(executable, [...asRoot, folder, ...args], { env, encoding: 'utf8', timeout: 60_000 })
}

test('check 100: --self-test proves the native modules and ends', () => {
  const { status, stdout } = runApp(root, '--self-test')
  expect(stdout).toMatch(/^Keyquay self-test: passed on .*Node \d+\.\d+\.\d+, \w+ \w+\n$/)
  expect(status).toBe(0)
})

test('check 100: --self-test does nothing else', () => {
  const { status, stdout } = runApp(root, '--self-test', 'keyquay://key/1')
  expect(stdout).toBe('Keyquay self-test: not run, because --self-test takes nothing beside it\n')
  expect(status).toBe(2)
})

test.describe('with a native module that is not what it was', () => {
  let app: string

  test.beforeEach(() => {
    app = mkdtempSync(join(tmpdir(), 'keyquay-broken-'))
    cpSync(join(root, 'out', 'main'), join(app, 'out', 'main'), { recursive: true })
    cpSync(join(root, 'package.json'), join(app, 'package.json'))
    mkdirSync(join(app, 'node_modules', '@node-rs', 'argon2'), { recursive: true })
  })
  test.afterEach(() => {
    rmSync(app, { recursive: true, force: true })
  })

  test('check 100: a wrong derivation is found', () => {
    const real = JSON.stringify(join(root, 'node_modules', '@node-rs', 'argon2'))
    const turned = `const { hashRaw } = require(${real})
exports.hashRaw = async (...given) => { const key = await hashRaw(...given); key[0] ^= 1; return key }`
    writeFileSync(join(app, 'node_modules', '@node-rs', 'argon2', 'index.js'), turned)
    symlinkSync(join(root, 'node_modules', 'better-sqlite3'), join(app, 'node_modules', 'better-sqlite3'), 'junction')
    const { status, stdout } = runApp(app, '--self-test')
    expect(stdout).toMatch(/^Keyquay self-test: FAILED at the key derivation, on /)
    expect(status).toBe(1)
  })

  test('check 100: a database that cannot be loaded is found', () => {
    rmSync(join(app, 'node_modules', '@node-rs'), { recursive: true })
    symlinkSync(join(root, 'node_modules', '@node-rs'), join(app, 'node_modules', '@node-rs'), 'junction')
    const { status, stdout } = runApp(app, '--self-test')
    expect(stdout).toMatch(/^Keyquay self-test: FAILED at /)
    expect(status).toBe(1)
  })
})
