import { existsSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { violations } from './axe'
import { addKey, createVault, openKeyquay, openVault, PASSWORD, unlock } from './drive'
import { expect, test, testOfVault } from './keyquay'

const NEW_PASSWORD = 'harbour violet compass 58 thimble'
// axe looks at every screen twice, which takes longer than the screen itself.
test.slow()
testOfVault.slow()

const SECRET = 'cap_canary2f7a9c1e5b8d3f6a0c4e7b1d'

async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByText(screen, { exact: true }).click()
}

async function lock(page: Page): Promise<void> {
  await goTo(page, 'Lock')
  await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeVisible()
}

/** Answers the system's next file dialog, which only the stand-in lets a spec do. */
function answerDialog(app: ElectronApplication, answer: { filePath?: string; filePaths?: string[] }): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog(given)
  }, answer)
}

/** Gives the stand-in's machine another keyring. */
function keyring(app: ElectronApplication, backend: 'gnome_libsecret' | 'kwallet6'): Promise<void> {
  return app.evaluate((electron, chosen) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.setStorageBackend(chosen)
  }, backend)
}

/** Makes a recovery code from the dialog that is open, and answers it as it was shown. */
async function makeCode(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Recovery kit' })
  await dialog.getByLabel('Master password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Make recovery code' }).click()
  const shown = dialog.getByRole('group', { name: 'Recovery code' })
  await expect(shown).toBeVisible()
  const code = (await shown.locator('span').allTextContents()).join('-')
  expect(code).toMatch(/^([0-9A-Z]{6}-){5}[0-9A-Z]{6}$/)
  return code
}

test('a recovery code is made, typed back, and opens the vault once the password is lost', async ({ keyquay }) => {
  const { page } = keyquay
  await createVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET })

  const code = await test.step('the offer after making a vault leads to the kit', async () => {
    await page
      .getByRole('region', { name: 'Keyquay recovery kit' })
      .getByRole('button', { name: 'Make recovery code' })
      .click()
    expect(await violations(page), 'asking').toEqual([])
    const made = await makeCode(page)
    expect(await violations(page), 'kit').toEqual([])
    await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('group', { name: 'Recovery code' })).toBeVisible()
    await expect(page.getByRole('grid', { name: 'Keys', includeHidden: true })).toBeHidden()
    await page.emulateMedia({ media: null })
    return made
  })

  await test.step('it counts only once it was typed back', async () => {
    const dialog = page.getByRole('dialog', { name: 'Recovery kit' })
    await dialog.getByRole('button', { name: 'Type it back' }).click()
    await dialog.getByLabel('Recovery code').fill(code.replace(/^.{6}/, '000000'))
    await dialog.getByRole('button', { name: 'Confirm code' }).click()
    await expect(dialog.getByText('This is not the code that was shown')).toBeVisible()
    await dialog.getByLabel('Recovery code').fill('')
    await dialog.getByLabel('Recovery code').pressSequentially(code.replaceAll('-', '').toLowerCase())
    await expect(dialog.getByLabel('Recovery code')).toHaveValue(code)
    await dialog.getByRole('button', { name: 'Confirm code' }).click()
    await expect(dialog).toBeHidden()
    expect(await page.content()).not.toContain(code.slice(0, 6))
    await goTo(page, 'Settings')
    await expect(page.getByText('A recovery code was made')).toBeVisible()
  })

  await test.step('the lock screen says what is wrong with a code', async () => {
    await lock(page)
    await page.getByRole('button', { name: 'Use recovery code' }).click()
    expect(await violations(page), 'recovery code').toEqual([])
    await page.getByLabel('Recovery code').fill(code.slice(0, -1))
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect(page.getByText('Not a recovery code')).toBeVisible()
  })

  await test.step('the right one opens the vault, and a new password comes first', async () => {
    await page.getByLabel('Recovery code').fill(code)
    await page.getByRole('button', { name: 'Unlock' }).click()
    await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
    await expect(page.getByText('ci-token')).toHaveCount(0)
    expect(await violations(page), 'new password').toEqual([])
    await page.getByRole('button', { name: 'Later' }).click()
    await page.getByRole('region', { name: 'Set a new password' }).getByRole('button', { name: 'Set password' }).click()
    await page.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
    await page.getByLabel('Repeat password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
  })

  await test.step('the new password opens it, the old one does not', async () => {
    await lock(page)
    await unlock(page)
    await expect(page.getByText('Wrong password')).toBeVisible()
    await unlock(page, NEW_PASSWORD)
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
  })
})

