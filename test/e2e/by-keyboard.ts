import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { MAKING_MS, PASSWORD } from './drive'
import { expect } from './keyquay'

// The longest way that any screen asks for; more than that is a control that Tab passes by.
const FARTHEST = 120

/** Goes to a control with Tab alone, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // The kit paints over some of its own inputs, so one may be there without being seen.
  await control.waitFor({ state: 'attached' })
  for (let steps = 0; steps < FARTHEST; steps++) {
    if (await hasFocus(control)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${String(control)} cannot be reached with ${key}`)
}

/** Goes to a button, and has it do its thing. */
export async function press(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

/** Turns a checkbox or a switch over, or takes a radio button of which none is taken yet. */
export async function turn(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Space')
}

/** Takes another radio button than the one that is taken, which is the one of its group that Tab finds. */
export async function take(page: Page, radio: Locator): Promise<void> {
  const name = (await radio.getAttribute('name')) ?? ''
  await tabTo(page, page.locator(`input[type="radio"][name="${name}"]:checked`))
  await walkTo(page, radio, 'ArrowRight')
}

/** Types into the field that has the focus already, or gets it by Tab; what was in it goes. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** Opens a menu, and chooses in it with the arrows. */
export async function pick(page: Page, menu: Locator, item: Locator): Promise<void> {
  await press(page, menu)
  await walkTo(page, item, 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** Walks with an arrow until an item has the focus. */
export async function walkTo(page: Page, item: Locator, arrow: 'ArrowDown' | 'ArrowRight' | 'ArrowUp'): Promise<void> {
  await item.waitFor({ state: 'attached' })
  for (let steps = 0; steps < FARTHEST; steps++) {
    if (await hasFocus(item)) return
    await page.keyboard.press(arrow)
  }
  throw new Error(`${String(item)} cannot be reached with ${arrow}`)
}

/** Chooses an option of a list that drops down from a field, which keeps the focus. */
export async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ArrowDown')
  const wanted = page.getByRole('option', { name: option, exact: true })
  await expect(wanted).toBeVisible()
  for (let steps = 0; steps < FARTHEST; steps++) {
    if ((await wanted.getAttribute('data-combobox-selected')) !== null) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(wanted).toBeHidden()
}

/** Runs a command out of the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('textbox', { name: 'Command palette' })).toBeFocused()
  await page.keyboard.insertText(name)
  await expect(page.getByRole('dialog').locator('[data-selected]').getByText(name, { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Command palette' })).toBeHidden()
}

/** Makes the vault on the first screen. */
export async function firstRun(page: Page): Promise<void> {
  await expect(page.getByLabel('Master password', { exact: true })).toBeFocused()
  await page.keyboard.insertText(PASSWORD)
  await type(page, page.getByLabel('Repeat password'), PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible({ timeout: MAKING_MS })
}

/** Opens the vault that is in the home of `testOfVault`. */
export async function openVault(page: Page): Promise<void> {
  await expect(page.getByLabel('Master password', { exact: true })).toBeFocused()
  await page.keyboard.insertText(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Search keys' })).toBeVisible()
}

/** Answers the system's next file dialog, which only the stand-in lets a spec do. */
export function answerDialog(
  app: ElectronApplication,
  answer: { filePath?: string; filePaths?: string[] }
): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog(given)
  }, answer)
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement)
}
