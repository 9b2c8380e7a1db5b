import { readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EnvPreview } from '@contract/model/env'
import type { KeyId } from '@contract/model/base'
import { connectAgent, type AgentConnection } from '@main/node/agent-client'
import packageJson from '../../../package.json'
import { openAgentApp, type AgentApp } from '../../integration/agent/agent-app'
import { kqOf, makeWorkspace, type Workspace } from '../../integration/env/open-env'
import { ownClaims } from './raw-client'

let test: AgentApp
let work: Workspace
let visitor: AgentConnection
let granted: KeyId
let other: KeyId

beforeAll(async () => {
  test = await openAgentApp()
  granted = (await test.call('keys.find', { name: 'ci-token' })).id
  other = (await test.call('keys.find', { name: 'billing' })).id
})
afterAll(async () => {
  await test.close()
})
beforeEach(async () => {
  work = makeWorkspace()
  const connection = await connectAgent({
    home: test.home,
    version: packageJson.version,
    claims: { ...ownClaims },
    asked: () => undefined
  })
  if (connection === null) throw new Error('nobody listens')
  visitor = connection
  const wanted = visitor.ask({ t: 'want', change: true, secrets: ['ci-token'] })
  await test.allow()
  await wanted
})
afterEach(async () => {
  visitor.close()
  work.remove()
  await test.call('grants.revoke', { id: null })
  // What was refused is forgotten by then.
  test.clock.pass(60_000)
})

describe('a program that was granted one key, and names several for an env file', () => {
  it('writes the one without being asked about again', async () => {
    const input = { keys: [{ keyId: granted }], file: work.at('.env') }
    const shown = await visitor.ask({ t: 'call', name: 'env.preview', input })
    if (!shown.ok) throw new Error(shown.error.code)
    const { token } = shown.value as EnvPreview
    expect(await visitor.ask({ t: 'call', name: 'env.write', input: { token } })).toMatchObject({ ok: true })
    expect(work.read('.env')).toBe("CI_TOKEN='sk-canary-ci-token-0123456789'\n")
  })

  it.each([
    ['last', [0, 1]],
    ['first', [1, 0]]
  ])('does not see what writing another would do, named %s', async (_, order) => {
    const keys = order.map((at) => ({ keyId: [granted, other][at] ?? granted }))
    const asked = visitor.ask({ t: 'call', name: 'env.preview', input: { keys, file: work.at('.env') } })
    expect((await test.deny()).secrets).toContainEqual({ id: other, name: 'billing' })
    expect(await asked).toMatchObject({ ok: false, error: { code: 'grant-denied' } })
  })

  it('does not write another with a preview that somebody else was shown', async () => {
    const keys = [{ keyId: granted }, { keyId: other }]
    const { token } = await kqOf(test)('env.preview', { keys, file: work.at('.env') })
    const asked = visitor.ask({ t: 'call', name: 'env.write', input: { token } })
    expect((await test.deny()).secrets).toContainEqual({ id: other, name: 'billing' })
    expect(await asked).toMatchObject({ ok: false, error: { code: 'grant-denied' } })
    expect(readdirSync(work.folder)).toEqual([])
  })
})
