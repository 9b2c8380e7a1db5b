import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '@main/connectors/http/http-client'
import { createHttpTransport } from '@main/node/http-transport'
import { smtpMailer } from '@main/node/smtp-mailer'
import { labelOf } from '@main/core/reminders/notice'
import { createMemoryDesktop } from '../../fakes/memory-desktop'
import { createManualClock } from '../../fakes/manual-clock'
import type { TestApp } from '../../integration/app/open-app'
import {
  addKey,
  CANARY,
  createComputer,
  createVault,
  days,
  live,
  start,
  until
} from '../../integration/reminders/open-reminders'
import { receiveMail, receiveWebhooks } from '../../integration/reminders/receivers'

/** Everything of the canary that its mask shows, and each of its parts. */
const PARTS = [CANARY, 'sk_live_', '42zz', 'CANARY', 'deadbeef', 'f00d']
const ACCOUNT = 'owner@account.example'
/** Names a person, or a tool, gives a key when it should not. */
const UNFIT = [CANARY, `prod sk_live_••••••••42zz`, `ends with 42zz`, `sk_live_old`, `x ${CANARY} y`]

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function openEverything() {
  const web = await receiveWebhooks()
  const mail = await receiveMail()
  const clock = createManualClock()
  const http = createHttpClient({ transport: createHttpTransport(), clock, random: () => 0 })
  const computer = createComputer({}, createMemoryDesktop({ http, mailer: smtpMailer }), clock)
  const home = mkdtempSync(join(tmpdir(), 'keyquay-texts-'))
  computer.home = home
  const app: TestApp = await start(computer)
  ends.push(web.close, mail.close, () => Promise.resolve(rmSync(home, { recursive: true })), app.close)
  await createVault(app)
  const { id: webhook } = await app.call('reminders.saveChannel', {
    fields: { kind: 'webhook', name: 'Web', shape: 'slack', withNames: true },
    secret: web.url
  })
  const { id: email } = await app.call('reminders.saveChannel', {
    fields: {
      kind: 'email',
      name: 'Mail',
      host: '127.0.0.1',
      port: mail.port,
      security: 'none',
      from: 'keyquay@example.org',
      to: ['dev@example.org'],
      withNames: true
    }
  })
  await app.call('reminders.saveRule', {
    scope: { of: 'all' },
    parts: { channels: [webhook, email], rotateEveryDays: 2 }
  })
  await app.call('reminders.setWhileLocked', { mode: 'schedule', names: true })
  return { web, mail, computer, app, home }
}

