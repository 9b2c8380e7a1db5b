import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { dayOf } from '@contract/local-days'
import type { KeyId } from '@contract/model/base'
import { openApp, PASSWORD } from '../app/open-app'
import { openProviders } from '../providers/open-providers'
import type { ProviderServer } from '../../sandbox/types'

const KEYS = 6
const DAY_MS = 86_400_000

interface Outcome {
  readonly code: number | null
  readonly stdout: string
}

interface Sync {
  readonly child: ChildProcess
  readonly ended: Promise<Outcome>
}

/** `kq usage sync` as a person starts it. */
function startSync(home: string): Sync {
  const args = ['out/main/cli.js', '--home', home, '--password-fd', '3', '--json', 'usage', 'sync']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { PATH: process.env.PATH, NO_COLOR: '1' }
  })
  const password = child.stdio[3] as NodeJS.WritableStream
  password.on('error', () => undefined)
  password.end(`${PASSWORD}\n`)
  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Outcome>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, stdout: Buffer.concat(chunks).toString('utf8') })
    })
  })
  return { child, ended }
}

const pagesOf = (server: ProviderServer): number => server.countOf('GET', /^\/logs$/)

async function untilPages(server: ProviderServer, pages: number, child: ChildProcess): Promise<void> {
  while (pagesOf(server) < pages && child.exitCode === null) await wait(5)
}

/** What the server's log says, counted by nobody but this. */
interface Counts {
  requests: number
  errors: number
  readonly byKey: Map<string, number>
  readonly byStatus: Map<number, number>
  readonly byDay: Map<string, number>
}

function countIndependently(server: ProviderServer, beforeMs: number): Counts {
  const counts: Counts = { requests: 0, errors: 0, byKey: new Map(), byStatus: new Map(), byDay: new Map() }
  const add = <Key>(map: Map<Key, number>, key: Key): void => void map.set(key, (map.get(key) ?? 0) + 1)
  for (const { timeMs, keyId, status } of server.logs.each()) {
    if (timeMs >= beforeMs) continue
    counts.requests += 1
    if (status >= 400) counts.errors += 1
    add(counts.byKey, keyId)
    add(counts.byStatus, status)
    add(counts.byDay, dayOf(timeMs))
  }
  return counts
}

/**
 * Has `kq` read a log of `count` calls over HTTP, killed midway as often as `kills` says, and compares what the vault
 * has with what the server has.
 */
export async function expectAllCalls(count: number, kills: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'keyquay-calls-'))
  const providers = await openProviders(['cloodot'], { home, keepsUp: false })
  const server = providers.sandbox.providers.cloodot
  const connectionId = await providers.connect('cloodot')
  const ids: KeyId[] = []
  for (let at = 0; at < KEYS; at += 1) {
    const request = { name: `app ${String(at)}`, expiry: { kind: 'never' as const } }
    ids.push((await providers.app.call('remote.create', { connectionId, kind: 'key', request })).id)
  }
  const remoteIds = new Map<string, KeyId>()
  for (const id of ids) remoteIds.set((await providers.link(id)).remoteId ?? '', id)
  // After this moment the log holds what Keyquay itself asks for.
  const nowMs = providers.app.clock.nowMs()
  providers.app.clock.pass(DAY_MS)
  server.logs.fill({ count, keyIds: [...remoteIds.keys()] })
  await providers.app.close()

  server.clearRequests()
  const pages = Math.ceil(count / 1_000)
  for (let kill = 1; kill <= kills; kill += 1) {
    const { child, ended } = startSync(home)
    await untilPages(server, Math.ceil((pages * kill) / (kills + 1)), child)
    expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await ended
  }
  const killedAt = pagesOf(server)
  const { ended } = startSync(home)
  const { code, stdout } = await ended
  expect({ code, stdout }).toMatchObject({ code: 0 })
  expect(JSON.parse(stdout)).toMatchObject({ accounts: [{ complete: true, failure: null }] })
  // What was read before a kill is not read again: a few pages each time to find the place.
  expect(pagesOf(server)).toBeLessThan(pages + 10 * (kills + 1))

  const expected = countIndependently(server, nowMs)
  const app = await openApp({ autoLockMinutes: 0 }, undefined, { home, keepsUp: false })
  await app.call('session.unlock', { password: PASSWORD })
  const until = new Date(nowMs).toISOString()
  const summary = await app.call('usage.summary', { filter: { until } })
  expect(summary).toMatchObject({ requests: expected.requests, errors: expected.errors })
  expect((await app.call('usage.records', { filter: { until }, limit: 1 })).total).toBe(expected.requests)
  for (const [remoteId, id] of remoteIds) {
    const { requests } = await app.call('usage.summary', { filter: { until, keyIds: [id] } })
    expect(requests).toBe(expected.byKey.get(remoteId))
  }
  const { statuses } = await app.call('usage.series', { filter: { until } })
  expect(new Map(statuses.map(({ status, requests }) => [status, requests]))).toEqual(expected.byStatus)
  const { points } = await app.call('usage.series', { filter: { until }, bucket: 'day' })
  expect(new Map(points.map(({ at, requests }) => [dayOf(Date.parse(at)), requests]))).toEqual(expected.byDay)
  process.stdout.write(
    `usage: ${String(expected.requests)} calls in ${String(pagesOf(server))} pages, killed after ${String(killedAt)}: all there, none twice\n`
  )
  await app.close()
  await providers.sandbox.close()
  rmSync(home, { recursive: true, force: true })
}
