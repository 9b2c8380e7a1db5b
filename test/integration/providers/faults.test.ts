import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isAppError } from '@contract/errors'
import type { InputOf, OutputOf } from '@contract/ipc'
import type { ConnectionId } from '@contract/model/connection'
import type { KeyId } from '@contract/model/base'
import type { FaultSpec } from '../../sandbox/faults/fault-spec'
import type { ProviderName, ProviderServer } from '../../sandbox/types'
import { openProviders, settle, type ProvidersTest } from './open-providers'

type Request = Omit<InputOf<'remote.create'>, 'connectionId'>

interface Subject {
  readonly provider: ProviderName
  readonly request: Request
  /** The request that makes a key, and the one that makes its successor. */
  readonly creates: RegExp
  readonly rotates: RegExp
  /** Whether the provider's list can be searched for a name. */
  readonly named: boolean
}

const subjects: readonly Subject[] = [
  {
    provider: 'cloudoora',
    request: { kind: 'key', request: { name: 'x', scopes: ['read-only'] } },
    creates: /^\/keys$/,
    rotates: /^\/keys$/,
    named: true
  },
  {
    provider: 'cloudapi',
    request: { kind: 'token', request: { name: 'x', scopes: ['users:read'] } },
    creates: /^\/tokens$/,
    rotates: /^\/tokens$/,
    named: true
  },
  {
    provider: 'cloudnexus',
    request: { kind: 'key', request: { name: 'x', environment: 'dev', scopes: ['compute:read'] } },
    creates: /^\/keys$/,
    rotates: /^\/keys\/rotate$/,
    named: true
  },
  {
    provider: 'cloudcasa',
    request: { kind: 'key', request: { name: 'x' } },
    creates: /^\/apikeys$/,
    rotates: /^\/apikeys$/,
    named: true
  },
  {
    provider: 'cloodot',
    request: { kind: 'key', request: { name: 'x' } },
    creates: /^\/api-keys$/,
    rotates: /^\/api-keys$/,
    named: true
  }
]

/** Every way an answer to something that is sent once can go wrong. */
const faults: readonly FaultSpec[] = [
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'hang' },
  { kind: 'hang', commit: true },
  { kind: 'error-500' },
  { kind: 'error-500', commit: true },
  { kind: 'error-503' },
  { kind: 'error-503', commit: true },
  { kind: 'rate-limit', retryAfter: 12 },
  { kind: 'rate-limit' },
  { kind: 'redirect' },
  { kind: 'redirect', commit: true },
  { kind: 'html' },
  { kind: 'html', commit: true },
  { kind: 'status', code: 418 },
  { kind: 'drip', bytesPerSecond: 1 },
  { kind: 'huge' },
  { kind: 'gzip-bomb' },
  { kind: 'wrong-types' },
  { kind: 'missing-secret' },
  { kind: 'hostile-names' },
  { kind: 'deep-nesting' },
  { kind: 'proto-pollution' }
]

const describeFault = (fault: FaultSpec): string =>
  fault.kind + ('commit' in fault && fault.commit ? ' after it was done' : '')
let cases = 0

