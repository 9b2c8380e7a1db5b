import { afterEach, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestApp } from '../app/open-app'
import { PASSWORD } from '../app/open-app'
import {
  addKey,
  createComputer,
  createVault,
  DAY,
  days,
  HOUR,
  live,
  start,
  until,
  type Computer
} from './open-reminders'

const open: TestApp[] = []
const homes: string[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})

async function opened(computer: Computer): Promise<TestApp> {
  if (computer.home === undefined) {
    computer.home = mkdtempSync(join(tmpdir(), 'keyquay-reminders-'))
    homes.push(computer.home)
  }
  const app = await start(computer)
  open.push(app)
  return app
}

const titles = ({ desktop }: Computer): string[] => desktop.notices.map(({ title }) => title)

describe('reminders', () => {
  it('are told at 30, 7 and 1 days and on the day, once each', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    await addKey(app, 'ci-token', 40)
    await days(computer, app, 45)
    expect(titles(computer)).toEqual([
      'ci-token expires in 30 days',
      'ci-token expires in 7 days',
      'ci-token expires tomorrow',
      expect.stringMatching(/^ci-token expires today, in \d+ hours$/)
    ])
  })

  it('that were missed become one, whatever their number', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    for (let number = 0; number < 12; number += 1) await addKey(app, `key ${String(number)}`, 40 + number)
    await live(computer.clock, HOUR)
    expect(titles(computer)).toEqual([])
    computer.clock.jump(60 * DAY)
    app.app.wake()
    await days(computer, app, 1)
    expect(titles(computer)).toEqual(['12 keys need attention'])
    expect(computer.desktop.notices[0]?.body).toBe('12 ended or overdue.')
  })

  it('are not told again after a restart, nor when the clock is set back', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    await addKey(app, 'deploy', 5)
    await until(computer.clock, () => computer.desktop.notices.length === 1, 1_000)
    await app.app.quit()
    const again = await opened(computer)
    await again.call('session.unlock', { password: PASSWORD })
    computer.clock.jump(-3_650 * DAY)
    again.app.wake()
    await days(computer, again, 2)
    computer.clock.jump(3_648 * DAY)
    again.app.wake()
    await live(computer.clock, HOUR)
    expect(titles(computer)).toEqual(['deploy expires in 5 days'])
  })

  it('wait for the end of quiet hours', async () => {
    const computer = createComputer({ quietHours: true })
    computer.desktop.zone = 'Europe/Berlin'
    const app = await opened(computer)
    await createVault(app)
    computer.clock.jump(13 * HOUR)
    await addKey(app, 'night', 3)
    await live(computer.clock, 2 * HOUR)
    expect(titles(computer)).toEqual([])
    await live(computer.clock, 10 * HOUR)
    expect(titles(computer)).toHaveLength(1)
  })

  it('are put off by a snooze and settled by done and dismiss', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    await addKey(app, 'snoozed', 6)
    await until(computer.clock, () => computer.desktop.notices.length === 1, 1_000)
    computer.desktop.choose('snooze')
    await live(computer.clock, 30 * 60_000, 10 * 60_000)
    const { items } = await app.call('reminders.list', {})
    expect(items[0]).toMatchObject({ state: 'snoozed', may: ['rotate', 'snooze', 'done', 'dismiss'] })
    await live(computer.clock, HOUR)
    expect(titles(computer)).toHaveLength(2)
    const ids = items.map(({ id }) => id)
    await app.call('reminders.done', { ids })
    await days(computer, app, 10)
    expect(titles(computer)).toHaveLength(2)
    expect((await app.call('reminders.list', { states: ['done'] })).items).toHaveLength(1)
    await app.call('reminders.reopen', { ids })
    expect((await app.call('reminders.list', {})).items[0]?.state).toBe('overdue')
  })

  it('start anew when the key is renewed, unless they were dismissed for ever', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    const renewed = await addKey(app, 'renewed', 3)
    const silent = await addKey(app, 'silent', 3)
    await until(computer.clock, () => computer.desktop.notices.length === 1, 1_000)
    const { items } = await app.call('reminders.list', {})
    await app.call('reminders.dismiss', { ids: items.filter(({ keyId }) => keyId === silent).map(({ id }) => id) })
    const expiresAt = new Date(computer.clock.nowMs() + 8 * DAY).toISOString()
    for (const id of [renewed, silent]) await app.call('keys.edit', { id, fields: { expiresAt } })
    await days(computer, app, 2)
    expect(titles(computer)).toEqual([
      '2 keys need attention',
      'renewed expires in 8 days',
      'renewed expires in 7 days'
    ])
    const { items: trail } = await app.call('audit.list', { keyId: silent, limit: 50 })
    expect(trail.map(({ action }) => action)).toContain('reminder.dismissed')
  })

  it('follow the narrowest rule', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    await app.call('reminders.saveRule', { scope: { of: 'all' }, parts: { expiryLeadDays: [] } })
    await app.call('reminders.saveRule', { scope: { of: 'tag', tag: 'ci' }, parts: { expiryLeadDays: [2] } })
    await addKey(app, 'plain', 3)
    const tagged = await addKey(app, 'tagged', 3, { tags: ['ci'] })
    await app.call('reminders.saveRule', { scope: { of: 'key', keyId: tagged }, parts: { rotateEveryDays: 1 } })
    await days(computer, app, 5)
    expect(titles(computer)).toEqual(['tagged expires in 2 days'])
    const { items } = await app.call('reminders.list', { keyId: tagged, kinds: ['rotation'] })
    expect(items[0]).toMatchObject({ kind: 'rotation', state: 'overdue', leads: [{ lead: 0, told: true }] })
    const { items: rules } = await app.call('reminders.rules', {})
    expect(rules.map(({ scope, keys, keyName }) => [scope.of, keys, keyName])).toEqual([
      ['all', 2, null],
      ['tag', 1, null],
      ['key', 1, 'tagged']
    ])
    expect(rules[0]?.parts).toMatchObject({ expiryLeadDays: [], graceLeadHours: [12, 1], notify: true })
  })

  it('say how many there are, on which days, and when the next one comes', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    await addKey(app, 'soon', 3)
    await addKey(app, 'later', 50)
    await addKey(app, 'gone', -2)
    await addKey(app, 'never', null)
    await live(computer.clock, HOUR)
    const summary = await app.call('reminders.summary', {})
    expect(summary).toMatchObject({ overdue: 1, due: 1, thisWeek: 1, upcoming: 1, snoozed: 0, done: 0, dismissed: 0 })
    expect(summary.nextAt).toBe(new Date(Date.parse('2026-11-20T09:00:00.000Z') + 2 * DAY).toISOString())
    const { days } = await app.call('reminders.calendar', { from: '2026-11-01', to: '2026-11-30' })
    expect(days).toEqual([
      { day: '2026-11-18', open: 0, overdue: 1, settled: 0 },
      { day: '2026-11-23', open: 1, overdue: 0, settled: 0 }
    ])
    expect(computer.desktop.view).toMatchObject({ status: 'expired', badge: 2, tooltip: 'Keyquay: one key is overdue' })
  })

  it('take one timer, however many keys there are', async () => {
    const computer = createComputer()
    const app = await opened(computer)
    await createVault(app)
    await app.call('keys.list', {})
    await addKey(app, 'first', 39)
    await live(computer.clock, HOUR)
    const before = computer.clock.pending
    for (let number = 0; number < 50; number += 1) await addKey(app, `key ${String(number)}`, 40 + number)
    await live(computer.clock, HOUR)
    // A look that is under way has no timer until it ends.
    await until(computer.clock, () => computer.clock.pending >= before)
    expect(computer.clock.pending).toBe(before)
  })

  it('are not told by a process that only reads', async () => {
    const computer = createComputer()
    computer.home = mkdtempSync(join(tmpdir(), 'keyquay-reminders-'))
    homes.push(computer.home)
    const reader = await start(computer, { keepsUp: false })
    open.push(reader)
    await createVault(reader)
    await addKey(reader, 'ci-token', 3)
    await days(computer, reader, 2)
    expect(titles(computer)).toEqual([])
    const { items } = await reader.call('reminders.list', {})
    expect(items[0]?.leads.every(({ told }) => !told)).toBe(true)
  })
})
