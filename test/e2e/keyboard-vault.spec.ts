import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { answerDialog, command, firstRun, pick, press, tabTo, type } from './by-keyboard'
import { clipboardText, PASSWORD } from './drive'
import { expect, test } from './keyquay'

const SECRET = 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'

test('every job of the vault is done with the keyboard alone', async ({ keyquay, home }) => {
  test.slow()
  const { app, page } = keyquay
  const dialog = page.getByRole('dialog')
  const heading = (name: string): Locator => page.getByRole('heading', { name, level: 1 })

  await test.step('first run', () => firstRun(page))

  await test.step('add a key', async () => {
    await page.keyboard.press('Control+n')
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await page.keyboard.insertText('ci-token')
    await type(page, dialog.getByLabel('Secret', { exact: true }), SECRET)
    await tabTo(page, dialog.getByLabel('Env name'))
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('CI_TOKEN')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  })

  await test.step('search, and open what was found', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.insertText('ci-')
    const row = page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')
    await expect(row).toBeVisible()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Backspace')
    await command(page, 'ci-token')
    await expect(page.getByRole('heading', { name: 'ci-token', level: 2 })).toBeVisible()
  })

  await test.step('reveal and copy', async () => {
    await page.keyboard.press('Control+r')
    await expect(page.getByText(SECRET)).toBeVisible()
    await press(page, page.getByRole('button', { name: 'Hide' }))
    await expect(page.getByText(SECRET)).toHaveCount(0)
    await page.keyboard.press('Control+Shift+c')
    await expect.poll(() => clipboardText(app)).toBe(SECRET)
  })

  await test.step('copy in every shape', async () => {
    const shapes: readonly (readonly [name: string, text: string])[] = [
      ['NAME=value', `CI_TOKEN='${SECRET}'`],
      ['export NAME=value', `export CI_TOKEN='${SECRET}'`],
      ['PowerShell', `$env:CI_TOKEN = '${SECRET}'`],
      ['JSON', `{"CI_TOKEN":"${SECRET}"}`],
      ['curl header', `-H 'Authorization: Bearer ${SECRET}'`],
      ['Value', SECRET]
    ]
    for (const [name, text] of shapes) {
      const shape = page.getByRole('menuitem', { name, exact: true })
      await pick(page, page.getByRole('button', { name: 'Copy formats' }), shape)
      await expect.poll(() => clipboardText(app)).toBe(text)
    }
  })

  await test.step('edit', async () => {
    await page.keyboard.press('Control+e')
    const name = page.getByLabel('Name', { exact: true })
    await tabTo(page, name)
    await page.keyboard.press('End')
    await page.keyboard.insertText('-2')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'ci-token-2', level: 2 })).toBeVisible()
  })

  await test.step('write to an env file', async () => {
    const folder = join(home, 'shop')
    mkdirSync(folder)
    writeFileSync(join(folder, '.env'), 'API_URL=https://example.test\n', { mode: 0o600 })
    await answerDialog(app, { filePaths: [join(folder, '.env')] })
    await page.keyboard.press('Control+Shift+e')
    await press(page, dialog.getByRole('button', { name: 'Choose a file…' }))
    await press(page, dialog.getByRole('button', { name: /^Write/ }).first())
    await expect(dialog).toBeHidden()
    expect(readFileSync(join(folder, '.env'), 'utf8')).toMatch(new RegExp(`^CI_TOKEN=.?${SECRET}`, 'm'))
  })

  await test.step('screens by their keys', async () => {
    for (const [keys, name] of [
      ['Control+p', 'Projects'],
      ['Control+d', 'Reminders'],
      ['Control+j', 'Connections'],
      ['Control+u', 'Usage'],
      ['Control+5', 'Audit'],
      ['Control+6', 'Backups'],
      ['Control+,', 'Settings']
    ] as const) {
      await page.keyboard.press(keys)
      await expect(heading(name)).toBeVisible()
    }
  })

  await test.step('settings', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'System' }).first())
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('html[data-mantine-color-scheme="light"]')).toHaveCount(1)
  })

  await test.step('back up', async () => {
    await page.keyboard.press('Control+b')
    await expect(page.getByText('Backup made: 1 key')).toBeVisible()
  })

  await test.step('to the bin, and back by the toast', async () => {
    await command(page, 'ci-token-2')
    await command(page, 'Move it to the bin')
    await expect(page.getByRole('grid', { name: 'Keys' })).toHaveCount(0)
    await press(page, page.getByRole('button', { name: 'Undo' }).last())
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token-2')).toBeVisible()
  })

  await test.step('the list of shortcuts, lock and unlock', async () => {
    await page.keyboard.press('Control+/')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('Master password')).toBeFocused()
    await page.keyboard.insertText(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid', { name: 'Keys' })).toBeVisible()
  })
})