testOfVault('the password is changed and the data key rotated', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  await goTo(page, 'Settings')
  expect(await violations(page), 'settings').toEqual([])

  await page.getByRole('button', { name: 'Change password' }).click()
  const change = page.getByRole('dialog', { name: 'Change password' })
  await change.getByLabel('Present password').fill('not the password')
  await change.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD)
  await change.getByLabel('Repeat password').fill(NEW_PASSWORD)
  await change.getByRole('button', { name: 'Change password' }).click()
  await expect(change.getByText('Wrong password')).toBeVisible()
  expect(await violations(page), 'change password').toEqual([])
  await change.getByLabel('Present password').fill(PASSWORD)
  await change.getByRole('button', { name: 'Change password' }).click()
  await expect(change).toBeHidden()

  await page.getByRole('button', { name: 'Rotate data key' }).click()
  const rotate = page.getByRole('dialog', { name: 'Rotate data key' })
  await rotate.getByLabel('Master password').fill(NEW_PASSWORD)
  expect(await violations(page), 'rotate the data key').toEqual([])
  await rotate.getByRole('button', { name: 'Rotate data key' }).click()
  await expect(rotate).toBeHidden()
  await expect(page.getByText('Data key rotated')).toBeVisible()

  await lock(page)
  await unlock(page, NEW_PASSWORD)
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible()
})

testOfVault('rotating the data key replaces the recovery code', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  await goTo(page, 'Settings')
  await page.getByRole('main').getByRole('button', { name: 'Make recovery code' }).last().click()
  const old = await makeCode(page)
  const kit = page.getByRole('dialog', { name: 'Recovery kit' })
  await kit.getByRole('button', { name: 'Type it back' }).click()
  await kit.getByLabel('Recovery code').fill(old)
  await kit.getByRole('button', { name: 'Confirm code' }).click()
  await expect(kit).toBeHidden()

  await page.getByRole('button', { name: 'Rotate data key' }).click()
  await page.getByRole('dialog').getByLabel('Master password').fill(PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate data key' }).click()
  const dialog = page.getByRole('dialog', { name: 'New recovery code' })
  const shown = dialog.getByRole('group', { name: 'Recovery code' })
  await expect(shown).toBeVisible()
  expect(await violations(page), 'new recovery code').toEqual([])
  await page.keyboard.press('Escape')
  const fresh = (await shown.locator('span').allTextContents()).join('-')
  expect(fresh).not.toBe(old)
  await dialog.getByRole('button', { name: 'The code is kept' }).click()
  await expect(dialog).toBeHidden()

  await lock(page)
  await page.getByRole('button', { name: 'Use recovery code' }).click()
  await page.getByLabel('Recovery code').fill(old)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('This code does not open the vault')).toBeVisible()
  await page.getByLabel('Recovery code').fill(fresh)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
})

testOfVault('without a keyring device unlock says why it cannot be had', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  await goTo(page, 'Settings')
  await expect(page.getByRole('switch', { name: 'Unlock with this device' })).toBeDisabled()
  await expect(page.getByText('This computer has no keyring that would keep a key safe')).toBeVisible()
})

testOfVault('with a keyring this device opens the vault, and falls back to the password', async ({ keyquay }) => {
  test.skip(process.env.ELECTRON_OVERRIDE_DIST_PATH === undefined, 'only the stand-in brings a keyring of its own')
  const { app, page } = keyquay
  await keyring(app, 'gnome_libsecret')
  await openVault(page)
  await goTo(page, 'Settings')
  const device = page.getByRole('switch', { name: 'Unlock with this device' })
  await page.getByText('Unlock with this device').scrollIntoViewIfNeeded()
  await device.press('Space')
  const dialog = page.getByRole('dialog', { name: 'Turn on device unlock' })
  await dialog.getByLabel('Master password').fill(PASSWORD)
  expect(await violations(page), 'device unlock').toEqual([])
  await dialog.getByRole('button', { name: 'Turn on' }).click()
  await expect(device).toBeChecked()
  await lock(page)
  expect(await violations(page), 'locked with a device').toEqual([])
  await page.getByRole('button', { name: 'Unlock with this device' }).click()
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible()

  await test.step('check 83: the keyring is not the password, which a security setting asks for', async () => {
    await goTo(page, 'Settings')
    await page.getByRole('combobox', { name: 'Lock after' }).click()
    await page.getByRole('option', { name: '15 minutes' }).click()
    const again = page.getByRole('dialog', { name: 'Password needed again' })
    await again.getByLabel('Master password').fill(PASSWORD)
    expect(await violations(page), 'password again').toEqual([])
    await again.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByRole('combobox', { name: 'Lock after' })).toHaveValue('15 minutes')
  })

  await lock(page)
  await keyring(app, 'kwallet6')
  await page.getByRole('button', { name: 'Unlock with this device' }).click()
  await expect(page.getByText('This device could not open the vault')).toBeVisible()
  await page.getByLabel('Master password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible()
})

