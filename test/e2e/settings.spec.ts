import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { choose, press } from './by-keyboard'
import { addKey, openKeyquay, openVault } from './drive'
import { expect, testOfVault as test } from './keyquay'

test('check 84: the settings file is private, names no key, and a damaged one is kept aside', async ({ keyquay }) => {
  const { app, page, home } = keyquay
  await openVault(page)
  await addKey(page, { name: 'very-secret-name', secret: 'cap_canary2f7a9c1e5b8d3f6a0c4e7b1d' })
  await page.evaluate(() => window.keyquay['settings.update']({ theme: 'dark', revealSeconds: 10 }))
  await app.close()

  const file = join(home, 'settings.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const text = readFileSync(file, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ theme: 'dark', revealSeconds: 10 })
  expect(text).not.toMatch(/very-secret-name|canary/)

  writeFileSync(file, '{ "theme": "da')
  const again = await openKeyquay(home)
  const { settings } = await again.page.evaluate(async () => {
    const result = await window.keyquay['app.snapshot']({})
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  })
  expect(settings.revealSeconds).toBe(30)
  const aside = readdirSync(home).filter((name) => name.startsWith('settings.damaged-'))
  expect(aside).toHaveLength(1)
  expect(readFileSync(join(home, aside[0] ?? ''), 'utf8')).toBe('{ "theme": "da')
  await again.app.close()
})

test('check 17: without a keyring, unlocking with this device is not offered', async ({ keyquay }) => {
  await openVault(keyquay.page)
  const outcome = await keyquay.page.evaluate(async () => {
    const snapshot = await window.keyquay['app.snapshot']({})
    return snapshot.ok ? snapshot.value.session.deviceUnlock : snapshot.error.code
  })
  const backend = await keyquay.app.evaluate(({ safeStorage }) =>
    process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'native'
  )
  expect(outcome).toBe(['basic_text', 'unknown'].includes(backend) ? 'unavailable' : 'off')
})

test('settings lead to env files and connectors, and say where each lies', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  const toSettings = (): Promise<void> => page.getByRole('navigation').getByText('Settings', { exact: true }).click()
  await toSettings()
  await expect(page.getByText('All of them came with Keyquay.')).toBeVisible()
  await expect(page.getByText('kq scan --install-hook')).toBeVisible()
  const { vaultFolder } = await page.evaluate(async () => {
    const result = await window.keyquay['app.snapshot']({})
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  })
  await expect(page.getByText(vaultFolder, { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Open projects' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1 })).toBeVisible()
  await toSettings()
  await page.getByRole('button', { name: 'Open connections' }).click()
  await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible()
})

test('every section of the settings is a step away in a small window, and the present one is marked', async ({
  keyquay
}) => {
  const { page } = keyquay
  await page.setViewportSize({ width: 900, height: 600 })
  await openVault(page)
  await page.keyboard.press('ControlOrMeta+,')
  const sections = page.getByRole('navigation', { name: 'Sections of the settings' })
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
  expect(headings).toContain('Clipboard')
  expect(await sections.getByRole('button').allTextContents()).toEqual(headings)
  const current = sections.locator('[aria-current]')
  await expect(current).toHaveText('Appearance')

  await press(page, sections.getByRole('button', { name: 'Clipboard' }))
  await expect(page.getByText('Clear the clipboard after')).toBeInViewport()
  await expect(current).toHaveText('Clipboard')
  // Near the end, where it never comes up to the upper edge.
  await press(page, sections.getByRole('button', { name: 'Connectors' }))
  await expect(current).toHaveText('Connectors')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Open connections' })).toBeFocused()
  await page.mouse.move(600, 300)
  await page.mouse.wheel(0, -9_000)
  await expect(current).toHaveText('Appearance')

  await page.setViewportSize({ width: 560, height: 600 })
  const choice = sections.getByRole('combobox', { name: 'Sections of the settings' })
  await choose(page, choice, 'Data')
  await expect(page.getByRole('heading', { name: 'Data', exact: true })).toBeInViewport()
  await expect(choice).toHaveValue('Data')
})
