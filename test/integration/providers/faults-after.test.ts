import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAppError } from '@contract/errors'
import type { InputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import type { KeyId } from '@contract/model/base'
import type { FaultSpec } from '../../sandbox/faults/fault-spec'
import type { ProviderName, ProviderServer } from '../../sandbox/types'
import { PASSWORD } from '../app/open-app'
import { openProviders, settle, type ProvidersTest } from './open-providers'

const requests: Readonly<Record<ProviderName, Omit<InputOf<'remote.create'>, 'connectionId'>>> = {
  cloudoora: { kind: 'key', request: { name: 'x', scopes: ['read-only'] } },
  cloudapi: { kind: 'token', request: { name: 'x', scopes: ['users:read'] } },
  cloudnexus: {
    kind: 'key',
    request: { name: 'x', environment: 'dev', scopes: ['compute:read'], expiry: { kind: 'days', days: 92 } }
  },
  cloudcasa: { kind: 'key', request: { name: 'x' } },
  cloodot: { kind: 'key', request: { name: 'x' } }
}

/** What is asked of a key that is there already. */
const operations = {
  list: (test, connectionId) => test.app.call('connections.keys', { id: connectionId }),
  test: (test, connectionId) => test.app.call('connections.test', { id: connectionId }),
  verify: (test, _connectionId, id) => test.app.call('remote.verify', { id }),
  edit: (test, _connectionId, id) => test.app.call('remote.edit', { id, change: { name: 'renamed' } }),
  disable: (test, _connectionId, id) => test.app.call('remote.setEnabled', { id, enabled: false }),
  enable: (test, _connectionId, id) => test.app.call('remote.setEnabled', { id, enabled: true }),
  renew: (test, _connectionId, id) => test.app.call('remote.renew', { id, expiry: { kind: 'days', days: 30 } }),
  revoke: (test, _connectionId, id) => test.app.call('remote.revoke', { id })
} as const satisfies Record<string, (test: ProvidersTest, connectionId: ConnectionId, id: KeyId) => Promise<unknown>>

const faults: readonly FaultSpec[] = [
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'hang' },
  { kind: 'error-500' },
  { kind: 'error-500', commit: true },
  { kind: 'rate-limit', retryAfter: 12 },
  { kind: 'redirect' },
  { kind: 'html' },
  { kind: 'huge' },
  { kind: 'gzip-bomb' },
  { kind: 'wrong-types' },
  { kind: 'hostile-names' },
  { kind: 'deep-nesting' },
  { kind: 'proto-pollution' },
  { kind: 'duplicate-list' },
  { kind: 'endless-list' }
]

const cells = Object.keys(operations).flatMap((operation) =>
  faults.map((fault) => {
    const late = 'commit' in fault && fault.commit
    return [operation as keyof typeof operations, fault.kind + (late ? ' after it was done' : ''), fault] as const
  })
)
let cases = 0

describe.each(Object.keys(requests) as ProviderName[])('every other operation at %s', (provider) => {
  let test: ProvidersTest
  let server: ProviderServer
  let connectionId: ConnectionId
  let foreign: ReadonlyMap<string, string>
  let roles: string[] = []
  let id: KeyId
  let secret: string

  beforeAll(async () => {
    test = await openProviders([provider])
    server = test.sandbox.providers[provider]
    connectionId = await test.connect(provider)
    foreign = new Map(server.keys().map((key) => [key.id, key.status]))
    if (provider === 'cloudcasa') {
      const { items } = await test.app.call('connections.options', { id: connectionId, of: 'roles' })
      roles = items.slice(0, 1).map((role) => role.id)
    }
    await create()
  })

  afterAll(async () => {
    await test.close()
    process.stdout.write(`fault matrix, other operations: ${String(cases)} cases so far\n`)
  })

  const living = (): number =>
    server.keys().filter((key) => !foreign.has(key.id) && ['active', 'grace', 'disabled'].includes(key.status)).length

  async function create(): Promise<void> {
    const { kind, request } = requests[provider]
    ;({ id } = await test.app.call('remote.create', { connectionId, kind, request: { ...request, roles } }))
    secret = await test.secretOf(id)
  }

  /** Runs `work` to its end; what hangs is helped to its deadline. */
  async function ended(work: Promise<unknown>, fault: FaultSpec): Promise<string> {
    const progress = { ended: false }
    const outcome = work.then(
      () => 'done',
      (error: unknown) => {
        if (isAppError(error)) return error.code
        throw error
      }
    )
    void outcome.finally(() => {
      progress.ended = true
    })
    const before = server.requests.length
    if (fault.kind === 'hang') {
      await settle(() => progress.ended || server.requests.length > before)
      for (let turn = 0; turn < 400 && !progress.ended; turn += 1) {
        test.app.clock.pass(1_000)
        for (let round = 0; round < 5; round += 1) await settle(() => true)
      }
    }
    return outcome
  }

  it.each(cells)('%s, %s: no key more, none lost', async (operation, _, fault) => {
    cases += 1
    const clear = server.fault(fault)
    const outcome = await ended(operations[operation](test, connectionId, id), fault)
    clear()
    // What hangs takes minutes of the clock, after which the password is asked for again.
    if (fault.kind === 'hang') await test.app.call('session.confirmPassword', { password: PASSWORD })
    expect(living()).toBeLessThanOrEqual(1)
    for (const [other, status] of foreign) {
      expect(server.keys().find((key) => key.id === other)?.status, other).toBe(status)
    }
    expect(await test.app.call('unfinished.list', {})).toEqual({ items: [] })
    // What the vault holds is what the provider made, whatever was answered.
    expect(await test.secretOf(id)).toBe(secret)
    const key = await test.app.call('keys.get', { id })
    if (operation === 'revoke' && outcome === 'done') {
      expect(key.state).toBe('revoked')
      expect(living()).toBe(0)
    }
    if (key.state === 'revoked') expect(living()).toBe(0)
    await mend()
  })

  /** The next case begins with a key that is there and active. */
  async function mend(): Promise<void> {
    const { state } = await test.app.call('keys.get', { id })
    if (living() === 1 && state !== 'revoked') {
      await test.app.call('connections.keys', { id: connectionId })
      const now = await test.app.call('keys.get', { id })
      if (now.state === 'disabled') await test.app.call('remote.setEnabled', { id, enabled: true })
      if (now.state !== 'revoked') return
    }
    if (state !== 'revoked') await test.app.call('remote.revoke', { id })
    await test.app.call('keys.delete', { id })
    await test.app.call('keys.purge', { id })
    await create()
  }
})
