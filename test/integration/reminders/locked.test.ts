import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryDesktop } from '../../fakes/memory-desktop'
import { PASSWORD, type TestApp } from '../app/open-app'
import { addKey, createComputer, createVault, days, live, start, until, type Computer } from './open-reminders'

const open: TestApp[] = []
const homes: string[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})

async function opened(stored: Record<string, unknown> = {}): Promise<{ computer: Computer; app: TestApp }> {
  const computer = createComputer(stored)
  computer.home = mkdtempSync(join(tmpdir(), 'keyquay-locked-'))
  homes.push(computer.home)
  const app = await again(computer)
  await createVault(app)
  return { computer, app }
}

async function again(computer: Computer): Promise<TestApp> {
  const app = await start(computer)
  open.push(app)
  return app
}

const titles = ({ desktop }: Computer): string[] => desktop.notices.map(({ title }) => title)
const schedule = ({ desktop }: Computer) => desktop.ports.scheduleFile

describe('while the vault is locked', () => {
  it('counts alone are told, and nothing lies outside the vault', async () => {
    const { computer, app } = await opened()
    await addKey(app, 'ci-token', 9)
    await addKey(app, 'deploy', 9)
    await live(computer.clock, 1_800_000, 900_000)
    computer.desktop.notices.length = 0
    await app.call('session.lock', {})
    await days(computer, app, 3)
    expect(computer.desktop.notices).toEqual([
      {
        title: '2 keys expire this week',
        body: 'Unlock Keyquay to see more.',
        buttons: [{ choice: 'show', label: 'Open' }],
        urgent: false
      }
    ])
    expect(schedule(computer).read()).toBeNull()
  })

  it('a vault that was opened and locked again before its keys were shown is still watched', async () => {
    const { computer, app } = await opened()
    await addKey(app, 'ci-token', 9)
    await live(computer.clock, 1_800_000, 900_000)
    computer.desktop.notices.length = 0
    await app.call('session.lock', {})
    await app.call('session.unlock', { password: PASSWORD })
    await app.call('session.lock', {})
    await days(computer, app, 3)
    expect(titles(computer)).toEqual(['A key expires this week'])
  })

  it('names that were turned off while another vault was open are told no more', async () => {
    const { computer, app } = await opened()
    await addKey(app, 'ci-token', 9)
    await app.call('reminders.setWhileLocked', { mode: 'schedule', names: true })
    await live(computer.clock, 1_800_000, 900_000)
    computer.desktop.notices.length = 0
    await app.app.quit()
    computer.settings.write({ ...computer.settings.read(), whileLockedNames: false })
    const restarted = await again(computer)
    await days(computer, restarted, 3)
    expect(titles(computer)).toHaveLength(1)
    expect(JSON.stringify(computer.desktop.notices)).not.toContain('ci-token')
  })

  it('nothing is told where nothing was asked for', async () => {
    const { computer, app } = await opened({ whileLocked: 'nothing' })
    await addKey(app, 'ci-token', 9)
    await live(computer.clock, 1_800_000, 900_000)
    computer.desktop.notices.length = 0
    await app.call('session.lock', {})
    await days(computer, app, 12)
    expect(titles(computer)).toEqual([])
    expect(computer.desktop.view).toMatchObject({ status: 'locked', badge: 0 })
    await app.call('session.unlock', { password: PASSWORD })
    await live(computer.clock, 1_800_000, 900_000)
    expect(titles(computer)).toEqual(['ci-token has expired'])
  })

  it('a sealed schedule tells which key, also after a restart, and once', async () => {
    const { computer, app } = await opened()
    await addKey(app, 'ci-token', 9)
    await app.call('reminders.setWhileLocked', { mode: 'schedule', names: true })
    await live(computer.clock, 1_800_000, 900_000)
    computer.desktop.notices.length = 0
    await app.app.quit()
    const restarted = await again(computer)
    await days(computer, restarted, 3)
    expect(titles(computer)).toEqual(['ci-token expires in 7 days'])
    await restarted.app.quit()
    const third = await again(computer)
    await days(computer, third, 1)
    await third.call('session.unlock', { password: PASSWORD })
    await live(computer.clock, 1_800_000, 900_000)
    expect(titles(computer)).toEqual(['ci-token expires in 7 days'])
    const { items } = await third.call('reminders.list', {})
    expect(items[0]?.leads.filter(({ told }) => told).map(({ lead }) => lead)).toEqual([30, 7])
    expect(computer.desktop.ports.toldMarks.read()).toEqual([])
  })

  it('the schedule has no name unless that was allowed', async () => {
    const { computer, app } = await opened()
    await addKey(app, 'ci-token', 9)
    await app.call('reminders.setWhileLocked', { mode: 'schedule' })
    await app.app.quit()
    const sealed = schedule(computer).read()
    const bytes = await computer.keyring.unseal(sealed?.sealed ?? new Uint8Array())
    const text = Buffer.from(bytes).toString('utf8')
    expect(text).not.toContain('ci-token')
    const restarted = await again(computer)
    await days(computer, restarted, 3)
    expect(titles(computer)).toEqual(['A key expires in 9 days', 'A key expires in 7 days'])
  })

  it('a keyring that seals nothing keeps no schedule, and says so', async () => {
    const { computer, app } = await opened()
    computer.keyring.name = 'basic_text'
    await addKey(app, 'ci-token', 9)
    expect(await app.call('reminders.abilities', {})).toMatchObject({ sealedSchedule: false, keyring: 'basic_text' })
    expect(await app.failure('reminders.setWhileLocked', { mode: 'schedule' })).toBe('locked-schedule-unavailable')
    expect((await app.call('app.snapshot', {})).settings.whileLocked).toBe('counts')
    expect(schedule(computer).read()).toBeNull()
  })

  it('turning it off takes the schedule away at once', async () => {
    const { computer, app } = await opened()
    await addKey(app, 'ci-token', 9)
    await app.call('reminders.setWhileLocked', { mode: 'schedule' })
    expect(schedule(computer).read()).not.toBeNull()
    await app.call('reminders.setWhileLocked', { mode: 'nothing' })
    expect(schedule(computer).read()).toBeNull()
  })

  it('choosing it asks for the password again', async () => {
    const { app } = await opened()
    app.clock.pass(600_000)
    expect(await app.failure('reminders.setWhileLocked', { mode: 'schedule' })).toBe('password-needed-again')
  })

  it('a click brings the window to the key after the unlock, and once', async () => {
    const { computer, app } = await opened()
    const id = await addKey(app, 'ci-token', 9)
    await app.call('reminders.setWhileLocked', { mode: 'schedule', names: true })
    await live(computer.clock, 1_800_000, 900_000)
    await app.call('session.lock', {})
    await days(computer, app, 3)
    computer.desktop.choose('rotate')
    expect(computer.desktop.opened).toBe(1)
    expect(await app.failure('navigation.take', {})).toBe('vault-locked')
    await app.call('session.unlock', { password: PASSWORD })
    expect(await app.call('navigation.take', {})).toEqual({ place: { screen: 'rotate', keyId: id } })
    expect(await app.call('navigation.take', {})).toEqual({ place: null })
    expect(app.events.some(({ name }) => name === 'navigation.wanted')).toBe(true)
  })

  it('a snooze holds, and is in the vault after the unlock', async () => {
    const { computer, app } = await opened()
    await addKey(app, 'ci-token', 9)
    await app.call('reminders.setWhileLocked', { mode: 'schedule', names: true })
    await live(computer.clock, 1_800_000, 900_000)
    await app.call('session.lock', {})
    await days(computer, app, 3)
    const before = titles(computer).length
    computer.desktop.choose('snooze')
    await app.call('session.unlock', { password: PASSWORD })
    await until(computer.clock, async () => (await app.call('reminders.list', {})).items[0]?.state === 'snoozed', 500)
    await live(computer.clock, 3_000_000, 900_000)
    expect(titles(computer)).toHaveLength(before)
    await live(computer.clock, 1_800_000, 900_000)
    expect(titles(computer)).toHaveLength(before + 1)
  })
})

