import { startSandbox } from '../sandbox/start-sandbox.ts'
import type { Sandbox } from '../sandbox/types.ts'
import { violations } from './axe'
import { choose, command, openVault, pick, press, tabTo, take, turn, type } from './by-keyboard'
import { expect, testOfVault as base } from './keyquay'

const test = base.extend<{ sandbox: Sandbox }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ samples: true, providers: ['cloudnexus'] })
    await use(sandbox)
    await sandbox.close()
  }
})

test('a key is created, changed, rotated and revoked at its provider with the keyboard alone', async ({
  keyquay,
  sandbox
}) => {
  test.slow()
  const { page } = keyquay
  const { keyboard } = page
  const { cloudnexus } = sandbox.providers
  const dialog = page.getByRole('dialog')
  const next = (): Promise<void> => press(page, dialog.getByRole('button', { name: 'Next' }))
  const heading = (name: string) => page.getByRole('heading', { name, level: 2 })
  await openVault(page)

  await test.step('connect an account', async () => {
    await keyboard.press('ControlOrMeta+Shift+j')
    await expect(dialog.getByPlaceholder('Search providers')).toBeFocused()
    expect(await violations(page), 'choose a provider').toEqual([])
    await keyboard.insertText('CloudNexus')
    await keyboard.press('Enter')
    await type(page, dialog.getByLabel('Account name'), 'Compute')
    await type(page, dialog.getByLabel('Base URL'), cloudnexus.baseUrl)
    await type(page, dialog.getByLabel('Management key', { exact: true }), cloudnexus.credentials.apiKey)
    await keyboard.press('Enter')
    await expect(dialog.getByText('The connection works.')).toBeVisible()
    await press(page, dialog.getByRole('button', { name: 'Open connection' }))
  })

  await test.step('test it again, and adopt a key that was made elsewhere', async () => {
    await press(page, page.getByRole('button', { name: 'Test', exact: true }))
    await expect(page.getByText('The connection works.')).toBeVisible()
    await turn(page, page.getByRole('checkbox', { name: 'Select Staging CI/CD' }))
    await press(page, page.getByRole('button', { name: 'Adopt…' }))
    await press(page, dialog.getByRole('button', { name: 'Adopt 1 key' }))
    await expect(page.getByRole('button', { name: 'Open Staging CI/CD in the vault' })).toBeVisible()
  })

  await test.step('create a key with scopes, have it shown once, and open it', async () => {
    await press(page, page.getByRole('button', { name: 'Create key' }))
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await keyboard.insertText('metrics-reader')
    await choose(page, dialog.getByRole('combobox', { name: 'Environment' }), 'Development')
    await turn(page, dialog.getByRole('checkbox', { name: 'compute:read' }))
    await next()
    await next()
    await press(page, dialog.getByRole('button', { name: 'Create key' }))
    await expect(dialog.getByText('metrics-reader is made')).toBeVisible()
    await press(page, dialog.getByRole('button', { name: 'Copy' }))
    await press(page, dialog.getByRole('button', { name: 'Open key' }))
    await expect(dialog).toHaveCount(0)
    await expect(heading('metrics-reader')).toBeVisible()
  })

  await test.step('change its scopes and IP ranges, and look at the difference first', async () => {
    const edit = page.getByRole('menuitem', { name: 'Edit at the provider…' })
    await pick(page, page.getByRole('button', { name: 'Actions at the provider' }), edit)
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await press(page, dialog.getByRole('button', { name: 'Example from the documentation' }))
    await expect(dialog.getByText(/network:admin gives power over the account itself/)).toBeVisible()
    expect(await violations(page), 'edit at the provider').toEqual([])
    await type(page, dialog.getByRole('searchbox'), 'load balancers')
    await expect(dialog.getByRole('checkbox')).toHaveCount(1)
    await turn(page, dialog.getByRole('checkbox', { name: 'network:read' }))
    await type(page, dialog.getByRole('searchbox'), 'network:admin')
    await turn(page, dialog.getByRole('checkbox', { name: 'network:admin' }))
    await expect(dialog.getByText(/gives power over the account/)).toHaveCount(0)
    const ranges = dialog.getByLabel('IP ranges')
    await type(page, ranges, '10.0.0.5/8')
    await expect(dialog.getByRole('button', { name: 'Review changes' })).toBeDisabled()
    await type(page, ranges, '203.0.113.0/24')
    await press(page, dialog.getByRole('button', { name: 'Review changes' }))
    const changes = dialog.getByLabel('What changes')
    await expect(changes).toContainText('network:read')
    await expect(changes).toContainText('203.0.113.0/24')
    expect(await violations(page), 'what changes at the provider').toEqual([])
    await press(page, dialog.getByRole('button', { name: 'Save at CloudNexus' }))
    await expect(dialog).toHaveCount(0)
    const saved = cloudnexus.keys().find(({ name }) => name === 'metrics-reader')
    expect([...(saved?.scopes ?? [])].sort()).toEqual(['compute:read', 'network:read', 'storage:write'])
  })

  await test.step('disable and enable it', async () => {
    const actions = page.getByRole('button', { name: 'Actions at the provider' })
    const row = page.getByRole('grid', { name: 'Keys' }).getByRole('row', { name: /metrics-reader/ })
    await pick(page, actions, page.getByRole('menuitem', { name: 'Disable', exact: true }))
    await expect(dialog).toBeVisible()
    expect(await violations(page), 'disable').toEqual([])
    await press(page, dialog.getByRole('button', { name: /^Disable/ }))
    await expect(row).toContainText('Disabled')
    await pick(page, actions, page.getByRole('menuitem', { name: 'Enable', exact: true }))
    await expect(row).toContainText('Active')
  })

  await test.step('renew it, and say when it is rotated', async () => {
    const actions = page.getByRole('button', { name: 'Actions at the provider' })
    await pick(page, actions, page.getByRole('menuitem', { name: 'Renew…' }))
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible()
    expect(await violations(page), 'renew').toEqual([])
    await keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await pick(page, actions, page.getByRole('menuitem', { name: 'Rotation policy…' }))
    await take(page, dialog.getByRole('radio', { name: /^Remind/ }))
    expect(await violations(page), 'rotation policy').toEqual([])
    await press(page, dialog.getByRole('button', { name: 'Save policy' }))
    await expect(dialog).toHaveCount(0)
  })

  await test.step('rotate it', async () => {
    await keyboard.press('ControlOrMeta+Shift+r')
    await press(page, dialog.getByRole('button', { name: 'Start rotation' }))
    await press(page, dialog.getByRole('button', { name: 'Go on with the rotation' }))
    await expect(dialog.getByRole('timer')).toBeVisible()
    const life = page.getByRole('figure', { name: 'Life of this key', includeHidden: true })
    await expect(life).toContainText(/Rotated on .+\. The old value works too until /)
    await press(page, dialog.getByRole('button', { name: 'Revoke old value…' }))
    await press(page, page.getByRole('button', { name: 'Revoke old value', exact: true }))
    await expect(dialog.getByText('The new value is in use; the old one is gone.')).toBeVisible()
    await keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('several at once', async () => {
    const bar = page.getByRole('toolbar', { name: '2 keys selected' })
    await tabTo(page, page.getByRole('grid', { name: 'Keys' }), 'Shift+Tab')
    await keyboard.press('ControlOrMeta+a')
    const rotate = page.getByRole('menuitem', { name: 'Rotate…' })
    await pick(page, bar.getByRole('button', { name: 'At provider' }), rotate)
    await expect(dialog.getByRole('list', { name: 'Keys that will be touched' })).toBeVisible()
    await press(page, dialog.getByRole('button', { name: 'Cancel' }))
    await expect(dialog).toHaveCount(0)
    await keyboard.press('Escape')
  })

  await test.step('revoke it', async () => {
    await command(page, 'metrics-reader')
    await expect(heading('metrics-reader')).toBeVisible()
    await keyboard.press('ControlOrMeta+Shift+x')
    await press(page, dialog.getByRole('button', { name: /^Revoke key/ }))
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('Revoked')).toBeVisible()
    expect(cloudnexus.keys().some(({ name, status }) => name === 'metrics-reader' && status === 'active')).toBe(false)
  })

  await test.step('the connection goes, its keys stay', async () => {
    await keyboard.press('ControlOrMeta+j')
    await press(page, page.getByRole('button', { name: 'Compute', exact: true }))
    const remove = page.getByRole('menuitem', { name: 'Remove connection' })
    await pick(page, page.getByRole('button', { name: 'More actions' }), remove)
    await press(page, dialog.getByRole('button', { name: 'Keep keys and remove' }))
    await expect(page.getByRole('heading', { name: 'Connect the first account' })).toBeVisible()
  })
})
