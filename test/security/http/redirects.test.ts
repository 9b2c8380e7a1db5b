import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRealClient, get, post } from './clients'
import { createServers, type Servers } from './servers'

let servers: Servers
beforeEach(() => {
  servers = createServers()
})
afterEach(() => servers.close())

describe('check 65: no request header or body reaches a redirect target', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`check 65: ${String(status)} to another origin`, async () => {
      const target = await servers.plain((response) => response.end('caught'))
      const server = await servers.plain((response) =>
        response.writeHead(status, { location: `${target.origin}/take` }).end()
      )
      const { send } = createRealClient()
      for (const request of [get(`${server.origin}/keys`), post(`${server.origin}/keys`)]) {
        await expect(send(request)).rejects.toMatchObject({
          code: 'provider-redirected',
          details: { host: `127.0.0.1:${String(server.port)}` }
        })
      }
      expect(server.received.map(({ method }) => method)).toEqual(['GET', 'POST'])
      expect(target.connections).toHaveLength(0)
    })

    it(`check 65: ${String(status)} within the same origin`, async () => {
      const server = await servers.plain((response) => response.writeHead(status, { location: '/elsewhere' }).end())
      const { send } = createRealClient()
      for (const request of [get(`${server.origin}/keys`), post(`${server.origin}/keys`)]) {
        await expect(send(request)).rejects.toMatchObject({ code: 'provider-redirected' })
      }
      expect(server.received.map(({ path }) => path)).toEqual(['/keys', '/keys'])
    })
  }

  it.each([300, 305, 306, 399])('check 65: %d is no answer either', async (status) => {
    const server = await servers.plain((response) => response.writeHead(status).end())
    await expect(createRealClient().send(get(server.origin))).rejects.toMatchObject({ code: 'provider-redirected' })
  })

  it('304 is an answer', async () => {
    const server = await servers.plain((response) => response.writeHead(304, { etag: '"7"' }).end())
    const answer = await createRealClient().send(get(server.origin))
    expect({ status: answer.status, etag: answer.headers.etag, length: answer.body.length }).toEqual({
      status: 304,
      etag: '"7"',
      length: 0
    })
  })
})
