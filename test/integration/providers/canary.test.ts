import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type CallName } from '@contract/ipc'
import type { FaultSpec } from '../../sandbox/faults/fault-spec'
import { PROVIDER_NAMES, type ProviderName } from '../../sandbox/types'
import { openProviders, type ProvidersTest } from './open-providers'

let test: ProvidersTest
/** Every value that must stay in the vault: credentials, and what the providers made. */
const secrets = new Set<string>()
/** Every answer of a method that may not carry a secret. */
const answers: string[] = []

async function ask(name: CallName, input: object): Promise<Record<string, unknown>> {
  const result = await test.app.app.dispatch({ name, input }, { actor: 'window', trusted: true })
  const { secret } = contract[name]
  if (!result.ok || (secret !== 'output' && secret !== 'both')) answers.push(`${name}: ${JSON.stringify(result)}`)
  return (result.ok ? result.value : {}) as Record<string, unknown>
}

beforeAll(async () => {
  test = await openProviders()
  for (const provider of PROVIDER_NAMES) {
    for (const value of Object.values(test.sandbox.providers[provider].credentials)) secrets.add(value)
  }
})

afterAll(async () => {
  await test.close()
})

const requests: Readonly<Record<ProviderName, object>> = {
  cloudoora: { kind: 'key', request: { name: 'c', scopes: ['read-only'] } },
  cloudapi: { kind: 'token', request: { name: 'c', scopes: ['users:read'] } },
  cloudnexus: { kind: 'key', request: { name: 'c', environment: 'dev', scopes: ['compute:read'] } },
  cloudcasa: { kind: 'key', request: { name: 'c' } },
  cloodot: { kind: 'key', request: { name: 'c' } }
}

/** Errors that echo what was sent are the usual way for a credential to get into a log. */
const faults: readonly FaultSpec[] = [
  { kind: 'reset-after' },
  { kind: 'error-500' },
  { kind: 'html' },
  { kind: 'redirect' },
  { kind: 'rate-limit', retryAfter: 1 },
  { kind: 'wrong-types' },
  { kind: 'missing-secret' },
  { kind: 'hostile-names' }
]

async function noteSecret(id: unknown): Promise<void> {
  const { secret } = await ask('remote.revealNew', { id: String(id) })
  if (typeof secret === 'string') secrets.add(secret)
}

describe('check 77: credentials and new values at every provider', () => {
  it.each(PROVIDER_NAMES)('%s: stand nowhere after everything was done and every error forced', async (provider) => {
    const server = test.sandbox.providers[provider]
    const connectionId = await test.connect(provider)
    await ask('connections.test', { id: connectionId })
    await ask('connections.list', {})
    const { id } = await ask('remote.create', { ...requests[provider], connectionId })
    if (typeof id === 'string') {
      await noteSecret(id)
      await ask('remote.putAway', { id })
      await ask('remote.edit', { id, change: { name: 'changed' } })
      await ask('remote.setEnabled', { id, enabled: false })
      await ask('remote.setEnabled', { id, enabled: true })
      const rotation = await ask('rotations.start', { id })
      await noteSecret(id)
      await ask('rotations.abort', { id: rotation.id })
      await ask('keys.copy', { id, format: 'env' })
      await ask('clipboard.clear', {})
    }
    const [credential] = Object.values(server.credentials)
    const echo = {
      error: { code: 'x', message: `bad credential ${String(credential)}` },
      message: `no ${String(credential)}`
    }
    for (const fault of [...faults, { kind: 'status', code: 400, body: echo } as const]) {
      const clear = server.fault(fault)
      await ask('connections.test', { id: connectionId })
      await ask('connections.keys', { id: connectionId })
      await ask('remote.create', { ...requests[provider], connectionId })
      if (typeof id === 'string') await ask('remote.verify', { id })
      clear()
    }
    for (const item of ((await ask('unfinished.list', {})).items ?? []) as { id: string }[]) {
      await ask('unfinished.look', { id: item.id })
    }
    await ask('audit.list', { limit: 500 })
    for (const { key } of ((await ask('connections.keys', { id: connectionId })).items ?? []) as { key: unknown }[]) {
      answers.push(JSON.stringify(key))
    }
  })

  it('are in no answer, log, event or file', () => {
    const found = (texts: readonly string[]): string[] =>
      texts.filter((text) => [...secrets].some((secret) => text.includes(secret))).map((text) => text.slice(0, 60))
    expect(secrets.size).toBeGreaterThan(10)
    expect(found(answers)).toEqual([])
    expect(found(test.app.log.lines)).toEqual([])
    expect(found(test.app.events.map((event) => JSON.stringify(event)))).toEqual([])
    const files = readdirSync(test.app.home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name))
      for (const secret of secrets) expect(bytes.includes(secret), file.name).toBe(false)
    }
  })
})
