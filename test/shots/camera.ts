import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { picture, settled, SIZES } from '../e2e/picture'

/** Takes the screen as it stands, in both sizes and both colour schemes. */
export async function shoot(page: Page, name: string): Promise<void> {
  // Out of everything's way, so that nothing is shown as hovered.
  await page.mouse.move(640, 1)
  for (const theme of ['light', 'dark'] as const) {
    // As the system would change it: a change in the settings would fill the audit trail of the pictures.
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor()
    await picture(page, name, theme)
  }
}

/** The same where there is least room: the small window as it is, and enlarged by 125 % and 150 %. */
export async function shootSmall(page: Page, name: string): Promise<void> {
  await page.mouse.move(640, 1)
  for (const percent of [100, 125, 150]) {
    // What a zoom leaves of 900 × 600.
    await page.setViewportSize({ width: Math.round(90_000 / percent), height: Math.round(60_000 / percent) })
    await settled(page)
    const path = join(process.env.KEYQUAY_SHOTS ?? 'shots', `${name}-${String(percent)}.png`)
    await page.screenshot({ path, animations: 'disabled' })
  }
  await page.setViewportSize(SIZES[0])
}
