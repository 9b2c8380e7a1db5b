import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { violations } from './axe'
import { answerDialog, command, openVault, pick, press, tabTo, turn, walkTo } from './by-keyboard'
import { seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

const SECRET = 'cap_canary7a9c1e5b8d3f6a0c4e7b1d5'
const OTHER = 'ghp_canaryother4Kd81mQzXw7Pv2Rt9Ly5Bn0C'
const BY_HAND = 'cap_canaryhand8e1f4b7c0d3a6e9f2b5c'

test('env files are adopted, compared, written, put right and scanned with the keyboard alone', async ({
  keyquay,
  home
}) => {
  test.slow()
  const { app, page } = keyquay
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const folder = join(home, 'shop')
  const file = join(folder, '.env')
  mkdirSync(folder)
  writeFileSync(file, `GITHUB_TOKEN=${OTHER}\nLOG_LEVEL=debug\nAPI_SECRET=${SECRET}\n`, { mode: 0o600 })
  writeFileSync(join(folder, '.env.staging'), 'LOG_LEVEL=info\n', { mode: 0o600 })
  await openVault(page)
  await seedKeys(page, [{ name: 'mail-sender', envName: 'MAIL_TOKEN' }])

  await test.step('a folder becomes a project, and its secrets are adopted', async () => {
    await keyboard.press('ControlOrMeta+p')
    await answerDialog(app, { filePaths: [folder] })
    await press(page, page.getByRole('button', { name: 'Choose a folder…' }))
    await tabTo(page, page.getByRole('checkbox', { name: 'Choose API_SECRET' }))
    await press(page, page.getByRole('button', { name: 'Adopt and bind' }))
    await expect(page.getByText(/names adopted and bound/)).toBeVisible()
  })

  await test.step('its files are compared, and an example is made', async () => {
    await tabTo(page, page.getByRole('tab', { name: 'Files' }), 'Shift+Tab')
    await walkTo(page, page.getByRole('tab', { name: 'Compare' }), 'ArrowRight')
    await expect(page.getByRole('row', { name: /API_SECRET/ }).getByText('Missing')).toBeVisible()
    await press(page, page.getByRole('button', { name: 'Make .env.example…' }))
    await press(page, dialog.getByRole('button', { name: 'Write', exact: true }))
    await expect(dialog).toBeHidden()
    expect(readFileSync(join(folder, '.env.example'), 'utf8')).toContain('API_SECRET=')
  })

  await test.step('a key is written to a file of the project', async () => {
    await keyboard.press('ControlOrMeta+1')
    await tabTo(page, page.getByRole('grid', { name: 'Keys' }))
    await keyboard.type('mail')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'mail-sender', level: 2 })).toBeVisible()
    await keyboard.press('ControlOrMeta+Shift+e')
    await expect(dialog.getByLabel('Name in the file')).toBeFocused()
    await turn(page, dialog.getByRole('radio', { name: '.env, shop' }))
    await keyboard.press('Enter')
    await press(page, dialog.getByRole('button', { name: 'Write', exact: true }))
    await expect(dialog).toBeHidden()
    expect(readFileSync(file, 'utf8')).toMatch(/^MAIL_TOKEN=/m)
  })

  await test.step('a name that drifted is written again, and taken from its file', async () => {
    await command(page, 'API_SECRET')
    await expect(page.getByRole('heading', { name: 'API_SECRET', level: 2 })).toBeVisible()
    const part = page.getByRole('region', { name: 'Env files' })
    const drift = async (): Promise<void> => {
      writeFileSync(file, readFileSync(file, 'utf8').replace(SECRET, BY_HAND))
      await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    }
    await expect(part.getByText('In step')).toBeVisible()
    await drift()
    await press(page, part.getByRole('button', { name: 'Write again' }))
    await expect(part.getByText('In step')).toBeVisible()
    expect(readFileSync(file, 'utf8')).toContain(SECRET)
    await drift()
    await press(page, part.getByRole('button', { name: 'Take from file…' }))
    await press(page, dialog.getByRole('button', { name: 'Take from file' }))
    await expect(part.getByText('In step')).toBeVisible()
    expect(readFileSync(file, 'utf8')).toContain(BY_HAND)
  })

  await test.step('a folder is scanned', async () => {
    writeFileSync(join(folder, 'config.ts'), `export const token = '${OTHER}'\n`)
    await answerDialog(app, { filePaths: [folder] })
    await keyboard.press('ControlOrMeta+Shift+s')
    const finds = page.getByRole('list', { name: 'Secrets where they do not belong' })
    await expect(finds.getByText('config.ts:1')).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'shop', level: 1 })).toBeVisible()
  })

  await test.step('the project is renamed and removed, its files stay', async () => {
    const more = page.getByRole('button', { name: 'More actions' })
    await pick(page, more, page.getByRole('menuitem', { name: 'Rename…' }))
    await expect(dialog.getByRole('textbox')).toBeFocused()
    expect(await violations(page), 'rename a project').toEqual([])
    await keyboard.press('ControlOrMeta+a')
    await keyboard.insertText('store')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'store', level: 1 })).toBeVisible()
    await expect(page.getByText(/^The project is called store now, in \d keys? too$/)).toBeVisible()
    await expect(dialog).toHaveCount(0)
    await pick(page, more, page.getByRole('menuitem', { name: /^Remove/ }))
    await expect(dialog.getByRole('button', { name: /^Remove/ })).toBeVisible()
    expect(await violations(page), 'remove a project').toEqual([])
    await press(page, dialog.getByRole('button', { name: /^Remove/ }))
    await expect(page.getByRole('heading', { name: 'No projects yet' })).toBeVisible()
    expect(readFileSync(file, 'utf8')).toContain(BY_HAND)
  })
})