describe('the tray', () => {
  it('has the keys that are due and the favourites while open, and nobody’s name while locked', async () => {
    const { computer, app } = await opened()
    const id = await addKey(app, 'ci-token', 3, { favourite: true })
    await until(computer.clock, () => JSON.stringify(computer.desktop.view).includes('Copy a favourite'), 1_000)
    expect(computer.desktop.view).toMatchObject({
      status: 'expiring',
      tooltip: 'Keyquay: one key needs attention',
      badge: 1
    })
    const text = JSON.stringify(computer.desktop.view)
    expect(text).toContain('ci-token')
    computer.desktop.chooseInTray({ do: 'copy', keyId: id })
    await until(computer.clock, () => app.clipboard.text !== '')
    computer.desktop.chooseInTray({ do: 'lock' })
    await until(computer.clock, async () => (await app.call('app.snapshot', {})).session.phase === 'locked')
    expect(computer.desktop.view).toMatchObject({ status: 'locked', tooltip: 'Keyquay: locked' })
    expect(JSON.stringify(computer.desktop.view)).not.toContain('ci-token')
    computer.desktop.chooseInTray({ do: 'copy', keyId: id })
    await until(computer.clock, () => computer.desktop.opened === 1)
    expect(app.clipboard.text).toBe('')
  })

  it('speaks the person’s language', async () => {
    const desktop = createMemoryDesktop({ locale: () => 'de-AT' })
    const computer = createComputer({}, desktop)
    const app = await start(computer)
    open.push(app)
    await createVault(app)
    await addKey(app, 'ci-token', 7)
    await until(computer.clock, () => desktop.notices.length === 1, 1_000)
    expect(desktop.notices[0]).toMatchObject({
      title: 'ci-token läuft in 7 Tagen ab',
      body: 'Rotiere oder verlängere ihn, bevor stehen bleibt, was ihn benutzt.'
    })
  })
})
