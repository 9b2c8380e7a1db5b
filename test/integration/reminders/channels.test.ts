import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@contract/ipc'
import { createHttpClient } from '@main/connectors/http/http-client'
import { createHttpTransport } from '@main/node/http-transport'
import { smtpMailer } from '@main/node/smtp-mailer'
import { createMemoryDesktop } from '../../fakes/memory-desktop'
import { createManualClock } from '../../fakes/manual-clock'
import { PASSWORD, type TestApp } from '../app/open-app'
import { addKey, createComputer, createVault, start, until, type Computer } from './open-reminders'
import { receiveMail, receiveWebhooks, type MailReceiver, type WebhookReceiver } from './receivers'

type ChannelInput = InputOf<'reminders.saveChannel'>['fields']

let web: WebhookReceiver
let mail: MailReceiver
let computer: Computer
let app: TestApp

beforeEach(async () => {
  web = await receiveWebhooks()
  mail = await receiveMail()
  const clock = createManualClock()
  const http = createHttpClient({ transport: createHttpTransport(), clock, random: () => 0 })
  computer = createComputer({}, createMemoryDesktop({ http, mailer: smtpMailer }), clock)
  app = await start(computer)
  await createVault(app)
})
afterEach(async () => {
  await app.close()
  await web.close()
  await mail.close()
})

const webhook = (shape: 'json' | 'slack' | 'discord' | 'ntfy' = 'json', withNames = true): ChannelInput => ({
  kind: 'webhook',
  name: 'Phone',
  shape,
  withNames
})
const email = (): ChannelInput => ({
  kind: 'email',
  name: 'Mail',
  host: '127.0.0.1',
  port: mail.port,
  security: 'none',
  user: 'dev',
  from: 'keyquay@example.org',
  to: ['dev@example.org'],
  withNames: true
})

async function useChannel(fields: ChannelInput, secret: string): Promise<string> {
  const { id } = await app.call('reminders.saveChannel', { fields, secret })
  await app.call('reminders.saveRule', { scope: { of: 'all' }, parts: { channels: [id] } })
  return id
}

const deliveries = async () => (await app.call('reminders.deliveries', {})).items
const settled = (outcome: string): Promise<void> =>
  until(
    computer.clock,
    async () => {
      const [newest] = await deliveries()
      // Before it is known how it went, it may have arrived.
      return newest?.outcome === outcome && (outcome !== 'unsure' || newest.failure !== null)
    },
    1_000
  )

describe('a webhook', () => {
  it.each([
    [
      'json',
      {
        source: 'keyquay',
        id: expect.any(String) as string,
        title: 'ci-token expires in 3 days',
        body: expect.any(String) as string
      }
    ],
    ['slack', { text: 'ci-token expires in 3 days\nRotate or renew it before what uses it stops working.' }],
    [
      'discord',
      {
        content: 'ci-token expires in 3 days\nRotate or renew it before what uses it stops working.',
        allowed_mentions: { parse: [] }
      }
    ],
    [
      'ntfy',
      {
        topic: 'topic',
        title: 'ci-token expires in 3 days',
        message: 'Rotate or renew it before what uses it stops working.'
      }
    ]
  ] as const)('is told in the shape of %s, once', async (shape, body) => {
    await useChannel(webhook(shape), web.url)
    await addKey(app, 'ci-token', 3)
    await settled('sent')
    expect(web.bodies.map((text) => JSON.parse(text) as unknown)).toEqual([body])
  })

  it('is told nobody’s name unless it may be', async () => {
    await useChannel(webhook('slack', false), web.url)
    await addKey(app, 'ci-token', 3)
    await settled('sent')
    expect(web.bodies[0]).toContain('A key expires in 3 days')
    expect(web.bodies[0]).not.toContain('ci-token')
  })

  it('that is busy is asked again later, and told once', async () => {
    web.answers.push(503, 429)
    await useChannel(webhook(), web.url)
    await addKey(app, 'ci-token', 3)
    await settled('waiting')
    await until(computer.clock, async () => (await deliveries())[0]?.outcome === 'sent', 30_000)
    expect((await deliveries())[0]).toMatchObject({ attempts: 3, failure: null, reminders: 1, channelName: 'Phone' })
    expect(new Set(web.bodies.map((text) => (JSON.parse(text) as { id: string }).id)).size).toBe(1)
  })

  it('that refuses is not asked again by itself, and its failure is shown', async () => {
    web.answers.push(404)
    const id = await useChannel(webhook(), web.url)
    await addKey(app, 'ci-token', 3)
    await settled('failed')
    const failure = { code: 'channel-refused', details: { host: new URL(web.url).host, status: 404 } }
    expect((await app.call('reminders.channels', {})).items).toMatchObject([{ id, failure, hasSecret: true }])
    const [failed] = await deliveries()
    await app.call('reminders.retryDelivery', { id: failed?.id ?? '' })
    await settled('sent')
    expect(web.bodies).toHaveLength(2)
  })

  it('that may have heard is not told a second time by itself', async () => {
    web.answers.push('break')
    await useChannel(webhook(), web.url)
    await addKey(app, 'ci-token', 3)
    await settled('unsure')
    computer.clock.pass(86_400_000)
    await app.call('session.lock', {})
    await app.call('session.unlock', { password: PASSWORD })
    computer.clock.pass(3_600_000)
    await until(computer.clock, async () => (await deliveries()).length === 1)
    expect(web.bodies).toHaveLength(1)
  })

  it('must be reached safely', async () => {
    const save = (secret: string): Promise<string> =>
      app.failure('reminders.saveChannel', { fields: webhook(), secret })
    expect(await save('http://hooks.example.org/x')).toBe('url-not-https')
    expect(await save('https://user:pass@hooks.example.org/x')).toBe('url-invalid')
    expect(await save('nonsense')).toBe('url-invalid')
  })

  it('says whether a test arrives', async () => {
    const id = await useChannel(webhook(), web.url)
    expect(await app.call('reminders.testChannel', { id })).toEqual({ failure: null })
    expect(web.bodies[0]).toContain('Reminders arrive here')
    web.answers.push(401)
    expect(await app.call('reminders.testChannel', { id })).toMatchObject({ failure: { code: 'channel-refused' } })
  })
})

