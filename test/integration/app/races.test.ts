import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '@contract/ipc'
import { openApp, PASSWORD, type TestApp } from './open-app'

const SECRET = 'cap_2f7a9c1e5b8d3f6a0c4e7b1d9e'
let test: TestApp

beforeEach(async () => {
  test = await openApp()
  await test.call('vault.create', { password: PASSWORD })
})

afterEach(async () => {
  await test.close()
})

const session = async () => (await test.call('app.snapshot', {})).session

/** A promise and what ends it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** Lets whatever can go on go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('an open vault', () => {
  it('is not left unlockable by a second vault.create', async () => {
    expect(await test.failure('vault.create', { password: 'another' })).toBe('vault-exists')
    expect((await session()).phase).toBe('unlocked')
    await test.app.lock('screen-lock')
    expect((await session()).phase).toBe('locked')
  })

  it('locks though the keyring stops answering', async () => {
    await test.call('session.lock', {})
    test.keyring.isSafe = () => Promise.reject(new Error('gone'))
    await test.call('session.unlock', { password: PASSWORD })
    expect(await session()).toMatchObject({ phase: 'unlocked', deviceUnlock: 'unavailable' })
    await test.app.lock('suspend')
    expect((await session()).phase).toBe('locked')
  })

  it('is not taken for locked by a look that began before it was opened', async () => {
    await test.call('session.lock', {})
    const slow = gate()
    const { isSafe } = test.keyring
    test.keyring.isSafe = async () => {
      await slow.opened
      return true
    }
    const looking = test.app.start()
    await settle()
    test.keyring.isSafe = isSafe.bind(test.keyring)
    await test.call('session.unlock', { password: PASSWORD })
    slow.open()
    await looking
    expect((await session()).phase).toBe('unlocked')
    await test.app.lock('suspend')
    expect((await session()).phase).toBe('locked')
  })
})

describe('a lock', () => {
  it('takes back a copy that was on its way to the clipboard', async () => {
    const { id } = await test.call('keys.add', { fields: { name: 'k' }, secret: SECRET })
    const writing = gate()
    const { writeSecret } = test.clipboard
    test.clipboard.writeSecret = async (text) => {
      await writing.opened
      await writeSecret.call(test.clipboard, text)
    }
    const copying = test.failure('keys.copy', { id })
    await settle()
    const locking = test.app.lock('screen-lock')
    writing.open()
    await Promise.all([copying, locking])
    expect(test.clipboard.text).toBe('')
  })

  it.each(['keys.reveal', 'keys.revealPrevious'] as const)(
    'lets no %s that was under way be answered',
    async (name) => {
      const { id } = await test.call('keys.add', { fields: { name: 'k' }, secret: SECRET })
      await test.call('keys.replaceSecret', { id, secret: `${SECRET}2` })
      // It begins when the value has left the database, and before it was handed on.
      test.app.onEvent((event) => {
        if (event.name === 'keys.changed') void test.app.lock('screen-lock')
      })
      const input = name === 'keys.reveal' ? { id } : { id, version: 1 }
      expect(await test.failure(name, input as InputOf<typeof name>)).toBe('vault-locked')
    }
  )

  it('goes on when the clipboard never answers', async () => {
    const { id } = await test.call('keys.add', { fields: { name: 'k' }, secret: SECRET })
    await test.call('keys.copy', { id })
    test.clipboard.readText = () => new Promise(() => undefined)
    const locking = test.app.lock('screen-lock')
    await settle()
    test.clock.pass(5_000)
    await locking
    expect((await session()).phase).toBe('locked')
  })

  it('ends what the password was given for: a proof does not outlive it', async () => {
    await test.call('vault.setDeviceUnlock', { on: true, password: PASSWORD })
    const { id } = await test.call('keys.add', { fields: { name: 'k' }, secret: SECRET })
    const proving = test.failure('session.confirmPassword', { password: PASSWORD })
    await test.app.lock('screen-lock')
    expect(await proving).toBe('vault-locked')
    await test.call('session.unlockWithDevice', {})
    expect(await test.failure('keys.reveal', { id })).toBe('password-needed-again')
  })

  it('ends an export whose dialog stood open over it', async () => {
    await test.call('vault.setDeviceUnlock', { on: true, password: PASSWORD })
    const file = join(test.home, 'stolen.json')
    const dialog = gate()
    test.dialogs.chooseFile = async () => {
      await dialog.opened
      return file
    }
    const exporting = test.failure('export.plain', { format: 'json', password: PASSWORD, file: null })
    await test.dialogAsked
    await test.app.lock('screen-lock')
    await test.call('session.unlockWithDevice', {})
    dialog.open()
    expect(await exporting).toBe('vault-locked')
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })
})

describe('what has been done', () => {
  it('is not reported as undone because a lock came before it was written down', async () => {
    const changing = test.call('vault.changePassword', { current: PASSWORD, next: 'the next one', hint: '' })
    const locking = test.app.lock('idle')
    await Promise.allSettled([changing, locking])
    await test.app.lock('idle')
    const opensWithOld = (await test.failure('session.unlock', { password: PASSWORD })) === 'none'
    const saidDone = (await Promise.allSettled([changing]))[0].status === 'fulfilled'
    expect(saidDone).toBe(!opensWithOld)
    if (!opensWithOld) {
      await test.call('session.unlock', { password: 'the next one' })
      const { items } = await test.call('audit.list', {})
      expect(items.map(({ action }) => action)).toContain('vault.password-changed')
    }
  })

  it('asks once for "every time", and a wrong answer stands in the audit trail', async () => {
    await test.call('settings.update', { askPasswordAgainMinutes: 0 })
    const { id } = await test.call('keys.add', { fields: { name: 'k' }, secret: SECRET })
    test.clock.pass(20_000)
    expect(await test.failure('keys.reveal', { id })).toBe('password-needed-again')
    expect(await test.failure('session.confirmPassword', { password: 'wrong' })).toBe('wrong-password')
    await test.call('session.confirmPassword', { password: PASSWORD })
    test.clock.pass(50)
    expect((await test.call('keys.reveal', { id })).secret).toBe(SECRET)
    const { items } = await test.call('audit.list', {})
    expect(items).toContainEqual(expect.objectContaining({ action: 'vault.unlock-failed', detail: 'asked again' }))
  })

  it('imports each entry once, whatever is asked twice', async () => {
    mkdirSync(join(test.home, 'project\nforged'), { recursive: true })
    const file = join(test.home, 'project\nforged', 'a\nb.env')
    writeFileSync(file, `A_TOKEN=${SECRET}\n`)
    test.chosen.push(file)
    const { token, fileName } = await test.call('import.preview', { file: null, format: 'env', password: null })
    expect(fileName).not.toContain('\n')
    const twice = [0, 0].map((index) => ({ index, action: 'add' as const }))
    expect(await test.failure('import.apply', { token, choices: twice })).toBe('input-invalid')
    const once = { token, choices: [{ index: 0, action: 'add' as const }] }
    const outcomes = await Promise.all([test.failure('import.apply', once), test.failure('import.apply', once)])
    expect(outcomes.sort()).toEqual(['import-forgotten', 'none'])
    expect((await test.call('keys.list', {})).total).toBe(1)
    const { items } = await test.call('audit.list', {})
    expect(items.every(({ detail }) => !detail.includes('\n'))).toBe(true)
  })

  it('keeps the password out of its own hint', async () => {
    const hint = `it is ${PASSWORD.toUpperCase()}`
    expect(await test.failure('vault.changePassword', { current: PASSWORD, next: PASSWORD, hint })).toBe(
      'input-invalid'
    )
  })
})
