import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { toAppError } from '@contract/errors'
import type { CallName, InputOf, OutputOf } from '@contract/ipc'
import type { KeyId } from '@contract/model/base'
import { openApp, PASSWORD, type AppOptions, type TestApp } from '../app/open-app'

/** A folder of files beside the app, real as its own path. */
export interface Workspace {
  readonly folder: string
  at(path: string): string
  write(path: string, text: string, mode?: number): string
  read(path: string): string
  git(...args: string[]): string
  remove(): void
}

export function makeWorkspace(): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'keyquay-env-')))
  const at = (path: string): string => join(folder, path)
  return {
    folder,
    at,
    write(path, text, mode = 0o600) {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), text)
      chmodSync(at(path), mode)
      return at(path)
    },
    read: (path) => readFileSync(at(path), 'utf8'),
    git: (...args) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
      }),
    remove() {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** What a new Node process makes of `name` in an env file. */
export function readInChild(file: string, name: string): string | undefined {
  const program = `const { parseEnv } = require('node:util'); const { readFileSync } = require('node:fs')
    process.stdout.write(JSON.stringify(parseEnv(readFileSync(process.argv[1], 'utf8'))))`
  const answer = execFileSync(process.execPath, ['-e', program, file], { encoding: 'utf8' })
  return (JSON.parse(answer) as Record<string, string>)[name]
}

export interface EnvTest {
  readonly app: TestApp
  readonly work: Workspace
  addKey(name: string, secret: string, fields?: Partial<InputOf<'keys.add'>['fields']>): Promise<KeyId>
  secretOf(id: KeyId): Promise<string>
  /** Previews and writes, as the command line does, which may name any file. */
  writeTo(keyId: KeyId, path: string, name?: string): Promise<OutputOf<'env.write'>>
  states(): Promise<Record<string, string>>
  /** A call from the command line; a failure is thrown as its AppError. */
  kq<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
  /** The code it fails with there. */
  kqFailure<Name extends CallName>(name: Name, input: InputOf<Name>): Promise<string>
  close(): Promise<void>
}

export function kqOf(app: TestApp): EnvTest['kq'] {
  return async (name, input) => {
    const result = await app.app.dispatch({ name, input }, { actor: 'cli', trusted: true })
    if (!result.ok) throw toAppError(result.error)
    return result.value as OutputOf<typeof name>
  }
}

/** The app with an unlocked vault, and a folder to write to. */
export async function openEnv(options: AppOptions = {}): Promise<EnvTest> {
  const work = makeWorkspace()
  const app = await openApp({ autoLockMinutes: 0, askPasswordAgainMinutes: 60 }, undefined, options)
  await app.call('vault.create', { password: PASSWORD, hint: '' })
  const kq = kqOf(app)
  return {
    app,
    work,
    kq,
    async addKey(name, secret, fields = {}) {
      return (await app.call('keys.add', { fields: { name, ...fields }, secret })).id
    },
    async secretOf(id) {
      return (await app.call('keys.reveal', { id })).secret
    },
    async writeTo(keyId, path, name) {
      const preview = await kq('env.preview', {
        keys: [{ keyId, ...(name === undefined ? {} : { name }) }],
        file: work.at(path)
      })
      return kq('env.write', { token: preview.token })
    },
    async states() {
      const { items } = await app.call('env.bindings', {})
      return Object.fromEntries(
        items.map(({ file, name, state }) => [`${file.slice(work.folder.length + 1)} ${name}`, state])
      )
    },
    async kqFailure(name, input) {
      const result = await app.app.dispatch({ name, input }, { actor: 'cli', trusted: true })
      return result.ok ? 'none' : result.error.code
    },
    async close() {
      await app.close()
      work.remove()
    }
  }
}
