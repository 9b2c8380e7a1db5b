import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createJudgedLookup } from '@main/connectors/http/judged-lookup'
import { judgeUrl, parseProviderUrl } from '@main/connectors/http/url-rules'
import { codeOf, createRealClient, get, policyFor, post, resolveTo } from './clients'
import { createServers, type Servers } from './servers'

const needConsent = [
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '100.64.0.1',
  '198.18.0.1',
  '203.0.113.9',
  '240.0.0.1',
  'fc00::1',
  'fd12:3456::1',
  '2001:db8::1',
  '64:ff9b:1::a00:1',
  '::ffff:10.0.0.1',
  '::ffff:c0a8:101',
  '4000::1'
]
const never = [
  '0.0.0.0',
  '0.1.2.3',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.0.1',
  '169.254.169.254',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::a9fe:a9fe',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::ffff:0:7f00:1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b::10.0.0.1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::1',
  '2001:0:5ef5:79fd::1',
  'fd00:ec2::254',
  'fd00:0ec2:0:0::254',
  'fd20:ce::254',
  'fe80::1',
  'fe80::1%lo',
  'fe80::a9fe:a9fe',
  'fec0::1',
  'ff02::1',
  'no address'
]
const open = ['93.184.215.14', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808']

const asHost = (address: string): string => (address.includes(':') ? `[${address}]` : address)

describe('check 67: private, link-local and metadata addresses are refused for remote providers', () => {
  it.each([...needConsent, ...never])('check 67: a name that leads to %s', async (address) => {
    const lookup = resolveTo(address)
    const request = post('https://api.example.com/keys')
    await expect(createRealClient({ lookup }).send(request)).rejects.toMatchObject({
      code: 'url-private',
      details: { host: 'api.example.com' }
    })
    expect(lookup.asked).toEqual(['api.example.com'])
  })

  it.each(never)('check 67: a name that leads to %s, though private addresses are allowed', async (address) => {
    const { send } = createRealClient({ lookup: resolveTo(address) })
    await expect(send(post('https://api.example.com/'), { allowPrivate: true })).rejects.toMatchObject({
      code: 'url-private'
    })
  })

  it('check 67: one private address among public ones', async () => {
    const { send } = createRealClient({ lookup: resolveTo('93.184.215.14', '2606:4700::1111', '10.0.0.1') })
    await expect(send(post('https://api.example.com/'))).rejects.toMatchObject({ code: 'url-private' })
  })

  const literals = [...needConsent, ...never].filter((address) => !/[% ]/.test(address) && !/^(127|::1$)/.test(address))
  it.each(literals)('check 67: the address %s itself', async (address) => {
    const lookup = resolveTo('93.184.215.14')
    const request = post(`https://${asHost(address)}/`)
    await expect(createRealClient({ lookup }).send(request)).rejects.toMatchObject({ code: 'url-private' })
    expect(lookup.asked).toEqual([])
  })

  it.each([
    'https://0xa9fea9fe/',
    'https://2852039166/',
    'https://0251.0376.0251.0376/',
    'https://0xa9.254.43518/',
    'https://169.254.169.254./',
    'https://%31%36%39.254.169.254/',
    'https://①⑥⑨.254.169.254/',
    'https://169。254。169。254/',
    'https://[0:0:0:0:0:ffff:169.254.169.254]/',
    'https://[FD00:EC2::254]/',
    'https://10.1/',
    'https://012.1/'
  ])('check 67: the odd spelling %s', async (url) => {
    await expect(createRealClient().send(post(url))).rejects.toMatchObject({ code: 'url-private' })
  })

  it.each([...needConsent, ...open])('lets %s be reached with consent', async (address) => {
    const url = parseProviderUrl('https://api.example.com/')
    expect(await createJudgedLookup(resolveTo(address), url, true)(url.hostname)).toMatchObject([{ address }])
    const literal = `https://${asHost(address)}/`
    expect(judgeUrl(literal, { origin: literal, allowPrivate: true }).loopback).toBe(false)
  })

  it.each(open)('lets %s be reached', async (address) => {
    const url = parseProviderUrl('https://api.example.com/')
    expect(await createJudgedLookup(resolveTo(address), url, false)(url.hostname)).toMatchObject([{ address }])
  })
})

describe('check 67: the judged address is the one connected to', () => {
  let servers: Servers
  beforeEach(() => {
    servers = createServers()
  })
  afterEach(() => servers.close())

  it('check 67: a name is looked up once for a connection', async () => {
    const server = await servers.plain((response) => response.end('here'))
    const lookup = resolveTo('127.0.0.1')
    const answer = await createRealClient({ lookup }).send(get(`http://localhost:${String(server.port)}/`))
    expect(answer.status).toBe(200)
    expect(lookup.asked).toEqual(['localhost'])
  })

  it('check 67: a name that moves between two tries is judged anew', async () => {
    const server = await servers.raw((socket) => socket.resetAndDestroy())
    const answers = ['127.0.0.1', '169.254.169.254']
    const lookup = async () => [{ address: answers.shift() ?? 'none', family: 4 as const }]
    const outcome = createRealClient({ lookup }).send(get(`http://localhost:${String(server.port)}/`))
    expect(await outcome.catch(codeOf)).toBe('url-not-https')
    expect(answers).toEqual([])
    expect(server.connections).toHaveLength(1)
  })

  it('check 67: an address that is refused gets no byte', async () => {
    const server = await servers.raw(() => {})
    const { send } = createRealClient({ lookup: resolveTo('127.0.0.1') })
    const url = `https://api.example.com:${String(server.port)}/`
    await expect(send(post(url), { allowPrivate: true })).rejects.toMatchObject({ code: 'url-private' })
    expect(server.connections).toHaveLength(0)
  })

  it('a request for another origin than the connection’s is refused', async () => {
    const server = await servers.plain((response) => response.end())
    const { client } = createRealClient()
    const signal = new AbortController().signal
    for (const url of [server.origin, `https://api.example.com.evil.test/`, 'https://api.example.com:8443/']) {
      await expect(client.send(post(url), policyFor('https://api.example.com'), { signal })).rejects.toMatchObject({
        code: 'url-other-host'
      })
    }
    expect(server.connections).toHaveLength(0)
  })
})
