import type { Page } from '@playwright/test'
import type { ProviderName, Sandbox } from '../sandbox/types.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { violations } from './axe'
import { clipboardText, openVault, unlock } from './drive'
import { expect, testOfVault as base } from './keyquay'

const test = base.extend<{ sandbox: Sandbox }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ samples: true })
    await use(sandbox)
    await sandbox.close()
  }
})

interface Account {
  readonly connectorId: ProviderName
  readonly name: string
  readonly baseUrl?: string
  readonly credentials?: Readonly<Record<string, string>>
  readonly byHand?: boolean
}

/** An account at a provider, made past the window: its form has a spec of its own. */
async function connect(page: Page, account: Account): Promise<void> {
  await page.evaluate(async ({ connectorId, name, baseUrl, credentials, byHand }) => {
    const mode = byHand === true ? ('guided' as const) : ('api' as const)
    const fields = { name, mode, baseUrl: baseUrl ?? null }
    const answer = await window.keyquay['connections.add']({ connectorId, fields, credentials: { ...credentials } })
    if (!answer.ok) throw new Error(answer.error.code)
  }, account)
}

function connectTo(page: Page, sandbox: Sandbox, connectorId: ProviderName, name: string): Promise<void> {
  const { baseUrl, credentials } = sandbox.providers[connectorId]
  return connect(page, { connectorId, name, baseUrl, credentials: { ...credentials } })
}

async function openWizard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More ways to add keys' }).click()
  await page.getByRole('menuitem', { name: 'Create at provider…' }).click()
}

/** Fills in what CloudNexus asks for, up to the review. The one account there is stands chosen. */
async function fillNexusKey(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByRole('combobox', { name: 'Environment' }).click()
  await page.getByRole('option', { name: 'Development' }).click()
  await dialog.getByRole('checkbox', { name: 'compute:read' }).check()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog.getByLabel('Env name')).toBeVisible()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog.getByText(/^Sent to Compute \(127\.0\.0\.1/)).toBeVisible()
}

async function openKey(page: Page, name: string): Promise<void> {
  await page.getByRole('grid', { name: 'Keys' }).getByText(name, { exact: true }).click()
  await expect(page.getByRole('button', { name: 'Actions at the provider' })).toBeVisible()
}

