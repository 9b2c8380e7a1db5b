import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { lookedAtBy, picture, settled } from './picture'

// A scheme changes colours and nothing else of the page, so the second one is asked about these alone.
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe finds on the screen as it stands, in one colour scheme and then the other. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  const { stack = '' } = new Error()
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.keyquay['settings.update']({ theme: chosen }), theme)
    await expect(page.locator(`html[data-mantine-color-scheme="${theme}"]`)).toHaveCount(1)
    if (process.env.KEYQUAY_SHOTS !== undefined) await picture(page, lookedAtBy(stack), theme)
    found.push(
      ...(await lasting(page, theme === 'light' ? [] : OF_COLOURS)).map((violation) => `${theme} ${violation}`)
    )
  }
  return found
}

/** A toast may begin to fade while axe looks: what is gone at a second look was nobody's either. */
async function lasting(page: Page, rules: string[]): Promise<string[]> {
  let broken = await looked(page, rules)
  for (let looks = 1; looks < 4 && broken.length > 0; looks++) broken = await looked(page, rules)
  return broken
}

async function looked(page: Page, rules: string[]): Promise<string[]> {
  await settled(page)
  // The other mode opens a page of its own, which an app's window has no place for.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // Saying where all that is well stands takes as long as looking at it.
  const only = rules.length === 0 ? {} : { runOnly: rules }
  const { violations: broken } = await axe.options({ resultTypes: ['violations'], ...only }).analyze()
  return broken.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