describe.each(subjects)('checks 70 and 71: $provider', (subject) => {
  let test: ProvidersTest
  let server: ProviderServer
  let connectionId: ConnectionId
  let foreign: ReadonlySet<string>
  let roles: string[] = []
  let names = 0

  beforeAll(async () => {
    test = await openProviders([subject.provider])
    server = test.sandbox.providers[subject.provider]
    connectionId = await test.connect(subject.provider)
    foreign = new Set(server.keys().map(({ id }) => id))
    if (subject.provider === 'cloudcasa') {
      const { items } = await test.app.call('connections.options', { id: connectionId, of: 'roles' })
      roles = items.slice(0, 1).map(({ id }) => id)
    }
  })

  afterAll(async () => {
    await test.close()
    process.stdout.write(`fault matrix so far: ${String(cases)} cases, never two keys, never a lost key unreported\n`)
  })

  /** Nothing of one case is left for the next: what lives at the provider and in the vault is put away. */
  afterEach(async () => {
    server.clearFaults()
    for (const { id } of (await test.app.call('rotations.list', {})).items) {
      await test.app.call('rotations.abort', { id }).catch(() => test.app.call('rotations.finish', { id }))
    }
    const { items } = await test.app.call('keys.list', { limit: 100 })
    for (const key of items) {
      if (key.state !== 'revoked') await test.app.call('remote.revoke', { id: key.id })
      await test.app.call('keys.delete', { id: key.id })
      await test.app.call('keys.purge', { id: key.id })
    }
    expect(living()).toEqual([])
  })

  const living = (): string[] =>
    server
      .keys()
      .filter(
        ({ id, status }) => !foreign.has(id) && (status === 'active' || status === 'grace' || status === 'disabled')
      )
      .map(({ id }) => id)

  const call: ProvidersTest['app']['call'] = (name, input) => test.app.call(name, input)

  async function create(): Promise<{ id: KeyId }> {
    names += 1
    const request = { ...subject.request.request, name: `case ${String(names)}`, roles }
    return call('remote.create', { ...subject.request, connectionId, request })
  }

  /** Runs `work`; what hangs or drips is helped to its deadline once it has reached the provider. */
  async function through<Value>(work: Promise<Value>, fault: FaultSpec, path: RegExp): Promise<Value | string> {
    const before = server.countOf('POST', path)
    const progress = { ended: false }
    const result = work.then(
      (value) => value,
      (error: unknown) => {
        if (isAppError(error)) return error.code
        throw error
      }
    )
    void result.finally(() => {
      progress.ended = true
    })
    if (fault.kind === 'hang' || fault.kind === 'drip') {
      await settle(() => progress.ended || server.countOf('POST', path) > before)
      for (let second = 0; second < 90 && !progress.ended; second += 1) {
        test.app.clock.pass(1_000)
        await settle(() => true)
      }
    }
    return result
  }

  /** Whatever lives at the provider is a key of the vault, or one that is reported. */
  async function expectNothingLost(): Promise<OutputOf<'unfinished.list'>['items']> {
    const { items } = await call('unfinished.list', {})
    const looked = []
    for (const { id } of items) looked.push(await call('unfinished.look', { id }))
    const known = new Set<string | null>()
    for (const { id } of (await call('keys.list', { limit: 100 })).items) known.add((await test.link(id)).remoteId)
    for (const rotation of (await call('rotations.list', {})).items)
      known.add(rotation.old.remoteId).add(rotation.new?.remoteId ?? null)
    const reported = new Set(looked.map(({ remoteId }) => remoteId))
    const canNotTell = looked.some(({ finding }) => finding === 'cannot-tell')
    for (const id of living()) expect(known.has(id) || reported.has(id) || canNotTell, id).toBe(true)
    return looked
  }

  it.each(faults.map((fault) => [describeFault(fault), fault] as const))(
    'create, %s: at most one key, none lost',
    async (_, fault) => {
      cases += 1
      server.clearRequests()
      const clear = server.fault({ ...fault, method: 'POST', path: subject.creates })
      const outcome = await through(create(), fault, subject.creates)
      clear()
      expect(server.countOf('POST', subject.creates)).toBe(1)
      expect(living().length).toBeLessThanOrEqual(1)
      const looked = await expectNothingLost()
      if (typeof outcome !== 'string') {
        expect(looked).toEqual([])
        const key = server.keys().find(({ id }) => id === living()[0])
        expect(key?.secretWorks(await test.secretOf(outcome.id))).toBe(true)
        return
      }
      if (outcome !== 'provider-outcome-unknown') {
        expect(looked).toEqual([])
        expect(living()).toEqual([])
        return
      }
      const [unfinished] = looked
      expect(unfinished?.finding).toBe(living().length === 1 ? 'secret-lost' : 'not-there')
      const choice = unfinished?.finding === 'secret-lost' ? 'revoke-and-create' : 'create'
      const { keyId } = await call('unfinished.settle', { id: unfinished?.id ?? '', choice })
      expect(living()).toEqual([(await test.link(keyId!)).remoteId])
      expect(await call('unfinished.list', {})).toEqual({ items: [] })
    }
  )

  it.each(faults.map((fault) => [describeFault(fault), fault] as const))(
    'rotate, %s: the old key lives, the new one is known or reported',
    async (_, fault) => {
      cases += 1
      const { id } = await create()
      const secret = await test.secretOf(id)
      const old = (await test.link(id)).remoteId
      server.clearRequests()
      const clear = server.fault({ ...fault, method: 'POST', path: subject.rotates })
      const outcome = await through(call('rotations.start', { id }), fault, subject.rotates)
      clear()
      if (typeof outcome === 'string') throw new Error(outcome)
      expect(server.countOf('POST', subject.rotates)).toBe(1)
      expect(living().length).toBeLessThanOrEqual(2)
      expect(
        server
          .keys()
          .find((key) => key.id === old)
          ?.secretWorks(secret)
      ).toBe(true)
      const [unfinished] = await expectNothingLost()
      if (outcome.failure === null) {
        expect(await test.secretOf(id)).not.toBe(secret)
        return
      }
      expect(await test.secretOf(id)).toBe(secret)
      if (unfinished === undefined) {
        expect(living()).toEqual([old])
      } else {
        expect(outcome.may).toEqual([])
        expect(unfinished.finding).toBe(living().length === 2 ? 'secret-lost' : 'not-there')
        await call('unfinished.settle', {
          id: unfinished.id,
          choice: unfinished.finding === 'secret-lost' ? 'revoke' : 'forget'
        })
        expect(living()).toEqual([old])
      }
      const again = await call('rotations.continue', { id: outcome.id })
      expect(again).toMatchObject({ step: 'grace', failure: null })
      expect(living().length).toBe(2)
    }
  )
})
