import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'

/** The least and the usual size of the window. */
export const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 }
] as const

export type Theme = 'light' | 'dark'

const folder = process.env.KEYQUAY_SHOTS

/** Takes the screen as it stands, in both sizes, where pictures are asked for. */
export async function picture(page: Page, name: string, theme: Theme): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await settled(page)
    const file = `${name}-${theme}-${String(size.width)}.png`
    await page.screenshot({ path: join(folder, file), animations: 'disabled' })
  }
  await page.setViewportSize(SIZES[0])
}

/** The name a spec gives what it looks at, in the line that the call came from: "grants the-question". */
export function lookedAtBy(stack: string): string {
  const [, file = '', line = ''] = /(file:\S+\.spec\.ts):(\d+)/.exec(stack) ?? []
  if (file === '') throw new Error('Only a spec can be pictured.')
  const [, look = line] =
    /, '([^']+)'\)/.exec(readFileSync(new URL(file), 'utf8').split('\n')[Number(line) - 1] ?? '') ?? []
  return `${basename(file, '.spec.ts')}-${look.replaceAll(/\W+/g, '-')}`
}

/** A colour on its way from one scheme to the other, or of a dialog fading in, is nobody's. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(running.map(({ finished }) => finished.catch(() => undefined)))
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
  })
}
