import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { createVault, openKeyquay, unlock } from '../e2e/drive'
import { aDozen, inDays, seedKeys } from '../e2e/keys'
import { expect, test } from '../e2e/keyquay'
import { openSession } from '../integration/agent/terminal-session.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { PROVIDER_NAMES, type ProviderName, type Sandbox } from '../sandbox/types.ts'
import { shoot } from './camera'

const go = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').getByText(screen, { exact: true }).click()
const tab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click()
const escape = (page: Page): Promise<void> => page.keyboard.press('Escape')

function answerDialog(app: ElectronApplication, answer: { filePaths: string[] }): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog(given)
  }, answer)
}

/** An account with its keys, made past the window. */
async function connect(page: Page, sandbox: Sandbox, connectorId: ProviderName, wrong = false): Promise<void> {
  const { baseUrl, credentials } = sandbox.providers[connectorId]
  const given = Object.fromEntries(Object.entries(credentials).map(([name, value]) => [name, wrong ? 'wrong' : value]))
  await page.evaluate(
    async ({ id: connector, url, credentials: keys }) => {
      const fields = { name: `Account at ${connector}`, mode: 'api' as const, baseUrl: url }
      const added = await window.keyquay['connections.add']({ connectorId: connector, fields, credentials: keys })
      if (!added.ok) throw new Error(added.error.code)
      const { id } = added.value
      await window.keyquay['connections.test']({ id })
      const listed = await window.keyquay['connections.keys']({ id })
      if (!listed.ok) return
      for (const { kind, key } of listed.value.items.slice(0, 3))
        await window.keyquay['connections.adopt']({ id, kind, remoteIds: [key.remoteId] })
    },
    { id: connectorId, url: baseUrl, credentials: given }
  )
}

test('first run, lock screen and damaged vault', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  await shoot(page, '01-first-run')
  await page.getByLabel('Master password', { exact: true }).fill('password')
  await page.getByLabel('Repeat password').fill('other')
  await page.getByRole('button', { name: 'Create vault' }).click()
  await shoot(page, '02-first-run-errors')
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  await shoot(page, '03-restore')
  await escape(page)
  await createVault(page)
  await shoot(page, '04-bring-your-keys')
  await page.getByRole('button', { name: 'Start empty' }).click()
  await shoot(page, '04-keys-empty')
  for (const screen of ['Bin', 'Projects', 'Reminders', 'Connections', 'Usage', 'Audit', 'Backups', 'Settings']) {
    await go(page, screen)
    await shoot(page, `05-empty-${screen.toLowerCase()}`)
  }
  await go(page, 'Lock')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  await shoot(page, '06-locked')
  await page.getByRole('button', { name: 'Other vaults…' }).click()
  await expect(page.getByRole('list', { name: 'Known vaults' }).getByRole('listitem')).toHaveCount(1)
  await shoot(page, '06-vaults')
  await escape(page)
  await unlock(page, 'not the password')
  await expect(page.getByText('Wrong password')).toBeVisible()
  await shoot(page, '07-wrong-password')
  await app.close()
  const folder = join(home, 'vault')
  for (const name of readdirSync(folder)) if (name.endsWith('.db')) truncateSync(join(folder, name))
  const again = await openKeyquay(home)
  await shoot(again.page, '08-damaged')
  await again.app.close()
})

