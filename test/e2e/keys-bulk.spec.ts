import type { Page } from '@playwright/test'
import type { Sandbox } from '../sandbox/types.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { violations } from './axe'
import { clipboardText, openVault } from './drive'
import { seedKeys } from './keys'
import { expect, testOfVault as base } from './keyquay'

const test = base.extend<{ sandbox: Sandbox }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ samples: true })
    await use(sandbox)
    await sandbox.close()
  }
})

/** Makes three keys at a provider, past the wizard, which has a spec of its own; the last is in production. */
async function makeKeys(page: Page, { providers: { cloudapi } }: Sandbox): Promise<void> {
  const { baseUrl, credentials } = cloudapi
  await page.evaluate(
    async (given) => {
      const fields = { name: 'Projects', mode: 'api' as const, baseUrl: given.baseUrl }
      const added = await window.keyquay['connections.add']({
        connectorId: 'cloudapi',
        fields,
        credentials: given.credentials
      })
      if (!added.ok) throw new Error(added.error.code)
      for (const name of ['token-a', 'token-b', 'token-live']) {
        const request = { name, scopes: ['users:read'] }
        const local = { environment: name === 'token-live' ? 'production' : 'dev' }
        const made = await window.keyquay['remote.create']({
          connectionId: added.value.id,
          kind: 'token',
          request,
          local
        })
        if (!made.ok) throw new Error(`${made.error.code} ${JSON.stringify(made.error.details)}`)
        await window.keyquay['remote.putAway']({ id: made.value.id })
      }
    },
    { baseUrl, credentials: { ...credentials } }
  )
}

test('many keys are rotated and revoked at their provider, and each outcome is told', async ({ keyquay, sandbox }) => {
  test.slow()
  const { app, page } = keyquay
  const grid = page.getByRole('grid', { name: 'Keys' })
  const dialog = page.getByRole('dialog')
  const outcomes = dialog.getByRole('list', { name: 'What became of each key' })
  await openVault(page)
  await makeKeys(page, sandbox)
  await seedKeys(page, [{ name: 'by-hand' }])
  await expect(grid.getByText('by-hand')).toBeVisible()

  const atProvider = async (item: string): Promise<void> => {
    await grid.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.getByRole('toolbar', { name: '4 keys selected' }).getByRole('button', { name: 'At provider' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  await test.step('a code sample calls the provider with the key in place', async () => {
    await grid.getByText('token-a').click()
    for (const [language, call] of [
      ['curl', 'curl '],
      ['JavaScript', 'fetch('],
      ['Python', '"Authorization": "Bearer cap_']
    ] as const) {
      await page.getByRole('button', { name: 'Copy formats' }).click()
      await page.getByRole('menuitem', { name: language, exact: true }).click()
      await expect.poll(() => clipboardText(app)).toContain(call)
      expect(await clipboardText(app)).toMatch(/Bearer cap_/)
      expect(await clipboardText(app)).toContain(sandbox.providers.cloudapi.baseUrl)
    }
    await page.keyboard.press('Escape')
  })

  await test.step('rotating says who is left out, and starts one after the other', async () => {
    await atProvider('Rotate…')
    await expect(dialog.getByText('1 key is tied to no provider.')).toBeVisible()
    expect(await violations(page), 'bulk review').toEqual([])
    await dialog.getByRole('button', { name: 'Rotate 3 keys' }).click()
    await expect(dialog.getByText('3 keys have new values.')).toBeVisible()
    await expect(outcomes.getByRole('listitem')).toHaveCount(3)
    expect(await violations(page), 'bulk report').toEqual([])
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  })

  await test.step('what is being rotated is not revoked under its feet', async () => {
    await atProvider('Revoke…')
    await expect(dialog.getByText('None of the selected keys can be revoked here.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await page.evaluate(async () => {
      const listed = await window.keyquay['rotations.list']({ open: true })
      for (const { id } of listed.ok ? listed.value.items : []) await window.keyquay['rotations.finish']({ id })
    })
  })

  await test.step('revoking lists them all; one in production takes its name', async () => {
    await atProvider('Revoke…')
    await expect(dialog.getByRole('list', { name: 'Keys that will be touched' })).toContainText('token-live')
    await expect(dialog.getByRole('button', { name: 'Revoke 3 keys' })).toBeDisabled()
    await dialog.getByLabel('Type “token-live” to go on').fill('token-live')
    await dialog.getByRole('button', { name: 'Revoke 3 keys' }).click()
    await expect(dialog.getByText('3 keys revoked.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(grid.getByRole('row', { name: /token-a/ })).toContainText('Revoked')
  })
})
