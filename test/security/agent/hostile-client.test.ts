import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectAgent } from '@main/node/agent-client'
import packageJson from '../../../package.json'
import { openAgentApp, type AgentApp } from '../../integration/agent/agent-app'
import { PASSWORD } from '../../integration/app/open-app'
import { addressOf, openKnown, openRaw, ownClaims, type RawClient } from './raw-client'

let test: AgentApp

beforeAll(async () => {
  test = await openAgentApp()
})
afterAll(async () => {
  await test.close()
})

const frameOf = (length: number, body: Buffer): Buffer => {
  const header = Buffer.alloc(4)
  header.writeUInt32BE(length)
  return Buffer.concat([header, body])
}

/** Somebody who behaves is still served. */
async function isServed(): Promise<boolean> {
  const claims = { ...ownClaims }
  const connection = await connectAgent({
    home: test.home,
    version: packageJson.version,
    claims,
    asked: () => undefined
  })
  const result = await connection?.ask({ t: 'standing' })
  connection?.close()
  return result?.ok === true
}

async function send(bytes: Buffer): Promise<RawClient> {
  const client = openRaw(addressOf(test.home).socket)
  await client.next('hello')
  client.socket.write(bytes)
  return client
}

describe('check 89: what a hostile program sends', () => {
  it('is cut off for garbage before it is known, without a word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 8, maxLength: 200 }), async (bytes) => {
        // A small length would only wait for the rest; the time limit has its own test.
        const client = await send(frameOf(bytes.length, Buffer.from(bytes)))
        await client.ended
        expect(client.frames).toEqual([])
      }),
      { numRuns: 25 }
    )
    for (const text of [
      'null',
      '[]',
      '"auth"',
      '{}',
      '{"t":"auth"}',
      '{"__proto__":{"t":"auth"}}',
      '['.repeat(20_000)
    ]) {
      const client = await send(frameOf(Buffer.byteLength(text), Buffer.from(text)))
      await client.ended
      expect(client.frames, text.slice(0, 40)).toEqual([])
    }
    const web = await send(Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'))
    await web.ended
    expect(await isServed()).toBe(true)
  })

  it('is cut off for a frame that is too large, before and after it is known', async () => {
    for (const length of [0, 24_577, 0xffff_ffff]) {
      const client = await send(frameOf(length, Buffer.alloc(0)))
      await client.ended
    }
    const known = await openKnown(test.home)
    known.socket.write(frameOf(2 * 1_048_576 + 1, Buffer.alloc(0)))
    await known.ended
    expect(await isServed()).toBe(true)
  })

  it('is cut off for requests that there are not, and for too many at once', async () => {
    for (const request of [
      { t: 'call', id: 1, name: 'keys.list', input: {}, more: true },
      { t: 'call', id: -1, name: 'keys.list', input: {} },
      { t: 'auth' },
      { t: 'shutdown', id: 1 },
      { t: 'want', id: 1, change: 'yes', secrets: [] }
    ]) {
      const client = await openKnown(test.home)
      client.send(request)
      await client.ended
      expect(client.frames, request.t).toEqual([])
    }
    const storm = await openKnown(test.home)
    for (let id = 0; id < 40; id += 1) storm.send({ t: 'want', id, change: false, secrets: [] })
    await storm.ended
    expect((await test.call('grants.pending', {})).items).toEqual([])
    expect(await isServed()).toBe(true)
  })

  it('may not wait silently, nor drip its greeting', async () => {
    const silent = openRaw(addressOf(test.home).socket)
    const dripping = openRaw(addressOf(test.home).socket)
    const drip = setInterval(() => dripping.socket.write(Buffer.from([0])), 400)
    dripping.socket.write(Buffer.from([0, 0, 32]))
    await Promise.all([silent.ended, dripping.ended])
    clearInterval(drip)
  })

  it('takes no place from others by coming a hundred times', async () => {
    const many = Array.from({ length: 100 }, () => openRaw(addressOf(test.home).socket))
    await expect.poll(() => many.filter(({ socket }) => socket.destroyed).length, { timeout: 20_000 }).toBe(100 - 64)
    for (const { socket } of many) socket.destroy()
    await Promise.all(many.map(({ ended }) => ended))
    await expect.poll(isServed, { timeout: 20_000 }).toBe(true)
  })

  it('waits longer after each wrong password, and is let in by the right one only', async () => {
    const client = await openKnown(test.home)
    const codes: unknown[] = []
    for (let id = 0; id < 4; id += 1) {
      client.send({ t: 'prove', id, password: `guess ${String(id)}` })
      const { result } = (await client.next('result')) as { result?: { error?: { code?: string } } }
      codes.push(result?.error?.code)
    }
    expect(codes).toEqual(['wrong-password', 'wrong-password', 'wrong-password', 'too-many-attempts'])
    expect((await test.call('grants.list', {})).items).toEqual([])
    // It waits by itself: whoever sits at the window does not.
    await test.call('session.confirmPassword', { password: PASSWORD })
    client.send({ t: 'prove', id: 8, password: PASSWORD })
    expect(await client.next('result')).toMatchObject({ result: { error: { code: 'too-many-attempts' } } })
    test.clock.pass(60_000)
    client.send({ t: 'ticket', id: 9, ticket: '0'.repeat(64) })
    expect(await client.next('result')).toMatchObject({ result: { ok: false, error: { code: 'grant-denied' } } })
    client.send({ t: 'prove', id: 10, password: PASSWORD })
    expect(await client.next('result')).toMatchObject({ result: { ok: true } })
    client.socket.destroy()
  })

  it('fills no queue: eight may wait, and a refused one is not asked about again for a minute', async () => {
    const clients = await Promise.all(Array.from({ length: 9 }, () => openKnown(test.home)))
    for (const client of clients) client.send({ t: 'want', id: 1, change: false, secrets: [] })
    await expect.poll(async () => (await test.call('grants.pending', {})).items.length).toBe(8)
    const [left] = await Promise.all(clients.slice(8).map((client) => client.next('result')))
    expect(left).toMatchObject({ result: { ok: false, error: { code: 'grant-queue-full' } } })
    const [first] = clients
    await test.deny()
    expect(await first?.next('result')).toMatchObject({ result: { ok: false, error: { code: 'grant-denied' } } })
    // Nor by coming again on another connection: those that cannot be told apart count as one.
    const again = await openKnown(test.home)
    for (const asks of [first, again]) {
      asks?.send({ t: 'want', id: 2, change: false, secrets: [] })
      expect(await asks?.next('result')).toMatchObject({ result: { ok: false, error: { code: 'grant-denied' } } })
    }
    again.socket.destroy()
    for (const { socket } of clients) socket.destroy()
    await expect.poll(async () => (await test.call('grants.pending', {})).items.length).toBe(0)
  })

  it('finds nothing of a secret, a password or the token in the log', async () => {
    test.clock.pass(60_000)
    const client = await openKnown(test.home)
    client.send({ t: 'want', id: 1, change: true, secrets: 'all' })
    await test.allow({ scope: 'all' })
    await client.next('result')
    const { items } = (await test.call('keys.list', {})) as { items: { id: string }[] }
    for (const [id, key] of items.entries())
      client.send({ t: 'call', id: id + 2, name: 'keys.reveal', input: { id: key.id } })
    const { result } = (await client.next('result')) as { result?: unknown }
    expect(JSON.stringify(result)).toContain('sk-canary-')
    client.send({ t: 'call', id: 20, name: 'keys.reveal', input: { id: 'sk-canary-as-an-id' } })
    client.send({ t: 'call', id: 21, name: 'sk-canary-as-a-name', input: {} })
    client.send({ t: 'prove', id: 22, password: 'sk-canary-as-a-password' })
    for (let left = 0; left < 3; left += 1) await client.next('result')
    const log = test.log.lines.join('\n')
    for (const never of ['sk-canary', PASSWORD, addressOf(test.home).token]) expect(log).not.toContain(never)
    const trail = JSON.stringify((await test.call('audit.list', { limit: 500 })).items)
    expect(trail).not.toContain('sk-canary')
    client.socket.destroy()
  })
})
