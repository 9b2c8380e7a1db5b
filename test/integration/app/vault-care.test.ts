import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
const actions = async (): Promise<string[]> => (await test.call('audit.list', {})).items.map(({ action }) => action)

describe('the password', () => {
  it('check 28: changes, and then only the new one opens', async () => {
    expect(await test.failure('vault.changePassword', { current: 'wrong', next: 'new one', hint: '' })).toBe(
      'wrong-password'
    )
    await test.call('vault.changePassword', { current: PASSWORD, next: 'new one', hint: 'new hint' })
    await test.call('session.lock', {})
    expect((await session()).hint).toBe('new hint')
    expect(await test.failure('session.unlock', { password: PASSWORD })).toBe('wrong-password')
    await test.call('session.unlock', { password: 'new one' })
    expect(await actions()).toContain('vault.password-changed')
  })

  it('check 83: is asked for by everything that could give the vault away', async () => {
    test.chosen.push(join(test.home, 'out.json'), join(test.home, 'out.json'))
    const refusals = await Promise.all([
      test.failure('vault.changePassword', { current: 'wrong', next: 'x', hint: '' }),
      test.failure('vault.changePassword', { current: null, next: 'x', hint: '' })
    ])
    expect(refusals).toEqual(['wrong-password', 'password-needed-again'])
    for (let minute = 0; minute < 6; minute += 1) {
      test.clock.pass(60_000)
      await test.call('session.touch', {})
    }
    for (const change of [
      { autoLockMinutes: 0 },
      { clipboardClearSeconds: 0 },
      { revealSeconds: 120 },
      { askPasswordAgainMinutes: 60 }
    ]) {
      expect(await test.failure('settings.update', change)).toBe('password-needed-again')
    }
    expect((await test.call('app.snapshot', {})).settings.autoLockMinutes).toBe(5)
    expect(await test.call('settings.update', { theme: 'dark' })).toMatchObject({ theme: 'dark' })
    const careful = [
      () => test.failure('export.plain', { format: 'json', password: 'wrong', file: null }),
      () => test.failure('vault.makeRecoveryCode', { password: 'wrong' }),
      () => test.failure('vault.setDeviceUnlock', { on: true, password: 'wrong' }),
      () => test.failure('vault.rotateDataKey', { password: 'wrong' })
    ]
    for (const attempt of careful) {
      test.clock.pass(61_000)
      await test.call('session.touch', {})
      expect(await attempt()).toBe('wrong-password')
    }
    expect(readdirSync(test.home)).not.toContain('out.json')
  })
})

