import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { Credentials, Kdbx, ProtectedValue } from 'kdbxweb'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { violations } from './axe'
import { addKey, openVault, PASSWORD } from './drive'
import { expect, testOfVault as test } from './keyquay'

// axe looks at every screen twice, which takes longer than the screen itself.
test.slow()

const OLD = 'cap_canaryold7a9c1e5b8d3f6a0c4e7b1'
const NEW = 'cap_canarynew7a9c1e5b8d3f6a0c4e7b1'
const FILE_PASSWORD = 'the file has its own'
const OTHER = 'ghp_canaryother4Kd81mQzXw7Pv2Rt9Ly5Bn0C'

/** Answers the system's next file dialog, which only the stand-in lets a spec do. */
function answerDialog(app: ElectronApplication, answer: { filePath?: string; filePaths?: string[] }): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog(given)
  }, answer)
}

test('a .env is looked at, what is new comes in, and what changed only when chosen', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  const file = join(home, 'project.env')
  writeFileSync(file, `CLOUDAPI_TOKEN=${NEW}\nGITHUB_TOKEN=${OTHER}\nLOG_LEVEL=debug\n`)
  await openVault(page)
  const dialog = page.getByRole('dialog')

  await test.step('nothing happens when the file dialog is cancelled', async () => {
    await page.getByRole('button', { name: 'Import…' }).click()
    await dialog.getByRole('button', { name: 'Choose file…' }).click()
    await expect(dialog.getByRole('button', { name: 'Choose file…' })).toBeEnabled()
    await expect(dialog.getByRole('alert')).toHaveCount(0)
    expect(await violations(page), 'choose a file').toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await addKey(page, { name: 'CLOUDAPI_TOKEN', secret: OLD, envName: 'CLOUDAPI_TOKEN' })

  await test.step('the preview says what each entry would do', async () => {
    await page.getByRole('button', { name: 'More ways to add keys' }).click()
    await page.getByRole('menuitem', { name: 'Import…' }).click()
    await answerDialog(app, { filePaths: [file] })
    await dialog.getByRole('button', { name: 'Choose file…' }).click()
    await expect(page.getByRole('dialog', { name: 'Import from project.env' })).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: 'Import GITHUB_TOKEN' })).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Import CLOUDAPI_TOKEN' })).not.toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Import LOG_LEVEL' })).not.toBeChecked()
    await expect(dialog.getByText('Replaces the secret of CLOUDAPI_TOKEN here')).toBeVisible()
    expect(await page.content()).not.toContain('canary')
    expect(await violations(page), 'preview').toEqual([])
  })

  await test.step('the keyboard chooses', async () => {
    const grid = dialog.getByRole('grid', { name: 'Entries of the file' })
    await grid.focus()
    for (const key of ['End', 'Space', 'Home', 'Space', 'Space']) await page.keyboard.press(key)
    await expect(dialog.getByRole('checkbox', { name: 'Import LOG_LEVEL' })).toBeChecked()
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await dialog.getByRole('checkbox', { name: 'Import CLOUDAPI_TOKEN' }).click()
    await dialog.getByRole('button', { name: 'Import 2 keys' }).click()
    await expect(page.getByText('1 added, 1 replaced')).toBeVisible()
  })

  await test.step('the key holds the new secret, and the old one is a previous value', async () => {
    await page.getByRole('grid', { name: 'Keys' }).getByText('CLOUDAPI_TOKEN').click()
    await page.getByRole('button', { name: 'Reveal', exact: true }).click()
    await expect(page.getByText(NEW)).toBeVisible()
    await page.getByRole('button', { name: 'Hide', exact: true }).click()
    await page.getByRole('button', { name: 'Reveal the value replaced on' }).click()
    await expect(page.getByText(OLD)).toBeVisible()
  })
})

test('a file that cannot be read is said to be so, and another can be chosen', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  const [wrong, right] = [join(home, 'wrong.kdbx'), join(home, 'right.env')]
  writeFileSync(wrong, 'not a database')
  writeFileSync(right, `GITHUB_TOKEN=${OTHER}\n`)
  await openVault(page)
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog')
  await answerDialog(app, { filePaths: [wrong] })
  await dialog.getByRole('button', { name: 'Choose file…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('wrong.kdbx')
  await answerDialog(app, { filePaths: [right] })
  await dialog.getByRole('button', { name: 'Choose file again…' }).click()
  await dialog.getByRole('button', { name: 'Import 1 key', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Keys' }).getByText('GITHUB_TOKEN')).toBeVisible()
})

test('a KeePass file asks for its own password', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  const file = join(home, 'vault.kdbx')
  const database = Kdbx.create(new Credentials(ProtectedValue.fromString(FILE_PASSWORD)), 'Vault')
  // The older version needs no Argon2, which the writer here does not have.
  database.setVersion(3)
  const entry = database.createEntry(database.getDefaultGroup())
  entry.fields.set('Title', 'GitHub')
  entry.fields.set('Password', ProtectedValue.fromString(OTHER))
  writeFileSync(file, new Uint8Array(await database.save()))
  await openVault(page)
  await page.getByRole('button', { name: 'Import…' }).click()
  const dialog = page.getByRole('dialog')
  await answerDialog(app, { filePaths: [file] })
  await dialog.getByRole('button', { name: 'Choose file…' }).click()
  await expect(dialog.getByText('This file has a password of its own')).toBeVisible()
  await answerDialog(app, { filePaths: [file] })
  await dialog.getByLabel('Password of the file').fill(FILE_PASSWORD)
  await dialog.getByRole('button', { name: 'Choose file again…' }).click()
  await expect(dialog.getByRole('grid', { name: 'Entries of the file' })).toBeVisible()
})

test('an export wants the warning ticked and the password, and says where the file is', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  const file = join(home, 'keys.csv')
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: OLD })
  await page.getByRole('navigation').getByText('Settings', { exact: true }).click()
  await page.getByRole('button', { name: 'Export in plain text…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export in plain text' })
  await dialog.getByText('CSV').click()
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'Write every secret in plain text' }).click()
  expect(await violations(page), 'export').toEqual([])
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByText('Enter a password')).toBeVisible()
  await dialog.getByLabel('Master password').fill('not the password')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByText('Wrong password')).toBeVisible()
  await answerDialog(app, { filePath: file })
  await dialog.getByLabel('Master password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByText(file)).toBeVisible()
  await expect(dialog.getByText('Remove the file when it has served.')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain(OLD)
  expect(await page.content()).not.toContain('canary')
})
