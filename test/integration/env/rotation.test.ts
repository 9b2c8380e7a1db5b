import { chmodSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionId } from '@contract/model/connection'
import type { KeyId } from '@contract/model/base'
import { openProviders, type ProvidersTest } from '../providers/open-providers'
import { kqOf, makeWorkspace, readInChild, type Workspace } from './open-env'

let test: ProvidersTest
let work: Workspace
let connectionId: ConnectionId

beforeEach(async () => {
  test = await openProviders(['cloudnexus'])
  work = makeWorkspace()
  connectionId = await test.connect('cloudnexus')
})
afterEach(async () => {
  chmodSync(work.folder, 0o700)
  await test.close()
  work.remove()
})

async function createKey(): Promise<KeyId> {
  const request = {
    name: 'ci',
    environment: 'prod',
    scopes: ['compute:read'],
    expiry: { kind: 'days' as const, days: 90 }
  }
  const { id } = await test.app.call('remote.create', {
    connectionId,
    kind: 'key',
    request,
    local: { envName: 'CI_TOKEN' }
  })
  await test.app.call('remote.putAway', { id })
  return id
}

async function writeTo(keyId: KeyId, path: string, name?: string): Promise<void> {
  const kq = kqOf(test.app)
  const { token } = await kq('env.preview', {
    keys: [{ keyId, ...(name === undefined ? {} : { name }) }],
    file: work.at(path)
  })
  await kq('env.write', { token })
}

describe('from the provider to the file', () => {
  it('creates, writes, rotates, and the file holds the new value for a process that reads it', async () => {
    work.write('.env', '# who we are\nexport PORT=3000\n\nCI_TOKEN="old one" # from the console\nLOG=info')
    const id = await createKey()
    await writeTo(id, '.env')
    const first = await test.secretOf(id)
    expect(work.read('.env')).toBe(`# who we are\nexport PORT=3000\n\nCI_TOKEN='${first}' # from the console\nLOG=info`)
    expect(readInChild(work.at('.env'), 'CI_TOKEN')).toBe(first)

    const rotation = await test.app.call('rotations.start', { id })
    expect(rotation).toMatchObject({ step: 'grace', failure: null })
    expect(rotation.bindings).toMatchObject([{ file: work.at('.env'), name: 'CI_TOKEN', outcome: 'written' }])
    const second = await test.secretOf(id)
    expect(second).not.toBe(first)
    expect(readInChild(work.at('.env'), 'CI_TOKEN')).toBe(second)
    expect(work.read('.env')).toContain("export PORT=3000\n\nCI_TOKEN='")

    work.write('.env', work.read('.env').replace(second, 'by-hand-1234567890'))
    expect((await test.app.call('env.bindings', { keyId: id })).items).toMatchObject([{ state: 'file-moved' }])
  })

  it('writes every bound file in one go and reports each', async () => {
    const id = await createKey()
    await writeTo(id, '.env')
    await writeTo(id, '.env', 'SECOND_NAME')
    await writeTo(id, 'worker.env', 'WORKER_TOKEN')
    work.write('.envrc', 'use node\n')
    await writeTo(id, '.envrc')
    const rotation = await test.app.call('rotations.start', { id })
    expect(rotation.bindings.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'written', 'written'])
    const now = await test.secretOf(id)
    expect(work.read('.env')).toBe(`CI_TOKEN='${now}'\nSECOND_NAME='${now}'\n`)
    expect(work.read('worker.env')).toBe(`WORKER_TOKEN='${now}'\n`)
    expect(work.read('.envrc')).toBe(`use node\nexport CI_TOKEN='${now}'\n`)
  })

  it('keeps the old key alive while one file fails, and goes on when it can be written', async () => {
    const id = await createKey()
    await writeTo(id, 'one.env')
    await writeTo(id, 'two.env')
    const first = await test.secretOf(id)
    const old = (await test.link(id)).remoteId
    chmodSync(work.at('two.env'), 0o400)

    const rotation = await test.app.call('rotations.start', { id, revokeAtEnd: true })
    expect(rotation).toMatchObject({ step: 'writing', failure: { code: 'env-file-unwritable' } })
    expect(rotation.bindings.map(({ outcome }) => outcome)).toEqual(['written', 'failed'])
    expect(work.read('two.env')).toContain(first)
    const server = test.sandbox.providers.cloudnexus
    expect(
      server
        .keys()
        .find((key) => key.id === old)
        ?.secretWorks(first)
    ).toBe(true)
    expect(rotation.may).not.toContain('revoke')

    chmodSync(work.at('two.env'), 0o600)
    const again = await test.app.call('rotations.continue', { id: rotation.id })
    expect(again).toMatchObject({ step: 'grace', failure: null })
    expect(work.read('two.env')).toBe(`CI_TOKEN='${await test.secretOf(id)}'\n`)
  })

  it('puts the old value back into the files when it is aborted', async () => {
    const id = await createKey()
    await writeTo(id, '.env')
    const first = await test.secretOf(id)
    const rotation = await test.app.call('rotations.start', { id })
    expect(work.read('.env')).not.toContain(first)
    const aborted = await test.app.call('rotations.abort', { id: rotation.id })
    expect(aborted).toMatchObject({ step: 'aborted', failure: null })
    expect(aborted.bindings).toMatchObject([{ outcome: 'restored' }])
    expect(work.read('.env')).toBe(`CI_TOKEN='${first}'\n`)
    expect((await test.app.call('env.bindings', { keyId: id })).items).toMatchObject([{ state: 'in-step' }])
  })

  it('makes no file anew whose folder is there and whose file was taken away', async () => {
    const id = await createKey()
    await writeTo(id, '.env')
    work.write('keep', '')
    const { unlinkSync } = await import('node:fs')
    unlinkSync(work.at('.env'))
    const rotation = await test.app.call('rotations.start', { id })
    expect(rotation).toMatchObject({ step: 'writing', failure: { code: 'env-file-missing' } })
    const { items } = await test.app.call('env.bindings', { keyId: id })
    await test.app.call('env.unbind', { ids: items.map((binding) => binding.id) })
    expect(await test.app.call('rotations.continue', { id: rotation.id })).toMatchObject({ step: 'grace' })
  })

  it('takes nothing over from a file while the key is being rotated', async () => {
    const id = await createKey()
    await writeTo(id, '.env')
    await test.app.call('rotations.start', { id })
    work.write('.env', "CI_TOKEN='another-value-1234'\n")
    const [binding] = (await test.app.call('env.bindings', { keyId: id })).items
    expect(await test.app.failure('env.take', { id: binding!.id })).toBe('rotation-running')
  })
})