describe('the recovery code', () => {
  it('opens the vault once it was typed back, and asks for a new password', async () => {
    const { code } = await test.call('vault.makeRecoveryCode', { password: PASSWORD })
    expect(code).toMatch(/^([0-9A-Z]{6}-){5}[0-9A-Z]{6}$/)
    expect((await session()).recoveryCode).toBe(false)
    expect(
      await test.failure('vault.confirmRecoveryCode', {
        code: code.replace(/^./, (first) => (first === '0' ? '1' : '0'))
      })
    ).toBe('recovery-code-malformed')
    await test.call('vault.confirmRecoveryCode', { code: code.toLowerCase().replaceAll('-', ' ') })
    expect((await session()).recoveryCode).toBe(true)

    await test.call('session.lock', {})
    await test.call('session.unlockWithRecoveryCode', { code })
    expect(await session()).toMatchObject({ phase: 'unlocked', needsNewPassword: true })
    await test.call('vault.changePassword', { current: null, next: 'after recovery', hint: '' })
    expect((await session()).needsNewPassword).toBe(false)
    expect(await test.failure('vault.changePassword', { current: null, next: 'x', hint: '' })).toBe(
      'password-needed-again'
    )
    await test.call('session.lock', {})
    await test.call('session.unlock', { password: 'after recovery' })
    expect(JSON.stringify(test.events) + test.log.lines.join()).not.toContain(code)
  })

  it('is saved as a sheet of mode 0600 while it is shown, and stands in no log, trail or answer', async () => {
    const file = join(test.home, 'kit.html')
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('recovery-code-gone')
    const { code } = await test.call('vault.makeRecoveryCode', { password: PASSWORD })
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('cancelled')
    test.chosen.push(file)
    expect(await test.call('vault.saveRecoveryKit', {})).toEqual({ file })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const sheet = readFileSync(file, 'utf8')
    for (const group of code.split('-')) expect(sheet).toContain(`<span>${group}</span>`)
    expect(sheet).not.toMatch(/<script|src=|href=|url\(/)
    test.chosen.push(file)
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('file-exists')
    expect((await actions())[0]).toBe('vault.recovery-kit-saved')
    const trail = JSON.stringify(await test.call('audit.list', {}))
    const said = `${trail}${test.log.lines.join()}${JSON.stringify(test.events)}`
    for (const group of code.split('-')) expect(said).not.toContain(group)
    await test.call('vault.confirmRecoveryCode', { code })
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('recovery-code-gone')

    const { recoveryCode } = await test.call('vault.rotateDataKey', { password: PASSWORD })
    test.chosen.push(join(test.home, 'new-kit.html'))
    await test.call('vault.saveRecoveryKit', {})
    expect(readFileSync(join(test.home, 'new-kit.html'), 'utf8')).toContain(recoveryCode?.split('-')[0])
    await test.call('session.lock', {})
    await test.call('session.unlock', { password: PASSWORD })
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('recovery-code-gone')
  })

  it('of a rotated data key can be saved no more once its sheet was closed, or after half an hour', async () => {
    const { code } = await test.call('vault.makeRecoveryCode', { password: PASSWORD })
    await test.call('vault.confirmRecoveryCode', { code })
    await test.call('vault.rotateDataKey', { password: PASSWORD })
    await test.call('vault.putRecoveryCodeAway', {})
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('recovery-code-gone')
    await test.call('vault.rotateDataKey', { password: PASSWORD })
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('cancelled')
    for (let minute = 0; minute < 31; minute += 1) {
      test.clock.pass(60_000)
      await test.call('session.touch', {})
    }
    expect(await test.failure('vault.saveRecoveryKit', {})).toBe('recovery-code-gone')
  })

  it('that was never made opens nothing', async () => {
    await test.call('session.lock', {})
    expect(await test.failure('session.unlockWithRecoveryCode', { code: 'AAAA' })).toBe('recovery-code-malformed')
    expect((await session()).phase).toBe('locked')
  })
})

describe('this computer', () => {
  it('opens the vault with the keyring’s key, and check 21: without it the password does', async () => {
    await test.call('vault.setDeviceUnlock', { on: true, password: PASSWORD })
    expect((await session()).deviceUnlock).toBe('on')
    await test.call('session.lock', {})
    await test.call('session.unlockWithDevice', {})
    expect((await session()).phase).toBe('unlocked')
    const { id } = await test.call('keys.add', { fields: { name: 'k' }, secret: SECRET })
    // The keyring says which computer it is, not who sits there.
    expect(await test.failure('keys.reveal', { id })).toBe('password-needed-again')
    await test.call('vault.setDeviceUnlock', { on: false, password: PASSWORD })
    await test.call('session.lock', {})
    expect(await test.failure('session.unlockWithDevice', {})).toBe('device-unlock-failed')
    await test.call('session.unlock', { password: PASSWORD })
  })

  it('check 17: is refused without a real keyring, and nothing is written', async () => {
    test.keyring.name = 'basic_text'
    const before = readFileSync(join(test.folder, 'vault.json'), 'utf8')
    expect(await test.failure('vault.setDeviceUnlock', { on: true, password: PASSWORD })).toBe(
      'device-unlock-unavailable'
    )
    expect(readFileSync(join(test.folder, 'vault.json'), 'utf8')).toBe(before)
    expect((await session()).deviceUnlock).toBe('off')
  })

  it('check 19: falls back to the password when the keyring changed, and changes nothing', async () => {
    await test.call('vault.setDeviceUnlock', { on: true, password: PASSWORD })
    await test.call('session.lock', {})
    const before = readFileSync(join(test.folder, 'vault.json'), 'utf8')
    test.keyring.name = 'kwallet6'
    expect(await test.failure('session.unlockWithDevice', {})).toBe('device-unlock-failed')
    expect(readFileSync(join(test.folder, 'vault.json'), 'utf8')).toBe(before)
    await test.call('session.unlock', { password: PASSWORD })
    await test.call('session.lock', {})
    test.keyring.name = 'gnome_libsecret'
    await test.call('session.unlockWithDevice', {})
  })
})

describe('the data key', () => {
  it('check 43: is rotated with everything kept, a new recovery code and the same password', async () => {
    const { id } = await test.call('keys.add', { fields: { name: 'kept' }, secret: SECRET })
    const { code } = await test.call('vault.makeRecoveryCode', { password: PASSWORD })
    await test.call('vault.confirmRecoveryCode', { code })
    await test.call('vault.setDeviceUnlock', { on: true, password: PASSWORD })
    const { recoveryCode } = await test.call('vault.rotateDataKey', { password: PASSWORD })
    expect(recoveryCode).not.toBe(code)
    expect((await test.call('keys.reveal', { id })).secret).toBe(SECRET)
    for (const unlock of [
      () => test.call('session.unlock', { password: PASSWORD }),
      () => test.call('session.unlockWithRecoveryCode', { code: recoveryCode ?? '' }),
      () => test.call('session.unlockWithDevice', {})
    ]) {
      await test.call('session.lock', {})
      await unlock()
      expect((await test.call('keys.get', { id })).name).toBe('kept')
    }
    await test.call('session.lock', {})
    expect(await test.failure('session.unlockWithRecoveryCode', { code })).toBe('wrong-password')
  })
})

describe('what happened while locked', () => {
  it('stands in the audit trail after the next unlock', async () => {
    await test.call('session.lock', {})
    expect(await test.failure('session.unlock', { password: 'wrong' })).toBe('wrong-password')
    await test.call('session.unlock', { password: PASSWORD })
    expect((await actions()).slice(0, 2)).toEqual(['vault.unlocked', 'vault.unlock-failed'])
    expect(await test.call('audit.verify', {})).toMatchObject({ whole: true })
  })
})

describe('backups', () => {
  it('check 53: are made on schedule after unlock and by hand, and are proven', async () => {
    const count = async (): Promise<number> => (await test.call('backups.list', {})).items.length
    expect(await count()).toBe(0)
    await test.call('keys.list', {})
    test.clock.pass(20_000)
    await expect.poll(count).toBe(1)
    test.clock.jump(2 * 86_400_000)
    await test.call('session.lock', {})
    await test.call('session.unlock', { password: PASSWORD })
    await test.call('keys.list', {})
    test.clock.pass(20_000)
    await expect.poll(count).toBe(2)
    test.clock.pass(1_000)
    const made = await test.call('backups.make', {})
    expect(await count()).toBe(3)
    expect(await test.call('backups.verify', { file: made.file, password: PASSWORD })).toMatchObject({ keys: 0 })
    expect(await test.failure('backups.verify', { file: made.file, password: 'wrong' })).toBe('wrong-password')
  })

  it('bring back what was there, and what they replace is kept aside', async () => {
    const { id } = await test.call('keys.add', { fields: { name: 'before' }, secret: SECRET })
    const made = await test.call('backups.make', {})
    await test.call('keys.delete', { id })
    await test.call('keys.add', { fields: { name: 'after' }, secret: SECRET })
    expect(await test.call('backups.restore', { file: made.file, password: PASSWORD })).toMatchObject({ keys: 1 })
    expect((await session()).phase).toBe('locked')
    await test.call('session.unlock', { password: PASSWORD })
    expect((await test.call('keys.list', {})).items.map(({ name }) => name)).toEqual(['before'])
    expect(await actions()).toContain('vault.restored')
    expect(readdirSync(test.folder).some((name) => name.startsWith('replaced-'))).toBe(true)
  })

  it('check 54: that are damaged or foreign change nothing', async () => {
    const { id } = await test.call('keys.add', { fields: { name: 'kept' }, secret: SECRET })
    const file = join(test.home, 'elsewhere.keyquay')
    test.chosen.push(file)
    await test.call('backups.save', { file: null })
    truncateSync(file, 10_000)
    test.chosen.push(file)
    expect(await test.failure('backups.restore', { file: null, password: PASSWORD })).toBe('backup-damaged')
    expect(await session()).toMatchObject({ phase: 'unlocked' })
    expect((await test.call('keys.get', { id })).name).toBe('kept')
  })

  it('are named by the window only when Keyquay listed them', async () => {
    expect(await test.failure('backups.restore', { file: '/etc/passwd', password: PASSWORD })).toBe('sender-refused')
    expect(await test.failure('backups.save', { file: join(test.home, 'x') })).toBe('sender-refused')
    expect(await test.failure('backups.save', { file: null })).toBe('cancelled')
  })
})

describe('keys from elsewhere', () => {
  it('are shown before they are taken over, without their secrets', async () => {
    const file = join(test.home, '.env')
    writeFileSync(
      file,
      `# project\nCLOUDAPI_TOKEN=${SECRET}\nNODE_ENV=production\nSTRIPE_KEY='sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'\n`
    )
    test.chosen.push(file)
    const preview = await test.call('import.preview', { file: null, format: null, password: null })
    expect(preview.format).toBe('env')
    expect(JSON.stringify(preview)).not.toContain(SECRET)
    const verdicts = Object.fromEntries(preview.items.map(({ name, envName, verdict }) => [envName ?? name, verdict]))
    expect(verdicts).toMatchObject({ CLOUDAPI_TOKEN: 'new', STRIPE_KEY: 'new', NODE_ENV: 'ignored' })
    const choices = preview.items
      .filter(({ verdict }) => verdict === 'new')
      .map(({ index }) => ({ index, action: 'add' as const }))
    expect(await test.call('import.apply', { token: preview.token, choices })).toEqual({
      added: 2,
      replaced: 0,
      skipped: 1,
      bound: 0
    })
    const { id } = await test.call('keys.find', { name: 'CLOUDAPI_TOKEN' })
    expect((await test.call('keys.reveal', { id })).secret).toBe(SECRET)

    writeFileSync(
      file,
      `CLOUDAPI_TOKEN=cap_aaaaaaaaaaaaaaaaaaaaaaaaaaaa\nSTRIPE_KEY='sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'\n`
    )
    test.chosen.push(file)
    const second = await test.call('import.preview', { file: null, format: null, password: null })
    expect(second.items.map(({ verdict }) => verdict)).toEqual(['changed', 'same'])
    await test.call('import.apply', { token: second.token, choices: [{ index: 0, action: 'replace' }] })
    expect((await test.call('keys.get', { id })).previousValues).toHaveLength(1)
  })

  it('are forgotten when cancelled and on lock', async () => {
    const file = join(test.home, '.env')
    writeFileSync(file, `A_TOKEN=${SECRET}\n`)
    for (const forget of ['cancel', 'lock']) {
      test.chosen.push(file)
      const { token } = await test.call('import.preview', { file: null, format: 'env', password: null })
      if (forget === 'cancel') await test.call('import.cancel', { token })
      else {
        await test.call('session.lock', {})
        await test.call('session.unlock', { password: PASSWORD })
      }
      expect(await test.failure('import.apply', { token, choices: [] })).toBe('import-forgotten')
    }
  })

  it('go out in plain text and come back the same', async () => {
    await test.call('keys.add', {
      fields: { name: 'out', tags: ['a', 'b'], envName: 'OUT', notes: 'n\nn' },
      secret: SECRET
    })
    const file = join(test.home, 'keys.json')
    test.chosen.push(file)
    expect(await test.call('export.plain', { format: 'json', password: PASSWORD, file: null })).toEqual({
      file,
      keys: 1
    })
    expect(readFileSync(file, 'utf8')).toContain(SECRET)
    test.chosen.push(file)
    expect((await test.call('import.preview', { file: null, format: null, password: null })).items).toMatchObject([
      { name: 'out', verdict: 'same' }
    ])
    expect(await actions()).toContain('vault.exported')
  })
})
