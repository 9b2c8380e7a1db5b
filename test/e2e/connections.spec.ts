import type { Page } from '@playwright/test'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import type { Sandbox } from '../sandbox/types.ts'
import { violations } from './axe'
import { openVault, unlock } from './drive'
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
  readonly provider: string
  readonly name: string
  readonly baseUrl: string
  /** The credential's label, and its value. */
  readonly credential: readonly [label: string, value: string]
}

/** Fills in the form for an account and sends it; its test has begun then. */
async function connect(page: Page, { provider, name, baseUrl, credential: [label, value] }: Account): Promise<void> {
  await page.getByRole('navigation').getByText('Connections', { exact: true }).click()
  await page.getByRole('button', { name: 'Add connection' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByPlaceholder('Search providers').fill(provider)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: `Connect ${provider}` })).toBeVisible()
  await dialog.getByLabel('Account name').fill(name)
  await dialog.getByLabel('Base URL').fill(baseUrl)
  await dialog.getByLabel(label, { exact: true }).fill(value)
  await dialog.getByRole('button', { name: 'Save and test' }).click()
}

const accounts = (sandbox: Sandbox): readonly (Account & { readonly key: string })[] => [
  {
    provider: 'Cloudoora',
    name: 'Web hosting',
    baseUrl: sandbox.providers.cloudoora.baseUrl,
    credential: ['API key with Read/Write', sandbox.providers.cloudoora.credentials.apiKey],
    key: 'DNS updates'
  },
  {
    provider: 'CloudNexus',
    name: 'Production',
    baseUrl: sandbox.providers.cloudnexus.baseUrl,
    credential: ['Management key', sandbox.providers.cloudnexus.credentials.apiKey],
    key: 'Staging CI/CD'
  },
  {
    provider: 'CloudCasa',
    name: 'Harbour backups',
    baseUrl: sandbox.providers.cloudcasa.baseUrl,
    credential: ['API key with the Admin role', sandbox.providers.cloudcasa.credentials.apiKey],
    key: 'Terraform'
  }
]

test('accounts at three providers are connected, tested and their keys listed', async ({ keyquay, sandbox }) => {
  test.slow()
  const { page } = keyquay
  await openVault(page)
  for (const account of accounts(sandbox)) {
    await connect(page, account)
    const dialog = page.getByRole('dialog', { name: `Test of ${account.name}` })
    await expect(dialog.getByText('The connection works.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Open connection' }).click()
    await expect(page.getByRole('table', { name: 'Keys at the provider' }).getByText(account.key)).toBeVisible()
    expect(await page.content(), account.provider).not.toContain(account.credential[1])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'Connections', exact: true })).toBeVisible()
  }
  await expect(page.getByRole('table', { name: 'Accounts at providers' }).getByText('7 of 10 keys')).toBeVisible()
  expect(await violations(page), 'the list').toEqual([])
})

test('a key that was made elsewhere is adopted, and stays when its connection is removed', async ({
  keyquay,
  sandbox
}) => {
  test.slow()
  const { page } = keyquay
  const { requests, countOf } = sandbox.providers.cloudnexus
  await openVault(page)
  expect(await violations(page), 'no connections yet').toEqual([])
  const nexus = accounts(sandbox)[1]
  if (nexus === undefined) throw new Error('no such account')
  await connect(page, nexus)
  await page.getByRole('button', { name: 'Open connection' }).click()

  await test.step('one key is selected with the keyboard and adopted', async () => {
    const box = page.getByRole('checkbox', { name: 'Select Staging CI/CD' })
    await box.focus()
    await page.keyboard.press('Space')
    expect(await violations(page), 'keys at the provider').toEqual([])
    await page.getByRole('button', { name: 'Adopt…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Adopt 1 key?' })
    await expect(dialog.getByText('Its value stays unknown')).toBeVisible()
    expect(await violations(page), 'adopt').toEqual([])
    await dialog.getByRole('button', { name: 'Adopt 1 key' }).click()
    await expect(page.getByRole('button', { name: 'Open Staging CI/CD in the vault' })).toBeVisible()
    await expect(box).toHaveCount(0)
  })

  await test.step('what is assumed is said to be so, and a path can be set for this account', async () => {
    await page.getByRole('tab', { name: 'Endpoints' }).click()
    await expect(page.getByRole('table', { name: 'Endpoints' }).getByText('Assumed').first()).toBeVisible()
    await page.getByRole('button', { name: 'Edit paths' }).click()
    const path = page.getByLabel('Path to Read a key’s log, API key')
    await path.fill('logs')
    await page.getByRole('button', { name: 'Save paths' }).click()
    await expect(page.getByText('A path begins with /')).toBeVisible()
    await path.fill('/keys/{id}/log')
    await page.getByRole('button', { name: 'Save paths' }).click()
    await expect(page.getByText('Overridden', { exact: true })).toBeVisible()
    expect(await violations(page), 'endpoints').toEqual([])
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await expect(page.getByRole('dialog').getByLabel('Account name')).toBeVisible()
    expect(await violations(page), 'edit a connection').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the connection goes, the key stays, and nothing was changed at the provider', async () => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Remove connection' }).click()
    const dialog = page.getByRole('dialog', { name: 'Production still has keys' })
    expect(await violations(page), 'remove a connection').toEqual([])
    await dialog.getByRole('button', { name: 'Keep keys and remove' }).click()
    await expect(page.getByRole('heading', { name: 'Connect the first account' })).toBeVisible()
    await page.getByRole('navigation').getByText('All keys').click()
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('Staging CI/CD')).toBeVisible()
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(countOf('GET', /^\/keys$/)).toBeGreaterThan(0)
  })
})