test('a key is created, shown once, rotated with grace, and its old value revoked', async ({ keyquay, sandbox }) => {
  test.slow()
  const { app, page } = keyquay
  const { cloudnexus } = sandbox.providers
  const dialog = page.getByRole('dialog')
  await openVault(page)
  await connectTo(page, sandbox, 'cloudnexus', 'Compute')
  const before = cloudnexus.keys().length

  await test.step('the form holds what this provider has, and says what is missing', async () => {
    await openWizard(page)
    await dialog.getByRole('button', { name: 'Next' }).click()
    await expect(dialog.getByText('Enter a name.')).toBeVisible()
    await expect(dialog.getByText('Choose an environment.')).toBeVisible()
    await dialog.getByLabel('IP ranges').fill('203.0.113.9/24')
    await expect(dialog.getByText('203.0.113.0/24 was probably meant')).toBeVisible()
    await dialog.getByLabel('IP ranges').fill('')
    await dialog.getByRole('checkbox', { name: 'storage:admin' }).check()
    await expect(dialog.getByText('gives power over the account itself')).toBeVisible()
    await dialog.getByRole('checkbox', { name: 'storage:admin' }).uncheck()
    expect(await violations(page), 'the form').toEqual([])
  })

  await test.step('it is created and shown once', async () => {
    await fillNexusKey(page, 'metrics-reader')
    expect(await violations(page), 'the review').toEqual([])
    await dialog.getByRole('button', { name: 'Create key' }).click()
    await expect(dialog.getByText('metrics-reader is made')).toBeVisible()
    await expect(dialog.getByText('API keys are revealed only once upon creation.')).toBeVisible()
    expect(cloudnexus.keys()).toHaveLength(before + 1)
    expect(await page.content()).not.toMatch(/cnx_dev_[A-Za-z0-9]{30}/)
    await dialog.getByRole('button', { name: 'Reveal' }).click()
    await expect(dialog.getByText(/cnx_dev_[A-Za-z0-9]{30}/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => clipboardText(app)).toMatch(/^cnx_dev_/)
    expect(await violations(page), 'shown once').toEqual([])
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toHaveCount(0)
    expect(await page.content()).not.toMatch(/cnx_dev_[A-Za-z0-9]{30}/)
  })

  const value = await clipboardText(app)

  await test.step('the provider accepts the value', async () => {
    await page.getByRole('button', { name: 'Verify value' }).click()
    await expect(page.getByText('CloudNexus accepts this value.')).toBeVisible()
  })

  await test.step('it is rotated, and the grace runs down', async () => {
    await page.getByRole('button', { name: 'Rotate', exact: true }).click()
    await expect(dialog.getByText('the old one works for 24 more hours')).toBeVisible()
    expect(await violations(page), 'the start of a rotation').toEqual([])
    await dialog.getByRole('button', { name: 'Start rotation' }).click()
    await dialog.getByRole('button', { name: 'Go on with the rotation' }).click()
    await expect(dialog.getByRole('timer')).toHaveText(/^23 h 59 min$/)
    await expect(dialog.getByText('CloudNexus accepts it.')).toBeVisible()
    expect(await violations(page), 'the rotation').toEqual([])
    expect(cloudnexus.useKey(value)).toBe(200)
  })

  await test.step('it is left and found again', async () => {
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(page.getByText(/Both values work for 23 h/)).toBeVisible()
    await page.getByRole('button', { name: 'Rotating 1' }).click()
    await expect(dialog.getByRole('timer')).toBeVisible()
    // An application has called with the old value meanwhile.
    await expect(dialog.getByText('The old value is still used: 1 call since the new one was made')).toBeVisible()
  })

  await test.step('the old value is revoked ahead of its time, after a warning', async () => {
    await dialog.getByRole('button', { name: 'Revoke old value…' }).click()
    await expect(page.getByText('Whatever still uses it stops working at once')).toBeVisible()
    expect(await violations(page), 'revoke the old value').toEqual([])
    await page.getByRole('button', { name: 'Revoke old value', exact: true }).click()
    await expect(dialog.getByText('The new value is in use; the old one is gone.')).toBeVisible()
    expect(cloudnexus.useKey(value)).not.toBe(200)
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('where it is made from its account, the list there holds it at once', async () => {
    await page.getByRole('navigation').getByText('Connections', { exact: true }).click()
    await page.getByRole('table', { name: 'Accounts at providers' }).getByRole('button', { name: 'Compute' }).click()
    await expect(page.getByText('Listed just now')).toBeVisible()
    await page.getByRole('button', { name: 'Create key' }).click()
    await fillNexusKey(page, 'edge-reader')
    await dialog.getByRole('button', { name: 'Create key' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByRole('row', { name: /edge-reader/ })).toBeVisible()
  })
})

test('a key is made by hand where the person works in the console', async ({ keyquay }) => {
  test.slow()
  const { page } = keyquay
  const dialog = page.getByRole('dialog')
  await openVault(page)
  await connect(page, { connectorId: 'cloodot', name: 'Support inbox', byHand: true })
  await openWizard(page)
  await dialog.getByLabel('Name', { exact: true }).fill('Zapier integration')
  await expect(dialog.getByRole('radio', { name: '90 days' })).toBeChecked()
  await dialog.getByText('1 year').click()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect(dialog.getByText('Nothing is sent.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show the steps' }).click()
  await expect(dialog.getByText('enter the name Zapier integration and choose the expiration 1 year')).toBeVisible()
  expect(await violations(page), 'the steps').toEqual([])

  await test.step('a value of another shape is held up, and may be stored anyway', async () => {
    const field = dialog.getByLabel('Value of the new key', { exact: true })
    await field.fill('sk_live_2f7a9c1e5b8d')
    await dialog.getByRole('button', { name: 'Store value' }).click()
    await expect(dialog.getByText('This does not look like a key of Cloodot')).toBeVisible()
    await field.fill('clo_8xK9mP2vL5qR7wN3tJ6y')
    await dialog.getByRole('button', { name: 'Store value' }).click()
    await expect(dialog.getByText('This is the only time the full key will be shown.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Done' }).click()
  })

  await test.step('it is revoked with the provider’s words, by hand', async () => {
    await openKey(page, 'Zapier integration')
    await page.getByRole('button', { name: 'Actions at the provider' }).click()
    await page.getByRole('menuitem', { name: 'Revoke key…' }).click()
    await expect(
      dialog.getByText('Any applications using this key will lose access immediately. This action cannot be undone.')
    ).toBeVisible()
    await expect(dialog.getByText('Click the trash icon of Zapier integration.')).toBeVisible()
    expect(await violations(page), 'revoke').toEqual([])
    await dialog.getByRole('button', { name: 'It is revoked there' }).click()
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('Revoked')).toBeVisible()
  })
})

test('a key in production is revoked only under its name, and the bin says that it lives on', async ({
  keyquay,
  sandbox
}) => {
  test.slow()
  const { page } = keyquay
  const dialog = page.getByRole('dialog')
  await openVault(page)
  await connectTo(page, sandbox, 'cloudcasa', 'Backups')
  await openWizard(page)
  await dialog.getByLabel('Name', { exact: true }).fill('Restore job')
  await dialog.getByRole('checkbox', { name: /user/i }).first().check()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByLabel('Environment in the vault').fill('production')
  await dialog.getByRole('button', { name: 'Next' }).click()
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await test.step('the bin offers to revoke first', async () => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Move to bin' }).click()
    await expect(dialog.getByText('Restore job stays alive at its provider')).toBeVisible()
    expect(await violations(page), 'the bin').toEqual([])
    await dialog.getByRole('button', { name: 'Revoke first…' }).click()
  })

  await test.step('its name has to be typed', async () => {
    await expect(dialog.getByRole('button', { name: 'Revoke key' })).toBeDisabled()
    await dialog.getByLabel('Type Restore job to confirm').fill('Restore job')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('Revoked')).toBeVisible()
    expect(
      sandbox.providers.cloudcasa.keys().some(({ name, status }) => name === 'Restore job' && status === 'active')
    ).toBe(false)
  })
})

test('a creation whose answer never came is found, revoked and made anew', async ({ keyquay, sandbox }) => {
  test.slow()
  const { page } = keyquay
  const { cloudnexus } = sandbox.providers
  const dialog = page.getByRole('dialog')
  await openVault(page)
  await connectTo(page, sandbox, 'cloudnexus', 'Compute')
  cloudnexus.fault({ kind: 'reset-after', method: 'POST', path: /^\/keys$/, times: 1 })
  await openWizard(page)
  await fillNexusKey(page, 'nightly-export')
  await dialog.getByRole('button', { name: 'Create key' }).click()

  await test.step('it is said that nobody knows', async () => {
    await expect(dialog.getByText('Create “nightly-export” at Compute')).toBeVisible()
    await expect(dialog.getByText('The answer never came. The key may have been made.')).toBeVisible()
    expect(await violations(page), 'unfinished').toEqual([])
  })

  await test.step('it outlives a lock, and the banner leads to it', async () => {
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await unlock(page)
    await expect(page.getByText('Nobody knows yet how a request to Compute ended.')).toBeVisible()
    await page.getByRole('button', { name: 'Settle' }).click()
  })

  await test.step('a look finds it, and it is revoked and created anew', async () => {
    await dialog.getByRole('button', { name: 'Look at the provider' }).click()
    await expect(dialog.getByText('its value never arrived and cannot be fetched')).toBeVisible()
    await dialog.getByRole('button', { name: 'Revoke and create anew' }).click()
    await expect(dialog.getByText('nightly-export is made')).toBeVisible()
    await dialog.getByRole('button', { name: 'Done' }).click()
    const alive = cloudnexus.keys().filter(({ name, status }) => name === 'nightly-export' && status === 'active')
    expect(alive).toHaveLength(1)
    await expect(page.getByText('Nobody knows yet how a request')).toHaveCount(0)
  })
})
