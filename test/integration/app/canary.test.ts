import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type CallName } from '@contract/ipc'
import { callNames } from '@contract/names'
import { openApp, type TestApp } from './open-app'

const CANARY = 'canary2f7a9c1e5b8d3f6a0c4e7b1d'
const PASSWORD = `${CANARY} as a password`
const SECRET = `cap_${CANARY}`

let test: TestApp
/** Every answer of a method that may not carry a secret. */
const answers: string[] = []

/** Asks and keeps what came back, unless giving a secret out is the method's purpose. */
async function ask(name: CallName, input: object): Promise<unknown> {
  const result = await test.app.dispatch({ name, input }, { actor: 'window', trusted: true })
  const givesSecret = contract[name].secret === 'output' || contract[name].secret === 'both'
  if (!result.ok || !givesSecret) answers.push(`${name}: ${JSON.stringify(result)}`)
  return result.ok ? result.value : null
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function expectNoCanary(): void {
  expect(answers.filter((answer) => answer.includes('canary'))).toEqual([])
  expect(test.log.lines.filter((line) => line.includes('canary'))).toEqual([])
  expect(test.events.map((event) => JSON.stringify(event)).filter((event) => event.includes('canary'))).toEqual([])
  for (const file of filesBelow(test.home)) {
    expect(file).not.toContain('canary')
    expect(readFileSync(file).includes(CANARY), file).toBe(false)
  }
}

beforeAll(async () => {
  test = await openApp()
})

afterAll(async () => {
  await test.close()
})

describe('check 77: a canary as password and secret', () => {
  it('stands nowhere after every feature was used', async () => {
    await ask('vault.create', { password: PASSWORD, hint: 'a bird' })
    const { id } = (await ask('keys.add', { fields: { name: 'ci', envName: 'CI' }, secret: SECRET })) as { id: string }
    await ask('keys.add', { fields: { name: 'once', keep: 'never' }, secret: SECRET })
    await ask('keys.edit', { id, fields: { notes: 'edited', tags: ['t'] } })
    await ask('keys.replaceSecret', { id, secret: `${SECRET}2` })
    await ask('keys.reveal', { id })
    await ask('keys.revealPrevious', { id, version: 1 })
    for (const format of ['value', 'env', 'export', 'powershell', 'json', 'curl-header'])
      await ask('keys.copy', { id, format })
    await ask('clipboard.clear', {})
    const list = join(test.home, 'import.env')
    writeFileSync(list, `OTHER_TOKEN=${SECRET}3\n`)
    test.chosen.push(list)
    const preview = (await ask('import.preview', { file: null, format: null, password: null })) as { token: string }
    await ask('import.apply', { token: preview.token, choices: [{ index: 0, action: 'add' }] })
    rmSync(list)
    const plain = join(test.home, 'export.json')
    test.chosen.push(plain)
    await ask('export.plain', { format: 'json', password: PASSWORD, file: null })
    expect(readFileSync(plain, 'utf8')).toContain(SECRET)
    rmSync(plain)
    const { code } = (await ask('vault.makeRecoveryCode', { password: PASSWORD })) as { code: string }
    await ask('vault.confirmRecoveryCode', { code })
    await ask('vault.setDeviceUnlock', { on: true, password: PASSWORD })
    await ask('vault.rotateDataKey', { password: PASSWORD })
    await ask('vault.changePassword', { current: PASSWORD, next: `${PASSWORD}2`, hint: '' })
    const backup = (await ask('backups.make', {})) as { file: string }
    await ask('backups.verify', { file: backup.file, password: `${PASSWORD}2` })
    await ask('keys.delete', { id })
    await ask('keys.restore', { id })
    await ask('keys.purgeValues', { id })
    for (const query of [{}, { text: 'ci' }, { view: 'bin' }]) await ask('keys.list', query)
    await ask('keys.get', { id })
    await ask('audit.list', { limit: 500 })
    await ask('session.lock', {})
    await ask('session.unlock', { password: `${PASSWORD}2` })
    expectNoCanary()
  })

  it('stands nowhere after every method was given it where it does not belong', async () => {
    for (const name of callNames) {
      for (const input of [
        CANARY,
        { [CANARY]: 1 },
        { password: CANARY.repeat(1_000) },
        { id: CANARY },
        { file: `/${CANARY}\0` }
      ]) {
        await ask(name, input as object)
      }
    }
    for (const [name, input] of [
      ['keys.add', { fields: { name: 'n' }, secret: `${SECRET}\0` }],
      ['keys.add', { fields: { name: 'n' }, secret: `${SECRET}\ud800` }],
      ['keys.add', { fields: { name: 'n' }, secret: SECRET.repeat(10_000) }],
      ['keys.add', { fields: { name: 'n', envName: '1' }, secret: SECRET }],
      ['session.unlock', { password: SECRET }],
      ['session.unlockWithRecoveryCode', { code: SECRET }],
      ['session.confirmPassword', { password: SECRET }],
      ['vault.changePassword', { current: SECRET, next: SECRET, hint: '' }]
    ] as const) {
      await ask(name, input)
    }
    expect(answers.length).toBeGreaterThan(callNames.length * 4)
    expectNoCanary()
  })

  it('stands nowhere after files that hold it could not be read, nor after the disk failed', async () => {
    const broken = join(test.home, 'broken')
    for (const [format, text] of [
      ['keyquay', `{"keys": "${SECRET}`],
      ['bitwarden-json', `["${SECRET}"]`],
      ['csv', `"${SECRET}`],
      ['keepass-kdbx', SECRET],
      ['onepassword-1pux', SECRET],
      ['env', `A="${SECRET}`],
      ['aws-credentials', `[${SECRET}\n= ${SECRET}`],
      ['netrc', `machine example.com login me password ${SECRET} password`]
    ]) {
      writeFileSync(broken, text ?? '')
      test.chosen.push(broken)
      const preview = (await ask('import.preview', { file: null, format, password: null })) as { token: string } | null
      if (preview !== null) await ask('import.cancel', { token: preview.token })
    }
    rmSync(broken)
    test.clipboard.broken = true
    const { items } = (await ask('keys.list', {})) as { items: { id: string }[] }
    await ask('keys.copy', { id: items[0]?.id })
    test.clipboard.broken = false
    for (const file of readdirSync(test.folder)) if (file.endsWith('.db')) truncateSync(join(test.folder, file), 6_000)
    await ask('keys.replaceSecret', { id: items[0]?.id, secret: `${SECRET}9` })
    await ask('keys.reveal', { id: items[0]?.id })
    await ask('session.lock', {})
    await ask('session.unlock', { password: `${PASSWORD}2` })
    expectNoCanary()
  })
})