test('a refused credential is said in a sentence, kept, and replaced', async ({ keyquay, sandbox }) => {
  const { page } = keyquay
  const { baseUrl, credentials } = sandbox.providers.cloudnexus
  await openVault(page)
  const wrong = 'cnx_prod_0000000000000000000000wrong00'
  await connect(page, { provider: 'CloudNexus', name: 'Production', baseUrl, credential: ['Management key', wrong] })
  const dialog = page.getByRole('dialog', { name: 'Test of Production' })
  await expect(dialog.getByText('The connection is saved, but the test did not pass.')).toBeVisible()
  await expect(dialog.getByText('does not accept the credential')).toBeVisible()
  expect(await violations(page), 'failed test').toEqual([])
  await dialog.getByRole('button', { name: 'Open connection' }).click()
  await page.getByRole('button', { name: 'Back to connections' }).click()

  await page.setViewportSize({ width: 900, height: 600 })
  const table = page.getByRole('table', { name: 'Accounts at providers' })
  const reason = table.getByText('does not accept the credential')
  expect(await reason.evaluate((one) => one.scrollWidth <= one.clientWidth && one.clientHeight > 20)).toBe(true)

  // A second account of that name is told apart wherever one is chosen.
  const right = credentials.apiKey
  await connect(page, { provider: 'CloudNexus', name: 'Production', baseUrl, credential: ['Management key', right] })
  await page
    .getByRole('dialog', { name: 'Test of Production' })
    .getByRole('button', { name: 'Open connection' })
    .click()
  await page.getByRole('button', { name: 'Back to connections' }).click()
  const names = await table.getByText(/^CloudNexus · /).allTextContents()
  expect(new Set(names).size).toBe(2)
  expect(names.join(' ')).not.toContain(right)

  await table.getByRole('row').filter({ hasText: 'does not accept the credential' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Go to credentials' }).click()
  await page.getByRole('button', { name: 'Replace Management key' }).click()
  const replace = page.getByRole('dialog', { name: 'Management key of Production' })
  await replace.getByLabel('Management key', { exact: true }).fill(credentials.apiKey)
  expect(await violations(page), 'replace a credential').toEqual([])
  await page.keyboard.press('Enter')
  await expect(replace).toBeHidden()
  await expect(page.getByText('This test was made before the credential was entered.')).toBeVisible()
  expect(await violations(page), 'a newer credential').toEqual([])
  await page.getByRole('button', { name: 'Test again' }).click()
  await expect(page.getByText('The connection works.')).toBeVisible()
  const typed = await page
    .locator('input')
    .evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).value))
  expect(typed.join(' ')).not.toContain(credentials.apiKey)
})

test('an address that is not https is refused before anything is sent', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  await connect(page, {
    provider: 'CloudNexus',
    name: 'Production',
    baseUrl: 'http://api.example.com',
    credential: ['Management key', 'cnx_prod_whatever']
  })
  const dialog = page.getByRole('dialog', { name: 'Connect CloudNexus' })
  await expect(dialog.getByText('Use https; http is for this computer only.')).toBeVisible()
  await expect(dialog.getByLabel('Base URL')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Discard' })).toBeVisible()
  expect(await violations(page), 'discard a connection').toEqual([])
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('heading', { name: 'Connect the first account' })).toBeVisible()
})

test('a provider can be kept by hand, and nothing is ever sent', async ({ keyquay, sandbox }) => {
  const { page } = keyquay
  await openVault(page)
  await page.getByRole('navigation').getByText('Connections', { exact: true }).click()
  await page.getByRole('region', { name: 'Connections' }).getByRole('button', { name: 'Cloodot' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect Cloodot' })
  await dialog.getByText('By hand', { exact: true }).click()
  await expect(dialog.getByLabel('Base URL')).toHaveCount(0)
  expect(await violations(page), 'by hand').toEqual([])
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Kept by hand' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toHaveCount(0)
  expect(sandbox.providers.cloodot.requests).toEqual([])
})

test('a lock takes the form with what was typed in it', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  await page.keyboard.press('Control+j')
  await page.getByRole('region', { name: 'Connections' }).getByRole('button', { name: 'CloudNexus' }).click()
  await page.getByLabel('Management key', { exact: true }).fill('cnx_prod_canary8xK9mP2vL5qR7wN3tJ6y')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  const typed = await page
    .locator('input')
    .evaluateAll((inputs) => inputs.map((one) => (one as HTMLInputElement).value))
  expect(typed.join(' ')).not.toContain('canary')
  await unlock(page)
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
