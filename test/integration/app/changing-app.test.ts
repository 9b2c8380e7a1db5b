import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallName } from '@contract/ipc'
import { createChangingApp, type ChangingApp } from '@main/app/changing-app'
import { openApp, PASSWORD, type TestApp } from './open-app'

const WINDOW = { actor: 'window', trusted: true } as const

let root: string
let first: TestApp
let second: TestApp
let both: ChangingApp
let left: number
let entered: number
let failed: number

const ask = (name: CallName, input: object): ReturnType<ChangingApp['dispatch']> =>
  both.dispatch({ name, input }, WINDOW)

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'keyquay-changing-'))
  left = 0
  entered = 0
  failed = 0
  first = await openApp({}, undefined, { home: join(root, 'first') })
  second = await openApp({}, undefined, { home: join(root, 'second') })
  await first.call('vault.create', { password: PASSWORD, hint: 'the first' })
  await second.call('vault.create', { password: `${PASSWORD} 2`, hint: 'the second' })
  await second.app.lock('user')
  const apps = [first.app, second.app]
  both = createChangingApp({
    make: () => apps.shift() ?? second.app,
    leave: () => {
      left += 1
      return Promise.resolve()
    },
    entered: () => {
      entered += 1
    },
    failed: () => {
      failed += 1
    }
  })
  await both.start()
})
afterEach(async () => {
  await first.close()
  await second.close()
  rmSync(root, { recursive: true, force: true })
})

describe('changing the vault', () => {
  it('gives a core that does not start no password of the page before, and lets another vault be chosen', async () => {
    const broken = { ...second.app, start: () => Promise.reject(new Error('no start')) }
    const apps = [first.app, broken, second.app]
    both = createChangingApp({
      make: () => apps.shift() ?? second.app,
      leave: () => Promise.resolve(),
      entered: () => {
        entered += 1
      },
      failed: () => {
        failed += 1
      }
    })
    await both.start()
    entered = 0
    await both.change()
    expect({ entered, failed }).toEqual({ entered: 1, failed: 1 })
    expect(await ask('session.unlock', { password: `${PASSWORD} 2` })).toMatchObject({ error: { code: 'vault-busy' } })
    expect(await ask('app.snapshot', {})).toMatchObject({ ok: true })
    expect(await ask('vaults.list', {})).toMatchObject({ ok: true })
    await both.change()
    expect(await ask('session.unlock', { password: `${PASSWORD} 2` })).toMatchObject({ ok: true })
  })

  it('locks the one before, and answers from the other from then on', async () => {
    expect(await ask('app.snapshot', {})).toMatchObject({
      value: { session: { phase: 'unlocked', hint: 'the first' } }
    })
    await both.change()
    expect(left).toBe(1)
    expect((await first.call('app.snapshot', {})).session.phase).toBe('locked')
    expect(await ask('app.snapshot', {})).toMatchObject({ value: { session: { phase: 'locked', hint: 'the second' } } })
    expect(await ask('session.unlock', { password: PASSWORD })).toMatchObject({ error: { code: 'wrong-password' } })
  })

  it('lets no password through meanwhile, and a page that starts wait for the vault that comes', async () => {
    const changed = both.change()
    const [unlocking, booting] = [ask('session.unlock', { password: PASSWORD }), ask('app.snapshot', {})]
    expect(await unlocking).toMatchObject({ ok: false, error: { code: 'vault-busy' } })
    expect(await booting).toMatchObject({ value: { session: { hint: 'the second' } } })
    await changed
  })

  it('tells nothing any more of the one before', async () => {
    const heard: string[] = []
    both.onEvent(({ name }) => heard.push(name))
    await both.change()
    heard.length = 0
    await first.call('settings.update', { theme: 'dark' })
    expect(heard).toEqual([])
    await second.call('settings.update', { theme: 'dark' })
    expect(heard).toContain('settings.changed')
  })
})