describe('mail', () => {
  it('is sent once, with the login', async () => {
    await useChannel(email(), 'mail password')
    await addKey(app, 'ci-token', 3)
    await settled('sent')
    expect(mail.logins).toEqual(['dev'])
    expect(mail.mails).toHaveLength(1)
    expect(mail.mails[0]).toMatch(/^Subject: ci-token expires in 3 days\r?$/m)
    expect(mail.mails[0]).toMatch(/^Message-ID: <[0-9A-Z]{26}@example\.org>\r?$/im)
    expect(mail.mails[0]).not.toMatch(/nodemailer/i)
  })

  it('with a wrong password is not tried again by itself', async () => {
    const id = await useChannel(email(), 'another')
    await addKey(app, 'ci-token', 3)
    await settled('failed')
    expect((await deliveries())[0]?.failure?.code).toBe('channel-login-refused')
    await app.call('reminders.saveChannel', { id, fields: email(), secret: 'mail password' })
    expect(await app.call('reminders.testChannel', { id })).toEqual({ failure: null })
  })

  it('that may have been taken is not sent again by itself', async () => {
    mail.breaks = 1
    await useChannel(email(), 'mail password')
    await addKey(app, 'ci-token', 3)
    await settled('unsure')
    expect(mail.mails).toHaveLength(1)
  })

  it('does not trust a server that nobody vouches for', async () => {
    const secure = await receiveMail({ secure: true })
    try {
      const fields = { ...email(), port: secure.port, security: 'tls' as const } as ChannelInput
      const id = await useChannel(fields, 'mail password')
      expect(await app.call('reminders.testChannel', { id })).toMatchObject({ failure: { code: 'channel-tls-failed' } })
      expect(secure.logins).toEqual([])
    } finally {
      await secure.close()
    }
  })

  it('never goes unencrypted to another computer, nor to a server without STARTTLS', async () => {
    const fields = { ...email(), host: 'smtp.example.org' } as ChannelInput
    expect(await app.failure('reminders.saveChannel', { fields, secret: 'x' })).toBe('input-invalid')
    const id = await useChannel({ ...email(), security: 'starttls' } as ChannelInput, 'mail password')
    expect(await app.call('reminders.testChannel', { id })).toMatchObject({ failure: { code: 'channel-tls-failed' } })
    expect(mail.logins).toEqual([])
  })

  it.each(['host', 'port', 'security', 'user'] as const)(
    'never has its password sent along when its %s alone was changed',
    async (name) => {
      const id = await useChannel(email(), 'mail password')
      const stranger = await receiveMail()
      try {
        const change = { host: 'localhost', port: stranger.port, security: 'starttls', user: 'another' }[name]
        const fields = { ...email(), [name]: change }
        expect(await app.failure('reminders.saveChannel', { id, fields })).toBe('channel-secret-needed')
        await app.call('reminders.testChannel', { id })
        expect([stranger.logins, mail.logins]).toEqual([[], ['dev']])
        await app.call('reminders.saveChannel', { id, fields, secret: 'given anew' })
      } finally {
        await stranger.close()
      }
    }
  )

  it('is not pointed elsewhere by whoever finds the window open, without the password', async () => {
    const id = await useChannel(email(), 'mail password')
    await app.call('settings.update', { askPasswordAgainMinutes: 5 })
    computer.clock.pass(10 * 60_000)
    const moved = { ...email(), host: 'localhost' } as ChannelInput
    expect(await app.failure('reminders.saveChannel', { id, fields: moved, secret: 'theirs' })).toBe(
      'password-needed-again'
    )
    await app.call('reminders.saveChannel', { id, fields: { ...email(), name: 'Renamed' } })
    expect(await app.call('reminders.testChannel', { id })).toEqual({ failure: null })
    await app.call('session.confirmPassword', { password: PASSWORD })
    await app.call('reminders.saveChannel', { id, fields: moved, secret: 'mail password' })
    expect((await app.call('reminders.channels', {})).items).toMatchObject([{ id, host: 'localhost' }])
  })

  it('does not become the address of a webhook, nor a webhook’s address its password', async () => {
    const mailId = await useChannel(email(), 'mail password')
    expect(await app.failure('reminders.saveChannel', { id: mailId, fields: webhook() })).toBe('channel-secret-needed')
    const webId = await useChannel(webhook(), web.url)
    expect(await app.failure('reminders.saveChannel', { id: webId, fields: email() })).toBe('channel-secret-needed')
  })

  it('forgets a password that its server asks for no more', async () => {
    const id = await useChannel(email(), 'mail password')
    await app.call('reminders.saveChannel', { id, fields: { ...email(), user: '' } as ChannelInput })
    expect((await app.call('reminders.channels', {})).items).toMatchObject([{ id, hasSecret: false }])
  })

  it('leaves no password in what the window is answered', async () => {
    await useChannel(email(), 'mail password')
    expect(JSON.stringify(await app.call('reminders.channels', {}))).not.toContain('mail password')
    expect(JSON.stringify((await app.call('audit.list', {})).items)).not.toContain('mail password')
  })
})
