import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { clipboardText, PASSWORD } from './drive'
import { expect, test } from './keyquay'

const SECRET = 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'

/** Goes to a control with Tab alone, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // The kit paints over some of its own inputs, so one may be there without being seen.
  await control.waitFor({ state: 'attached' })
  for (let steps = 0; steps < 80; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${String(control)} cannot be reached with ${key}`)
}

async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

/** Types into the field that has the focus already, or gets it by Tab. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.insertText(text)
}

/** Runs a command out of the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('textbox', { name: 'Command palette' })).toBeFocused()
  await page.keyboard.insertText(name)
  await expect(page.getByRole('dialog').locator('[data-selected]').getByText(name, { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Command palette' })).toBeHidden()
}

async function firstRun(page: Page): Promise<void> {
  await expect(page.getByLabel('Master password', { exact: true })).toBeFocused()
  await page.keyboard.insertText(PASSWORD)
  await type(page, page.getByLabel('Repeat password'), PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible()
}

function answerDialog(app: ElectronApplication, filePaths: string[]): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog({ filePaths: given })
  }, filePaths)
}

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
    await answerDialog(app, [join(folder, '.env')])
    await page.keyboard.press('Control+Shift+e')
    await press(page, dialog.getByRole('button', { name: 'Other file…' }))
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

test('every job at a provider is done with the keyboard alone', async ({ keyquay }) => {
  test.slow()
  const { page } = keyquay
  const sandbox = await startSandbox({ samples: true, providers: ['cloudnexus'] })
  const { cloudnexus } = sandbox.providers
  const dialog = page.getByRole('dialog')
  const next = (): Promise<void> => press(page, dialog.getByRole('button', { name: 'Next' }))
  await firstRun(page)

  await test.step('connect an account', async () => {
    await page.keyboard.press('Control+Shift+j')
    await expect(dialog.getByPlaceholder('Search providers')).toBeFocused()
    await page.keyboard.insertText('CloudNexus')
    await page.keyboard.press('Enter')
    await type(page, dialog.getByLabel('Account name'), 'Compute')
    await tabTo(page, dialog.getByLabel('Base URL'))
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(cloudnexus.baseUrl)
    await type(page, dialog.getByLabel('Management key', { exact: true }), cloudnexus.credentials.apiKey)
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('The connection works.')).toBeVisible()
    await press(page, dialog.getByRole('button', { name: 'Open connection' }))
  })

  await test.step('create a key with scopes, and have it shown once', async () => {
    await press(page, page.getByRole('button', { name: 'Create key' }))
    await type(page, dialog.getByLabel('Name', { exact: true }), 'metrics-reader')
    await tabTo(page, dialog.getByRole('combobox', { name: 'Environment' }))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { name: 'Development' })).toBeVisible()
    for (let steps = 0; steps < 5; steps++) {
      if ((await page.locator('[role="option"][data-combobox-selected]').textContent()) === 'Development') break
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await tabTo(page, dialog.getByRole('checkbox', { name: 'compute:read' }))
    await page.keyboard.press('Space')
    await next()
    await next()
    await press(page, dialog.getByRole('button', { name: 'Create key' }))
    await expect(dialog.getByText('metrics-reader is made')).toBeVisible()
    await press(page, dialog.getByRole('button', { name: 'Copy' }))
    await press(page, dialog.getByRole('button', { name: 'Done' }))
    await expect(dialog).toHaveCount(0)
  })

  await test.step('rotate it', async () => {
    await command(page, 'metrics-reader')
    await page.keyboard.press('Control+Shift+r')
    await press(page, dialog.getByRole('button', { name: 'Start rotation' }))
    await press(page, dialog.getByRole('button', { name: 'Go on with the rotation' }))
    await expect(dialog.getByRole('timer')).toBeVisible()
    await press(page, dialog.getByRole('button', { name: 'Revoke old value…' }))
    await press(page, page.getByRole('button', { name: 'Revoke old value', exact: true }))
    await expect(dialog.getByText('The new value is in use; the old one is gone.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('revoke it', async () => {
    await page.keyboard.press('Control+Shift+x')
    const sure = dialog.getByRole('button', { name: /^Revoke key/ })
    await press(page, sure)
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('Revoked')).toBeVisible()
    expect(cloudnexus.keys().some(({ name, status }) => name === 'metrics-reader' && status === 'active')).toBe(false)
  })
  await sandbox.close()
})
