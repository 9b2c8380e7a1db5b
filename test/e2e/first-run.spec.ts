import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { violations } from './axe'
import { press, tabTo } from './by-keyboard'
import { addKey, contentOf, createVault, logText, MAKING_MS, openKeyquay, PASSWORD, unlock } from './drive'
import { expect, test } from './keyquay'

// axe looks at every screen twice, which takes longer than the screen itself.
test.slow()

const TEAM_PASSWORD = 'harbour violet compass 58 thimble'

/** Answers the system's next file dialog, which only the stand-in lets a spec do. */
function answerDialog(app: ElectronApplication, answer: { filePath?: string; filePaths?: string[] }): Promise<void> {
  return app.evaluate((electron, given) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.answerNextDialog(given)
  }, answer)
}

const keys = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('grid', { name: 'Keys' })
const search = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('searchbox', { name: 'Search keys' })

test('a vault is made with the keyboard alone, its kit saved to a file, and keys are offered to be brought', async ({
  keyquay
}) => {
  const { app, page, home } = keyquay
  const kit = join(home, 'kit.html')
  expect(await violations(page), 'first run').toEqual([])

  await test.step('the first field has the focus', async () => {
    await expect(page.getByLabel('Master password', { exact: true })).toBeFocused()
    await page.keyboard.type(PASSWORD)
    await expect(page.getByRole('status').getByText('Strong')).toBeVisible()
    await tabTo(page, page.getByLabel('Repeat password'))
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(search(page)).toBeVisible({ timeout: MAKING_MS })
  })

  await test.step('what keys may come from is offered', async () => {
    const offer = page.getByRole('region', { name: 'Bring your keys' })
    for (const name of [/^Import…/, /^Open a project…/, /^Scan a folder…/, /^Connect a provider…/])
      await expect(offer.getByRole('button', { name })).toBeVisible()
    expect(await violations(page), 'bring your keys').toEqual([])
  })

  await test.step('the kit is offered again after a lock, as there is none yet', async () => {
    await page.keyboard.press('ControlOrMeta+l')
    await expect(page.getByLabel('Master password')).toBeFocused()
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(search(page)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Bring your keys' })).toBeVisible()
  })

  const code = await test.step('the kit is saved as a file that only its owner can read', async () => {
    await press(page, page.getByRole('button', { name: 'Make recovery code' }))
    const dialog = page.getByRole('dialog', { name: 'Recovery kit' })
    await expect(dialog.getByLabel('Master password')).toBeFocused()
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    const shown = dialog.getByRole('group', { name: 'Recovery code' })
    await expect(shown).toBeVisible()
    const groups = await shown.locator('span').allTextContents()
    await answerDialog(app, { filePath: kit })
    await press(page, page.getByRole('button', { name: 'Save…' }))
    await expect(dialog.getByText(`Saved as ${kit}`)).toBeVisible()
    await expect(dialog.getByText('This file opens the vault.')).toBeVisible()
    expect(await violations(page), 'kit').toEqual([])
    expect(statSync(kit).mode & 0o777).toBe(0o600)
    for (const group of groups) expect(readFileSync(kit, 'utf8')).toContain(group)
    return groups.join('')
  })

  await test.step('it counts once it was typed back', async () => {
    await press(page, page.getByRole('button', { name: 'Type it back' }))
    await expect(page.getByLabel('Recovery code')).toBeFocused()
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('what was offered goes away for good', async () => {
    await press(page, page.getByRole('button', { name: 'Start empty' }))
    await expect(page.getByRole('heading', { name: 'No keys yet' })).toBeVisible()
    await expect(page.getByText('Bring your keys')).toHaveCount(0)
  })
  expect(logText(home)).not.toContain(code.slice(0, 6))
})

test('a vault in another folder is opened, left for another, and found again', async ({ keyquay }) => {
  const { app, page, home } = keyquay
  const elsewhere = mkdtempSync(join(tmpdir(), 'keyquay-elsewhere-'))
  mkdirSync(join(elsewhere, 'Dropbox'))
  const team = join(elsewhere, 'Dropbox', 'team')
  execFileSync(process.execPath, ['out/main/cli.js', '--home', team, 'init', '--password-fd', '0'], {
    input: TEAM_PASSWORD
  })
  const openFolder = page.getByRole('button', { name: 'Open an existing vault folder' })

  await test.step('a folder without a vault is said to be one', async () => {
    await answerDialog(app, { filePaths: [elsewhere] })
    await openFolder.click()
    await expect(page.getByRole('alert')).toContainText(`There is no vault in ${elsewhere}.`)
    expect(await violations(page), 'no vault').toEqual([])
  })

  await test.step('one that is copied elsewhere asks first', async () => {
    await answerDialog(app, { filePaths: [team] })
    await openFolder.click()
    const dialog = page.getByRole('dialog', { name: 'Open team?' })
    await expect(dialog.getByText('Dropbox copies this folder.')).toBeVisible()
    expect(await violations(page), 'cautions').toEqual([])
    await dialog.getByRole('button', { name: 'Open' }).click()
    await expect(page.getByRole('heading', { name: 'Unlock team' })).toBeVisible()
  })

  await test.step('it opens with its own password and has its own keys', async () => {
    await unlock(page, TEAM_PASSWORD)
    await expect(search(page)).toBeVisible()
    await addKey(page, { name: 'of-the-team', secret: 'cap_canary2f7a9c1e5b8d3f6a0c4e7b1d' })
  })

  await test.step('nobody allowed it here, so it does nothing by itself until somebody does', async () => {
    const banner = page.getByRole('region', { name: 'Held vault' })
    await expect(banner).toContainText('This vault is new on this computer.')
    expect(await violations(page), 'held').toEqual([])
    await banner.getByRole('button', { name: 'Allow…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Let this vault act by itself?' })
    await expect(dialog.getByText('Nothing is waiting now.')).toBeVisible()
    expect(await violations(page), 'allow').toEqual([])
    await dialog.getByRole('button', { name: 'Allow', exact: true }).click()
    await expect(banner).toHaveCount(0)
  })

  await test.step('kq uses the same vault, and leaves the choice to the window that has it', () => {
    const kq = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
      spawnSync(process.execPath, ['out/main/cli.js', '--home', home, ...args], { encoding: 'utf8' })
    expect(JSON.parse(kq('status', '--json').stdout)).toMatchObject({ vault: join(team, 'vault'), holder: 'app' })
    const refused = kq('vault', 'open', '--own')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('The Keyquay window has the present vault.')
  })

  await test.step('a shortcut and the settings lead to the vaults; the open one locks, and nothing of it stays', async () => {
    const dialog = page.getByRole('dialog', { name: 'Vaults' })
    await page.keyboard.press('ControlOrMeta+o')
    await expect(dialog.getByRole('button', { name: 'Open a vault folder…' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await page.getByRole('navigation').getByText('Settings', { exact: true }).click()
    await page.getByRole('button', { name: 'Other vaults…' }).click()
    await expect(dialog.getByRole('listitem').filter({ hasText: team })).toContainText('In use')
    expect(await violations(page), 'vaults').toEqual([])
    await dialog.getByRole('button', { name: /^Make / }).click()
    await expect(page.getByRole('heading', { name: 'Create your vault' })).toBeVisible()
    expect(await contentOf(page)).not.toContain('of-the-team')
    await createVault(page)
    await expect(keys(page).getByText('of-the-team')).toHaveCount(0)
  })

  await test.step('the lock screen leads back', async () => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await page.getByRole('button', { name: 'Other vaults…' }).click()
    await page.getByRole('dialog', { name: 'Vaults' }).getByRole('button', { name: 'Open team' }).click()
    await page.getByRole('dialog', { name: 'Open team?' }).getByRole('button', { name: 'Open' }).click()
    await expect(page.getByRole('heading', { name: 'Unlock team' })).toBeVisible()
    await unlock(page)
    await expect(page.getByText('Wrong password')).toBeVisible()
    await unlock(page, TEAM_PASSWORD)
    await expect(keys(page).getByText('of-the-team')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Held vault' })).toHaveCount(0)
  })

  await app.close()
  await test.step('after a restart it is missing while its disk is gone, and there once it is back', async () => {
    renameSync(team, `${team}-away`)
    const again = await openKeyquay(home)
    await expect(again.page.getByRole('heading', { name: 'This vault is not there' })).toBeVisible()
    expect(await violations(again.page), 'missing').toEqual([])
    const tryAgain = again.page.getByRole('button', { name: 'Try again' })
    await tryAgain.click()
    // The screen itself is an alert that says so, and is not said twice.
    await expect(again.page.getByRole('status')).toHaveText('Looked again: it is still not there.')
    await expect(again.page.getByRole('alert')).toHaveCount(1)
    await expect(tryAgain).toBeEnabled()
    expect(await violations(again.page), 'missing still').toEqual([])
    renameSync(`${team}-away`, team)
    await tryAgain.click()
    await again.page.getByRole('dialog', { name: 'Open team?' }).getByRole('button', { name: 'Open' }).click()
    await expect(again.page.getByRole('heading', { name: 'Unlock team' })).toBeVisible()
    expect(again.complaints).toEqual([])
    await again.app.close()
  })
  rmSync(elsewhere, { recursive: true, force: true })
})
