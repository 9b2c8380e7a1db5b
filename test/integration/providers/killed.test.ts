import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as soon } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '@contract/model/connection'
import { openApp, PASSWORD, type TestApp } from '../app/open-app'
import { createManualClock } from '../../fakes/manual-clock'
import type { ProviderName, ProviderServer } from '../../sandbox/types'
import { openProviders, type ProvidersTest } from './open-providers'

const SETTINGS = { autoLockMinutes: 0, askPasswordAgainMinutes: 60 }

interface Case {
  readonly provider: ProviderName
  readonly create: readonly string[]
  readonly mode: string | null
}

const cases: readonly Case[] = [
  { provider: 'cloudnexus', create: ['--env', 'dev', '--scope', 'compute:read'], mode: 'grace' },
  { provider: 'cloodot', create: [], mode: 'successor' },
  { provider: 'cloudoora', create: ['--scope', 'read-only'], mode: 'in-place' }
]

let home: string
let providers: ProvidersTest
let reopened: TestApp | null = null

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keyquay-killed-'))
})

afterEach(async () => {
  await reopened?.close()
  reopened = null
  await providers.close()
  rmSync(home, { recursive: true, force: true })
})

/** A vault with a connection, closed, so that another process may have it. */
async function prepare(provider: ProviderName): Promise<{ server: ProviderServer; connectionId: ConnectionId }> {
  // kq lives by the computer's clock, and so must whoever it meets.
  providers = await openProviders([provider], { home, clock: createManualClock(new Date().toISOString()) })
  const connectionId = await providers.connect(provider)
  await providers.app.call('session.lock', {})
  return { server: providers.sandbox.providers[provider], connectionId }
}

function startKq(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['out/main/cli.js', '--home', home, '--password-fd', '3', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, NO_COLOR: '1' }
  })
  const password = child.stdio[3] as NodeJS.WritableStream
  password.on('error', () => undefined)
  password.end(`${PASSWORD}\n`)
  return child
}

const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('close', resolve))

/** Kills the process the moment the provider has answered its `nth` request. False when it came to its end first. */
async function killAfter(child: ChildProcess, server: ProviderServer, nth: number): Promise<boolean> {
  const close = ended(child)
  while (child.exitCode === null) {
    if (server.requests.filter(({ status }) => status !== null).length >= nth) {
      child.kill('SIGKILL')
      await close
      return true
    }
    await soon()
  }
  await close
  return false
}

/** The next start of the app, which goes on by itself where that is safe. */
async function reopen(): Promise<TestApp> {
  const app = await openApp(SETTINGS, undefined, { home, clock: providers.app.clock })
  reopened = app
  await app.call('session.unlock', { password: PASSWORD })
  return app
}

const living = (server: ProviderServer, foreign: ReadonlySet<string>): string[] =>
  server
    .keys()
    .filter(({ id, status }) => !foreign.has(id) && (status === 'active' || status === 'grace'))
    .map(({ id }) => id)

async function knownIds(app: TestApp): Promise<Set<string | null>> {
  const known = new Set<string | null>()
  for (const { id } of (await app.call('keys.list', { limit: 100 })).items) {
    known.add((await app.call('remote.get', { id })).link?.remoteId ?? null)
  }
  for (const rotation of (await app.call('rotations.list', { open: false })).items) {
    known.add(rotation.old.remoteId).add(rotation.new?.remoteId ?? null)
  }
  for (const { id } of (await app.call('unfinished.list', {})).items) {
    known.add((await app.call('unfinished.look', { id })).remoteId)
  }
  return known
}

describe('check 72: a crash between the provider’s success and the vault’s', () => {
  it.each(cases)(
    'leaves an intent at $provider, which the next start reports and resolves',
    async ({ provider, create }) => {
      const { server } = await prepare(provider)
      const foreign = new Set(server.keys().map(({ id }) => id))
      server.fault({ kind: 'hang', commit: true, method: 'POST' })
      const child = startKq(['create', '--at', `${provider} test`, '--name', 'ci', ...create])
      const close = ended(child)
      while (living(server, foreign).length === 0 && child.exitCode === null) await soon()
      child.kill('SIGKILL')
      await close
      server.clearFaults()
      expect(living(server, foreign)).toHaveLength(1)

      const app = await reopen()
      expect((await app.call('keys.list', {})).total).toBe(0)
      const [unfinished] = (await app.call('unfinished.list', {})).items
      expect(unfinished).toMatchObject({ job: 'create', label: 'ci', finding: 'unknown' })
      const found = await app.call('unfinished.look', { id: unfinished?.id ?? '' })
      expect(found).toMatchObject({ finding: 'secret-lost', remoteId: living(server, foreign)[0] })
      // Looking makes nothing.
      expect(server.countOf('POST', /./)).toBe(1)
      const { keyId } = await app.call('unfinished.settle', { id: found.id, choice: 'revoke-and-create' })
      const { secret } = await app.call('keys.reveal', { id: keyId! })
      expect(living(server, foreign)).toHaveLength(1)
      expect(
        server
          .keys()
          .find(({ id }) => id === living(server, foreign)[0])
          ?.secretWorks(secret)
      ).toBe(true)
    }
  )
})

describe('a rotation killed after each answer of the provider', () => {
  it.each(cases)(
    'at $provider ($mode) goes on, or says what is missing, and no key is lost',
    async ({ provider, create, mode }) => {
      const { server, connectionId } = await prepare(provider)
      const foreign = new Set(server.keys().map(({ id }) => id))
      let kills = 0
      for (let nth = 1; ; nth += 1) {
        await ended(startKq(['create', '--at', connectionId, '--name', `ci ${String(nth)}`, ...create]))
        server.clearRequests()
        const child = startKq(['rotate', `ci ${String(nth)}`, ...(mode === null ? [] : ['--mode', mode])])
        if (!(await killAfter(child, server, nth))) break
        kills += 1
        const app = await reopen()
        const known = await knownIds(app)
        for (const id of living(server, foreign)) expect(known.has(id), `${id} after answer ${String(nth)}`).toBe(true)
        expect(await app.call('audit.verify', {})).toMatchObject({ whole: true })
        await app.call('session.lock', {})
        await app.app.quit()
        reopened = null
      }
      expect(kills).toBeGreaterThanOrEqual(3)
      process.stdout.write(`${provider}: a rotation was killed after each of its ${String(kills)} answers\n`)
    }
  )
})
