import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerDialog, choose, command, openVault, press, tabTo, take, turn, type } from './by-keyboard'
import { PASSWORD } from './drive'
import { seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

const NEW_PASSWORD = 'harbour violet compass 58 thimble'
const SECRET = 'cap_canary7a9c1e5b8d3f6a0c4e7b1d5'

test('settings, import, export, backups and the recovery code are done with the keyboard alone', async ({
  keyquay,
  home
}) => {
  test.slow()
  const { app, page } = keyquay
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const grid = page.getByRole('grid', { name: 'Keys' })
  let password = PASSWORD
  await openVault(page)

  await test.step('import from a file, and choose what comes in', async () => {
    const file = join(home, 'project.env')
    writeFileSync(file, `CLOUDAPI_TOKEN=${SECRET}\nLOG_LEVEL=debug\n`)
    await answerDialog(app, { filePaths: [file] })
    await keyboard.press('ControlOrMeta+i')
    await press(page, dialog.getByRole('button', { name: 'Choose file…' }))
    await tabTo(page, dialog.getByRole('grid', { name: 'Entries of the file' }))
    await keyboard.press('End')
    await keyboard.press('Space')
    await press(page, dialog.getByRole('button', { name: 'Import 2 keys' }))
    await expect(grid.getByText('CLOUDAPI_TOKEN')).toBeVisible()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('settings: looks, times, notifications', async () => {
    await keyboard.press('ControlOrMeta+,')
    await take(page, page.getByRole('radio', { name: 'Dark' }))
    await expect(page.locator('html[data-mantine-color-scheme="dark"]')).toHaveCount(1)
    await take(page, page.getByRole('radio', { name: 'Compact' }))
    await expect(page.locator('html[data-density="compact"]')).toHaveCount(1)
    const lockAfter = page.getByRole('combobox', { name: 'Lock after' })
    await choose(page, lockAfter, '30 minutes')
    await expect(lockAfter).toHaveValue('30 minutes')
    await choose(page, page.getByRole('combobox', { name: 'Clear the clipboard after' }), '60 seconds')
  })

  await test.step('the password', async () => {
    await press(page, page.getByRole('button', { name: 'Change password' }))
    await type(page, dialog.getByLabel('Present password'), PASSWORD)
    await type(page, dialog.getByLabel('New password', { exact: true }), NEW_PASSWORD)
    await type(page, dialog.getByLabel('Repeat password'), NEW_PASSWORD)
    await keyboard.press('Enter')
    await expect(dialog).toHaveCount(0, { timeout: 60_000 })
    password = NEW_PASSWORD
  })

  await test.step('a recovery code, typed back', async () => {
    await keyboard.press('ControlOrMeta+Shift+k')
    await type(page, dialog.getByLabel('Master password'), password)
    await keyboard.press('Enter')
    const shown = dialog.getByRole('group', { name: 'Recovery code' })
    await expect(shown).toBeVisible()
    const code = (await shown.locator('span').allTextContents()).join('-')
    await press(page, dialog.getByRole('button', { name: 'Type it back' }))
    await type(page, dialog.getByLabel('Recovery code'), code)
    await keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('an export in plain text', async () => {
    const filePath = join(home, 'keys.csv')
    await answerDialog(app, { filePath })
    await press(page, page.getByRole('button', { name: 'Export in plain text…' }))
    await take(page, dialog.getByRole('radio', { name: 'CSV' }))
    await turn(page, dialog.getByRole('checkbox', { name: 'Write every secret in plain text' }))
    await type(page, dialog.getByLabel('Master password'), password)
    await press(page, dialog.getByRole('button', { name: 'Export…' }))
    await expect(dialog.getByText('Remove the file when it has served.')).toBeVisible()
    await keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    expect(readFileSync(filePath, 'utf8')).toContain(SECRET)
  })

  await test.step('a backup is made, checked, planned', async () => {
    await keyboard.press('ControlOrMeta+b')
    await expect(page.getByText('Backup made: 2 keys')).toBeVisible()
    await keyboard.press('ControlOrMeta+6')
    await press(page, page.getByRole('button', { name: 'Check the backup' }).first())
    await type(page, dialog.getByLabel('Password of the backup'), password)
    await keyboard.press('Enter')
    await expect(page.getByText('Whole: 2 keys')).toBeVisible()
    await choose(page, page.getByRole('combobox', { name: 'Back up by itself' }), 'Every 7 days')
  })

  await test.step('the bin is emptied', async () => {
    await seedKeys(page, [{ name: 'wandering' }])
    await command(page, 'CLOUDAPI_TOKEN')
    await command(page, 'Move it to the bin')
    await keyboard.press('ControlOrMeta+4')
    await press(page, page.getByRole('button', { name: 'Empty bin' }))
    await press(page, page.getByRole('button', { name: 'Delete 1 key for good' }))
    await expect(page.getByText('The bin is empty')).toBeVisible()
  })

  await test.step('and the backup restored', async () => {
    await keyboard.press('ControlOrMeta+6')
    await press(page, page.getByRole('button', { name: 'Restore the backup' }).first())
    await type(page, dialog.getByLabel('Password of the backup'), password)
    await press(page, dialog.getByRole('button', { name: 'Restore backup' }))
    await expect(page.getByText('The vault locked to restore a backup')).toBeVisible()
    await type(page, page.getByLabel('Master password'), password)
    await keyboard.press('Enter')
    await expect(grid.getByText('CLOUDAPI_TOKEN')).toBeVisible()
  })
})
