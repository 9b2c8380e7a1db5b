import { startSandbox } from '../sandbox/start-sandbox.ts'
import { violations } from './axe'
import { openVault, pick, press } from './by-keyboard'
import { expect, testOfVault as test } from './keyquay'

test('a key whose log shows nothing but reading is left with reading, with the keyboard alone', async ({ keyquay }) => {
  test.slow()
  const { page } = keyquay
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const sandbox = await startSandbox({ samples: true, providers: ['cloudnexus'] })
  const { cloudnexus } = sandbox.providers
  const staging = cloudnexus.keys().find(({ name }) => name === 'Staging CI/CD')
  if (staging === undefined) throw new Error('the sandbox has no such key')
  cloudnexus.useKeyById(staging.id, { path: '/v2/instances', times: 24 })
  await openVault(page)
  // An account and its keys, made past the window: both have specs of their own.
  await page.evaluate(
    async ({ baseUrl, credentials, remoteId }) => {
      const fields = { name: 'Compute', mode: 'api' as const, baseUrl }
      const added = await window.keyquay['connections.add']({ connectorId: 'cloudnexus', fields, credentials })
      if (!added.ok) throw new Error(added.error.code)
      const adopted = await window.keyquay['connections.adopt']({
        id: added.value.id,
        kind: 'key',
        remoteIds: [remoteId]
      })
      if (!adopted.ok) throw new Error(adopted.error.code)
    },
    { baseUrl: cloudnexus.baseUrl, credentials: { ...cloudnexus.credentials }, remoteId: staging.id }
  )
  const grid = page.getByRole('grid', { name: 'Keys' })
  const edit = (): Promise<void> =>
    pick(
      page,
      page.getByRole('button', { name: 'Actions at the provider' }),
      page.getByRole('menuitem', { name: 'Edit at the provider…' })
    )

  await test.step('the log is read, and the editor says what the key was used for', async () => {
    await expect(grid.getByText('Staging CI/CD')).toBeVisible()
    await keyboard.press('ControlOrMeta+u')
    await keyboard.press('ControlOrMeta+Shift+y')
    const total = page.locator('dt', { hasText: 'Total requests' }).locator('xpath=following-sibling::dd')
    await expect.poll(async () => Number(await total.textContent()), { timeout: 30_000 }).toBeGreaterThanOrEqual(24)
    await keyboard.press('ControlOrMeta+1')
    await expect(grid).toBeFocused()
    await keyboard.type('staging')
    await keyboard.press('Enter')
    await edit()
    await expect(dialog.getByRole('note').filter({ hasText: 'all of them only read' })).toContainText(
      /24 calls with this key since .+\. compute:read is enough for that\./
    )
    expect(await violations(page), 'what was used').toEqual([])
  })

  await test.step('what was used is chosen, looked at as a difference, and saved', async () => {
    await press(page, dialog.getByRole('button', { name: 'Choose what was used' }))
    await expect(dialog.getByRole('checkbox', { name: 'compute:read' })).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'compute:write' })).not.toBeChecked()
    await expect(dialog.getByText('all of them only read')).toHaveCount(0)
    await press(page, dialog.getByRole('button', { name: 'Review changes' }))
    const changes = dialog.getByLabel('What changes')
    await expect(changes).toContainText('compute:write')
    await expect(changes).toContainText('compute:read')
    await press(page, dialog.getByRole('button', { name: 'Save at CloudNexus' }))
    await expect(dialog).toHaveCount(0)
    expect(cloudnexus.keys().find(({ id }) => id === staging.id)?.scopes).toEqual(['compute:read'])
  })

  await test.step('a key that wrote is told nothing of the kind', async () => {
    cloudnexus.useKeyById(staging.id, { method: 'POST', path: '/v2/instances' })
    await edit()
    await expect(dialog.getByRole('checkbox', { name: 'compute:read' })).toBeChecked()
    await expect(dialog.getByText('all of them only read')).toHaveCount(0)
  })
  await sandbox.close()
})