test('keys, their details and every dialog over them', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  await createVault(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await seedKeys(page, aDozen)
  const grid = page.getByRole('grid', { name: 'Keys' })
  await expect(grid.getByText('ci-deploy')).toBeVisible()
  await shoot(page, '10-keys')
  await grid.getByText('ci-deploy').click()
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible()
  await shoot(page, '11-key-details')
  await page.getByRole('button', { name: 'Reveal' }).click()
  await shoot(page, '12-key-revealed')
  await page.keyboard.press('Control+e')
  await shoot(page, '13-key-edited')
  await escape(page)
  await page.keyboard.press('Control+Shift+e')
  await shoot(page, '14-write-to-env')
  await escape(page)
  await page.keyboard.press('Control+n')
  await shoot(page, '15-new-key')
  await escape(page)
  await page.keyboard.press('Control+i')
  await shoot(page, '16-import')
  await escape(page)
  await page.keyboard.press('Control+k')
  await shoot(page, '17-palette')
  await page.keyboard.type('ci')
  await expect(page.getByRole('dialog').getByText('ci-preview')).toBeVisible()
  await shoot(page, '18-palette-found')
  await escape(page)
  await page.keyboard.press('Control+/')
  await shoot(page, '19-shortcuts')
  await escape(page)
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('nothing like this')
  await shoot(page, '20-nothing-found')
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('')

  const folder = join(home, 'shop')
  mkdirSync(folder)
  writeFileSync(join(folder, '.env'), 'API_URL=https://example.test\nCI_TOKEN=sk_live_2f7a9c1e5b8d3f6a\n', {
    mode: 0o600
  })
  await answerDialog(app, { filePaths: [folder] })
  await page.keyboard.press('Control+Shift+p')
  await expect(page.getByText('CI_TOKEN', { exact: true })).toBeVisible()
  await shoot(page, '21-project')
  await go(page, 'Reminders')
  await shoot(page, '22-reminders')
  for (const name of ['Rules', 'Channels']) {
    await tab(page, name)
    await shoot(page, `23-reminders-${name.toLowerCase()}`)
  }
  await go(page, 'Audit')
  await shoot(page, '24-audit')
  await go(page, 'Backups')
  await page.getByRole('button', { name: 'Back up now' }).first().click()
  await expect(page.getByText('Backup made')).toBeVisible()
  await shoot(page, '25-backups')

  const terminal = openSession(home)
  const listed = terminal.kq('reveal ci-deploy --out-fd 1')
  const question = page.getByRole('dialog', { name: /^Allow / })
  await expect(question.getByRole('button', { name: 'Allow' })).toBeEnabled({ timeout: 60_000 })
  await shoot(page, '26-grant')
  await expect(question.getByRole('button', { name: 'Allow' })).toBeEnabled()
  await question.getByRole('button', { name: 'Allow' }).click()
  await listed
  await go(page, 'Settings')
  await shoot(page, '27-settings')
  for (const part of ['Terminals', 'Notifications', 'About']) {
    await page.getByRole('heading', { name: part, exact: true }).scrollIntoViewIfNeeded()
    await shoot(page, `28-settings-${part.toLowerCase()}`)
  }
  terminal.close()
})

test('providers: connections, creating, rotating, revoking, usage', async ({ keyquay }) => {
  const { page } = keyquay
  const sandbox = await startSandbox({ samples: true })
  sandbox.providers.cloodot.logs.fill({ count: 400, overMs: 20 * 86_400_000 })
  await createVault(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await seedKeys(page, [{ name: 'edge-cache', provider: 'Cloudoora', expiresAt: inDays(2) }])
  for (const provider of PROVIDER_NAMES) await connect(page, sandbox, provider)
  await connect(page, sandbox, 'cloudnexus', true)
  await go(page, 'Connections')
  await shoot(page, '30-connections')
  await page.getByRole('table', { name: 'Accounts at providers' }).getByText('Account at cloudnexus').first().click()
  await expect(page.getByRole('table', { name: 'Keys at the provider' })).toBeVisible()
  await shoot(page, '31-connection')
  await tab(page, 'Endpoints')
  await shoot(page, '32-connection-endpoints')
  await escape(page)
  await page.getByRole('button', { name: 'Add connection' }).click()
  await shoot(page, '33-choose-provider')
  await page.getByRole('dialog').getByPlaceholder('Search providers').fill('CloudAPI')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Connect CloudAPI' })).toBeVisible()
  await shoot(page, '34-connect')
  await escape(page)

  await page.keyboard.press('Control+Shift+n')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await shoot(page, '35-create-account')
  await dialog.getByText('Account at cloudnexus').first().click()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog.getByLabel('Name', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await shoot(page, '36-create-form-errors')
  await dialog.getByLabel('Name', { exact: true }).fill('metrics-reader')
  await dialog.getByRole('combobox', { name: 'Environment' }).click()
  await page.getByRole('option', { name: 'Development' }).click()
  await dialog.getByRole('checkbox', { name: 'compute:read' }).check()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await shoot(page, '37-create-local')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await shoot(page, '38-create-review')
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await expect(dialog.getByText('metrics-reader is made')).toBeVisible()
  await shoot(page, '39-shown-once')
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await go(page, 'All keys')
  await expect(page.getByRole('heading', { name: 'metrics-reader', level: 2 })).toBeVisible()
  await page.keyboard.press('Control+Shift+r')
  await shoot(page, '40-start-rotation')
  await dialog.getByRole('button', { name: 'Start rotation' }).click()
  await dialog.getByRole('button', { name: 'Go on with the rotation' }).click()
  await shoot(page, '41-rotation')
  await escape(page)
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('Control+Shift+x')
  await expect(dialog).toBeVisible()
  await shoot(page, '42-revoke')
  await escape(page)
  await expect(dialog).toHaveCount(0)
  await shoot(page, '43-details-at-provider')
  await go(page, 'Usage')
  await shoot(page, '44-usage')
  await sandbox.close()
})
