import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { connect } from '../shots/scenes'
import { violations } from './axe'
import { answerDialog, command, openVault, press, tabTo, type } from './by-keyboard'
import { seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

test('three keys are selected and written to one env file with the keyboard alone', async ({ keyquay, home }) => {
  test.slow()
  const { app, page } = keyquay
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const grid = page.getByRole('grid', { name: 'Keys' })
  const before = '# the shop\nMAIL_TOKEN=before # sends\nLOG_LEVEL=debug\n'
  const file = join(home, 'shop', '.env.local')
  mkdirSync(join(home, 'shop'))
  writeFileSync(file, before)
  chmodSync(file, 0o644)
  await openVault(page)
  await seedKeys(page, [
    { name: 'billing', envName: 'API_TOKEN' },
    { name: 'ci-deploy', envName: 'API_TOKEN' },
    { name: 'mail-sender', envName: 'MAIL_TOKEN' },
    { name: 'untouched' }
  ])
  await expect(grid.getByText('untouched')).toBeVisible()

  await test.step('the keys are selected, and the way to a file is beside them', async () => {
    await tabTo(page, grid)
    await keyboard.press('Home')
    await keyboard.press('Shift+ArrowDown')
    await keyboard.press('Shift+ArrowDown')
    const bar = page.getByRole('toolbar', { name: '3 keys selected' })
    await press(page, bar.getByRole('button', { name: 'Write to env file…' }))
    await expect(dialog.getByRole('heading', { name: 'Write 3 keys to an env file' })).toBeVisible()
  })

  await test.step('two keys of one name are told before anything is asked, and get names that differ', async () => {
    await expect(dialog.getByRole('button', { name: 'Choose a file…' })).toBeFocused()
    await expect(dialog.getByText('ci-deploy has this name too.')).toBeVisible()
    await expect(dialog.getByText('billing has this name too.')).toBeVisible()
    expect(await violations(page), 'names of several keys').toEqual([])
    await type(page, dialog.getByLabel('Name of ci-deploy in the file'), 'CI_TOKEN')
    await expect(dialog.getByText('has this name too.')).toHaveCount(0)
  })

  await test.step('the change is shown in one piece, and Back keeps what was typed', async () => {
    await answerDialog(app, { filePaths: [file] })
    await press(page, dialog.getByRole('button', { name: 'Choose a file…' }))
    await expect(dialog.getByText('Adds 2 names. Changes 1 name. Every other byte stays as it is.')).toBeVisible()
    const diff = dialog.getByRole('region', { name: 'What changes in the file' })
    for (const name of ['API_TOKEN', 'CI_TOKEN', 'MAIL_TOKEN']) await expect(diff).toContainText(`${name}='••••••••'`)
    const warning = dialog.getByRole('note').filter({ hasText: 'Readable by everybody on this computer' })
    await expect(warning).toBeInViewport({ ratio: 1 })
    await expect(dialog.getByText('Readable by your group')).toHaveCount(0)
    expect((await warning.boundingBox())?.y).toBeLessThan((await diff.boundingBox())?.y ?? 0)
    expect(await violations(page), 'the change of several keys').toEqual([])
    await press(page, dialog.getByRole('button', { name: 'Back' }))
    await expect(dialog.getByLabel('Name of ci-deploy in the file')).toHaveValue('CI_TOKEN')
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  await test.step('all of them are written, and undone to the byte', async () => {
    await answerDialog(app, { filePaths: [file] })
    await press(page, dialog.getByRole('button', { name: 'Choose a file…' }))
    await press(page, dialog.getByRole('button', { name: 'Write', exact: true }))
    await expect(page.getByText('3 variables written to .env.local')).toBeVisible()
    const value = (at: number): string => `cap_000${String(at)}f3a9c1e5b8d3f6a0c4e7b1d`
    expect(readFileSync(file, 'utf8')).toBe(
      `# the shop\nMAIL_TOKEN='${value(2)}' # sends\nLOG_LEVEL=debug\nAPI_TOKEN='${value(0)}'\nCI_TOKEN='${value(1)}'\n`
    )
    await press(page, page.getByRole('button', { name: 'Undo' }))
    await expect(page.getByText('.env.local is as it was')).toBeVisible()
    expect(readFileSync(file, 'utf8')).toBe(before)
  })
})

test('keys whose secret is not kept are named and left out', async ({ keyquay, home }) => {
  test.slow()
  const { app, page } = keyquay
  const sandbox = await startSandbox({ samples: true })
  const dialog = page.getByRole('dialog')
  const file = join(home, '.env')
  writeFileSync(file, '', { mode: 0o600 })
  await openVault(page)
  await connect(page, sandbox, 'cloudnexus')
  await seedKeys(page, [{ name: 'zz-kept', envName: 'KEPT' }])
  const grid = page.getByRole('grid', { name: 'Keys' })
  await expect(grid.getByText('zz-kept')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByRole('toolbar', { name: /selected/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(dialog.getByText(/keys? (is|are) left out/)).toBeVisible()
  await expect(
    dialog.getByRole('list', { name: 'Keys and their names in the file' }).getByRole('listitem')
  ).toHaveCount(1)
  expect(await violations(page), 'keys that are left out').toEqual([])
  await answerDialog(app, { filePaths: [file] })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await dialog.getByRole('button', { name: 'Write', exact: true }).click()
  await expect(page.getByText('KEPT written to .env')).toBeVisible()
  expect(readFileSync(file, 'utf8')).toBe("KEPT='cap_0000f3a9c1e5b8d3f6a0c4e7b1d'\n")

  await test.step('where nothing is left, it says so', async () => {
    await grid.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Space')
    await expect(page.getByRole('toolbar', { name: '1 key selected' })).toBeVisible()
    await command(page, 'Write 1 key to an env file')
    await expect(dialog.getByText('None of the selected keys can be written to an env file.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
  })
  await sandbox.close()
})