describe('reminders tell nothing', () => {
  it(
    'check 79: notifications, tray, channels, schedule, calendar and log hold fixed texts and fit names only',
    { timeout: 120_000 },
    async () => {
      const { web, mail, computer, app, home } = await openEverything()
      const shown: string[] = []
      const collect = (): void => {
        shown.push(JSON.stringify(computer.desktop.view), JSON.stringify(computer.desktop.notices))
      }
      const arrived = (): Promise<void> =>
        until(
          computer.clock,
          async () =>
            (await app.call('reminders.deliveries', {})).items.every(
              ({ outcome, failure }) => outcome === 'sent' || failure !== null
            ),
          500
        )
      // Each alone first: only a single key is named.
      for (const [at, name] of UNFIT.entries()) {
        await addKey(app, name, 3, { favourite: true, notes: ACCOUNT, description: CANARY, remoteId: ACCOUNT })
        await until(computer.clock, () => computer.desktop.notices.length > at, 500)
        await arrived()
        await live(computer.clock, 1_000_000, 500_000)
        collect()
      }
      await addKey(app, 'ci-token', 3, { favourite: true, notes: ACCOUNT })
      await until(computer.clock, () => computer.desktop.notices.length > UNFIT.length, 500)
      collect()
      await arrived()
      app.chosen.push(join(home, 'reminders.ics'))
      await app.call('reminders.exportCalendar', { withNames: true })
      await app.call('session.lock', {})
      await days(computer, app, 3)
      collect()

      const sealed = computer.desktop.ports.scheduleFile.read()
      const kept = Buffer.from(await computer.keyring.unseal(sealed?.sealed ?? new Uint8Array())).toString('utf8')
      const places = {
        shown: shown.join('\n'),
        webhooks: web.bodies.join('\n'),
        mails: mail.mails.join('\n'),
        schedule: kept,
        marks: JSON.stringify(computer.desktop.ports.toldMarks.read()),
        calendar: readFileSync(join(home, 'reminders.ics'), 'utf8'),
        log: app.log.lines.join('\n')
      }
      for (const [place, text] of Object.entries(places)) {
        if (place !== 'log') expect(text.length, `${place} was looked at`).toBeGreaterThan(1)
        for (const part of [...PARTS, ACCOUNT]) expect(text.includes(part), `${part} in ${place}`).toBe(false)
      }
      // The names that are fit do arrive: the places are the right ones.
      for (const place of ['shown', 'webhooks', 'mails', 'schedule', 'calendar'] as const)
        expect(places[place], place).toContain('ci-token')
    }
  )

  it('check 77: nothing a person typed as a channel’s secret comes back', async () => {
    const { app, web } = await openEverything()
    const answers = [
      await app.call('reminders.channels', {}),
      await app.call('reminders.deliveries', {}),
      await app.call('audit.list', { limit: 100 }),
      app.log.lines
    ]
    expect(JSON.stringify(answers)).not.toContain(new URL(web.url).pathname)
  })

  it('takes what steers terminals, text direction and markup out of a name', () => {
    expect(labelOf('a\u202e<b>&\u0007c', '••••••••')).toBe('a b c')
    expect(labelOf('  \u200b ', '••••••••')).toBeNull()
    expect(labelOf('task-runner', 'sk-••••••••a1b2')).toBe('task-runner')
    expect(labelOf('x'.repeat(200), '••••••••')?.length).toBeLessThanOrEqual(60)
  })
})

describe('the calendar file', () => {
  it('is read back by another program, with an alarm for each time a person is told', async () => {
    const { app, home, computer } = await openEverything()
    await addKey(app, 'ci-token', 40)
    await addKey(app, 'gone', -3)
    await live(computer.clock, 1_000_000, 500_000)
    const file = join(home, 'reminders.ics')
    app.chosen.push(file)
    expect(await app.call('reminders.exportCalendar', { withNames: true })).toEqual({ events: 3 })
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as unknown[])
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    expect(events.map(({ summary }) => summary).sort()).toEqual([
      'ci-token expires',
      'ci-token is due for rotation',
      'gone is due for rotation'
    ])
    const expiry = events.find(({ summary }) => summary.endsWith('expires'))
    expect(expiry?.startDate.toJSDate().toISOString()).toBe(
      (await app.call('reminders.list', { kinds: ['expiry'] })).items
        .find(({ keyName }) => keyName === 'ci-token')
        ?.targetAt.replace(/\.\d+Z/, '.000Z')
    )
    const alarms = expiry?.component
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger')))
    expect(alarms).toHaveLength(4)
    expect(alarms?.slice(0, 3)).toEqual(['-P30D', '-P7D', '-P1D'])
    app.chosen.push(join(home, 'again.ics'))
    await app.call('reminders.exportCalendar', { withNames: false })
    const anonymous = readFileSync(join(home, 'again.ics'), 'utf8')
    expect(anonymous).not.toContain('ci-token')
    expect(anonymous.match(/UID:.*/g)).toEqual(readFileSync(file, 'utf8').match(/UID:.*/g))
  })

  it('is not written where the window says', async () => {
    const { app, home } = await openEverything()
    expect(await app.failure('reminders.exportCalendar', { file: join(home, 'x.ics'), withNames: false })).toBe(
      'sender-refused'
    )
    expect(await app.failure('reminders.exportCalendar', { withNames: false })).toBe('cancelled')
  })
})
