import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { lookedAtBy, picture, settled } from './picture'

/** What axe finds on the screen as it stands, in one colour scheme and then the other. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  const { stack = '' } = new Error()
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.keyquay['settings.update']({ theme: chosen }), theme)
    await expect(page.locator(`html[data-mantine-color-scheme="${theme}"]`)).toHaveCount(1)
    if (process.env.KEYQUAY_SHOTS !== undefined) await picture(page, lookedAtBy(stack), theme)
    found.push(...(await lasting(page)).map((violation) => `${theme} ${violation}`))
  }
  return found
}

/** A toast may begin to fade while axe looks: what is gone at a second look was nobody's either. */
async function lasting(page: Page): Promise<string[]> {
  let broken = await looked(page)
  for (let looks = 1; looks < 4 && broken.length > 0; looks++) broken = await looked(page)
  return broken
}

async function looked(page: Page): Promise<string[]> {
  await settled(page)
  // The other mode opens a page of its own, which an app's window has no place for.
  const { violations: broken } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