testOfVault('a backup is made, checked and restored, and the deleted key is back', async ({ keyquay }) => {
  const { app, page, home } = keyquay
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET })
  await goTo(page, 'Backups')
  await page.getByRole('button', { name: 'Back up now' }).first().click()
  const table = page.getByRole('table', { name: 'Backups in the vault folder' })
  await expect(page.getByText('Backup made: 1 key')).toBeVisible()
  expect(await violations(page), 'backups').toEqual([])

  await test.step('check it', async () => {
    await table.getByRole('button', { name: 'Check the backup' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Password of the backup').fill('not the password')
    await dialog.getByRole('button', { name: 'Check backup' }).click()
    await expect(dialog.getByText('Wrong password')).toBeVisible()
    expect(await violations(page), 'check a backup').toEqual([])
    await dialog.getByLabel('Password of the backup').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Check backup' }).click()
    await expect(table.getByText('Whole: 1 key')).toBeVisible()
  })

  await test.step('save a copy elsewhere, and nothing when the dialog is cancelled', async () => {
    await page.getByRole('button', { name: 'Save a copy…' }).click()
    await expect(page.getByRole('button', { name: 'Save a copy…' })).toBeEnabled()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await answerDialog(app, { filePath: join(home, 'copy.keyquay') })
    await page.getByRole('button', { name: 'Save a copy…' }).click()
    await expect(page.getByText('Copy saved as')).toBeVisible()
    expect(existsSync(join(home, 'copy.keyquay'))).toBe(true)
  })

  await test.step('the schedule is kept', async () => {
    await page.getByLabel('Back up by itself').click()
    await page.getByRole('option', { name: 'Every 7 days' }).click()
    await expect(page.getByLabel('Back up by itself')).toHaveValue('Every 7 days')
  })

  await test.step('delete the key for good', async () => {
    await goTo(page, 'All keys')
    await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Move to bin' }).click()
    await goTo(page, 'Bin')
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
    await page.getByRole('button', { name: 'Empty bin' }).click()
    expect(await violations(page), 'empty bin').toEqual([])
    await page.getByRole('button', { name: 'Delete 1 key for good' }).click()
    await expect(page.getByText('The bin is empty')).toBeVisible()
  })

  await test.step('restore: the vault locks, and the key is back', async () => {
    await goTo(page, 'Backups')
    await table.getByRole('button', { name: 'Restore the backup' }).first().click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('moved aside')).toBeVisible()
    expect(await violations(page), 'restore').toEqual([])
    await dialog.getByLabel('Password of the backup').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Restore backup' }).click()
    await expect(page.getByText('The vault locked to restore a backup')).toBeVisible()
    await unlock(page)
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
  })
})

testOfVault('a backup file opens on a fresh home from the first-run screen', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET })
  await goTo(page, 'Backups')
  await answerDialog(app, { filePath: join(home, 'moved.keyquay') })
  await page.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Copy saved as')).toBeVisible()

  const fresh = await openKeyquay(join(home, 'fresh'))
  await fresh.page.getByRole('button', { name: 'Restore a backup' }).click()
  expect(await violations(fresh.page), 'restore a file').toEqual([])
  const dialog = fresh.page.getByRole('dialog')
  await answerDialog(fresh.app, { filePaths: [join(home, 'moved.keyquay')] })
  await dialog.getByLabel('Password of the backup').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Choose file and restore…' }).click()
  await expect(fresh.page.getByText('The backup was restored')).toBeVisible()
  await unlock(fresh.page)
  await expect(fresh.page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
  await fresh.app.close()
  expect(readdirSync(join(home, 'fresh'))).not.toEqual([])
})

testOfVault('a damaged vault offers its newest backup, and that brings the keys back', async ({ keyquay, home }) => {
  const { page } = keyquay
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET })
  await goTo(page, 'Backups')
  await page.getByRole('button', { name: 'Back up now' }).first().click()
  await expect(page.getByText('Backup made: 1 key')).toBeVisible()
  await keyquay.app.close()
  const folder = join(home, 'vault')
  for (const name of readdirSync(folder)) if (name.endsWith('.db')) truncateSync(join(folder, name))

  const again = await openKeyquay(home)
  await expect(again.page.getByRole('heading', { name: 'This vault cannot be opened' })).toBeVisible()
  await expect(again.page.getByRole('alert')).toContainText(
    /The database .+vault-\d+\.db, which holds the vault’s keys, is empty/
  )
  expect(await violations(again.page), 'damaged').toEqual([])
  await expect(again.page.getByRole('button', { name: 'Choose a backup file…' })).toBeVisible()
  await again.page.getByRole('button', { name: 'Restore the backup of' }).click()
  const dialog = again.page.getByRole('dialog')
  await dialog.getByLabel('Password of the backup').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Restore backup' }).click()
  await expect(again.page.getByText('The backup was restored')).toBeVisible()
  await unlock(again.page)
  await expect(again.page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
  await again.app.close()
})

testOfVault('previous values are shown for a while, one by one', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  await page.evaluate(() => window.keyquay['settings.update']({ revealSeconds: 5 }))
  await addKey(page, { name: 'ci-token', secret: SECRET })
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Replace secret' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New secret').fill('cap_another5d1c9b2e7f3a8d6c0b4e')
  expect(await violations(page), 'replace a secret').toEqual([])
  await dialog.getByRole('button', { name: 'Replace secret' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Delete previous values' }).click()
  await expect(dialog).toBeVisible()
  expect(await violations(page), 'delete previous values').toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await page.content()).not.toContain('canary')
  await page.getByRole('button', { name: 'Reveal the value replaced on' }).click()
  await expect(page.getByText(SECRET)).toBeVisible()
  expect(await violations(page), 'previous value').toEqual([])
  await expect.poll(() => page.content(), { timeout: 8_000 }).not.toContain('canary')
})
