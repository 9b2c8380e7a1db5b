import type { Page } from '@playwright/test'
import { createVault } from '../e2e/drive'
import { aDozen, seedKeys } from '../e2e/keys'
import { expect, test } from '../e2e/keyquay'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { PROVIDER_NAMES } from '../sandbox/types.ts'
import { shoot, shootSmall } from './camera'
import { connect, escape, go, tab } from './scenes'

/** Opens something, takes it, and goes one step back. */
async function glance(page: Page, name: string, open: () => Promise<void>): Promise<void> {
  await open()
  await shoot(page, name)
  await escape(page)
}

test('menus, the list with many chosen, and the dialogs of reminders', async ({ keyquay }) => {
  const { page } = keyquay
  await createVault(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await seedKeys(page, aDozen)
  const grid = page.getByRole('grid', { name: 'Keys' })
  const filters = page.getByRole('group', { name: 'Filters' })
  await expect(grid.getByText('ci-deploy')).toBeVisible()
  await glance(page, '50-key-menu', () => grid.getByText('ci-preview').click({ button: 'right' }))
  await glance(page, '51-display-menu', () => page.getByRole('button', { name: 'Display' }).click())
  await glance(page, '52-filter-menu', () => filters.getByRole('button', { name: 'Status' }).click())
  await glance(page, '53-name-view', async () => {
    await filters.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
  })
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  const bar = page.getByRole('toolbar', { name: /selected/ })
  await shoot(page, '54-many-chosen')
  await glance(page, '55-tags-of-many', () => bar.getByRole('button', { name: 'Tag' }).click())
  // The first step back was from the choices below the field.
  await escape(page)
  await glance(page, '56-place-of-many', () => bar.getByRole('button', { name: 'Move', exact: true }).click())
  await escape(page)
  await escape(page)

  await go(page, 'Reminders')
  await glance(page, '57-snooze-menu', () => page.getByRole('button', { name: 'Snooze ci-deploy' }).click())
  await glance(page, '58-export-calendar', () => page.getByRole('button', { name: 'Export calendar…' }).click())
  await tab(page, 'Rules')
  await glance(page, '59-rule', () => page.getByRole('button', { name: 'Edit the rule for All keys' }).click())
  await tab(page, 'Channels')
  await glance(page, '60-channel', () => page.getByRole('button', { name: 'Add channel' }).first().click())
  await go(page, 'Audit')
  await page.getByRole('button', { name: 'Verify chain' }).click()
  await expect(page.getByText(/whole/i).first()).toBeVisible()
  await shoot(page, '61-audit-verified')
  await go(page, 'Settings')
  await glance(page, '62-export-in-plain-text', () =>
    page.getByRole('button', { name: 'Export in plain text…' }).click()
  )
})

test('every view of the usage, and the dialogs of a connection', async ({ keyquay }) => {
  const { page } = keyquay
  const sandbox = await startSandbox({ samples: true })
  sandbox.providers.cloodot.logs.fill({ count: 400, overMs: 20 * 86_400_000 })
  await createVault(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  for (const provider of PROVIDER_NAMES) await connect(page, sandbox, provider)
  await go(page, 'Usage')
  await page.getByRole('button', { name: 'Sync now', exact: true }).first().click({ timeout: 60_000 })
  await expect(page.getByText(/Synced (just now|1 min ago)/).first()).toBeVisible({ timeout: 60_000 })
  for (const name of ['Breakdown', 'Quotas', 'Findings', 'Accounts']) {
    await tab(page, name)
    await shoot(page, `70-usage-${name.toLowerCase()}`)
  }
  await go(page, 'Connections')
  await page.getByRole('table', { name: 'Accounts at providers' }).getByText('Account at cloudcasa').click()
  const box = page.getByRole('table', { name: 'Keys at the provider' }).getByRole('checkbox').first()
  await box.check()
  await shoot(page, '71-keys-to-adopt')
  await glance(page, '72-adopt', () => page.getByRole('button', { name: 'Adopt…' }).click())
  await escape(page)
  await tab(page, 'Account')
  await shoot(page, '73-connection-account')
  await sandbox.close()
})

test('the main screens in German, and large', async ({ keyquay }) => {
  const { page } = keyquay
  await createVault(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await seedKeys(page, aDozen)
  await page.evaluate(() => window.keyquay['settings.update']({ language: 'de' }))
  const menu = page.getByRole('navigation')
  const screens = ['Alle Schlüssel', 'Projekte', 'Erinnerungen', 'Verbindungen', 'Nutzung', 'Einstellungen']
  for (const [at, screen] of screens.entries()) {
    await menu.getByText(screen, { exact: true }).last().click()
    await shootSmall(page, `80-german-${String(at)}`)
  }
})
