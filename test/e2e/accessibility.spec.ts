import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addKey, createVault } from './drive'
import { expect, test } from './keyquay'

/** What axe finds on the screen as it stands, in one colour scheme and then the other. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.keyquay['settings.update']({ theme: chosen }), theme)
    await expect(page.locator(`html[data-mantine-color-scheme="${theme}"]`)).toHaveCount(1)
    // The other mode opens a page of its own, which an app's window has no place for.
    const { violations: broken } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    found.push(
      ...broken.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    )
  }
  return found
}

test('axe finds nothing on any screen, light or dark', async ({ keyquay }) => {
  const { page } = keyquay
  expect(await violations(page), 'first run').toEqual([])
  await createVault(page)
  expect(await violations(page), 'no keys yet').toEqual([])
  await addKey(page, { name: 'ci-token', secret: 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d', envName: 'CI_TOKEN' })
  await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible()
  expect(await violations(page), 'keys and details').toEqual([])
  await page.getByRole('button', { name: 'New key' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violations(page), 'new key').toEqual([])
  await page.keyboard.press('Escape')
  for (const screen of ['Audit', 'Settings', 'Bin']) {
    await page.getByRole('navigation').getByText(screen, { exact: true }).click()
    expect(await violations(page), screen).toEqual([])
  }
  await page.getByRole('navigation').getByText('Lock', { exact: true }).click()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  expect(await violations(page), 'locked').toEqual([])
})
