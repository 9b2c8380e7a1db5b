import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './axe'
import { answerDialog, openVault, pick, press, tabTo, take } from './by-keyboard'
import { seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

const entries = (page: Page) => page.getByRole('table', { name: 'Audit trail' }).locator('tbody tr')

test('the trail is narrowed, verified and written to a file, with the keyboard alone', async ({ keyquay }) => {
  test.slow()
  const { app, page, home } = keyquay
  await openVault(page)
  await seedKeys(page, [{ name: 'ci-token' }, { name: 'billing' }])
  await page.keyboard.press('ControlOrMeta+5')
  await expect(entries(page).first()).toContainText('billing')
  const whole = await entries(page).count()

  await test.step('by what was done', async () => {
    await tabTo(page, page.getByRole('combobox', { name: 'Action' }))
    await page.keyboard.type('Key added')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(entries(page)).toHaveCount(2)
    await expect(page.getByText('2 of 2')).toBeVisible()
    expect(await violations(page), 'narrowed').toEqual([])
  })

  await test.step('by key, from a row or by its name', async () => {
    await press(page, entries(page).last().getByRole('button', { name: 'ci-token' }))
    await expect(entries(page)).toHaveCount(1)
    await expect(page.getByRole('combobox', { name: 'Key' })).toHaveValue('ci-token')
  })

  await test.step('what fits nothing says so, and lets go of the filters', async () => {
    const commandLine = page.getByRole('menuitemcheckbox', { name: 'Command line' })
    await pick(page, page.getByRole('button', { name: 'From' }), commandLine)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'No entry fits' })).toBeVisible()
    await press(page, page.getByRole('button', { name: 'Show every action' }))
    await expect.poll(() => entries(page).count()).toBeGreaterThanOrEqual(whole)
  })

  await test.step('by time', async () => {
    await take(page, page.getByRole('radio', { name: '24 h' }))
    await expect.poll(() => entries(page).count()).toBeGreaterThanOrEqual(whole)
    await press(page, page.getByRole('button', { name: 'Days…' }))
    await expect(page.getByRole('button', { name: 'Show these days' })).toBeDisabled()
    expect(await violations(page), 'days').toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('the chain is verified in words', async () => {
    await press(page, page.getByRole('button', { name: 'Verify chain' }))
    await expect(page.getByText(/^The chain is whole: \d+ entries since/)).toBeVisible()
  })

  await test.step('what is looked at is written to a file', async () => {
    const filePath = join(home, 'trail.json')
    await answerDialog(app, { filePath })
    await tabTo(page, page.getByRole('combobox', { name: 'Action' }))
    await page.keyboard.type('Key added')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(entries(page)).toHaveCount(2)
    const asJson = page.getByRole('menuitem', { name: 'As JSON…' })
    await pick(page, page.getByRole('button', { name: 'Export…' }), asJson)
    await expect(page.getByText('2 entries written to the file')).toBeVisible()
    const written = readFileSync(filePath, 'utf8')
    expect(JSON.parse(written)).toHaveLength(2)
    expect(written).not.toMatch(/cap_\d{4}/)
  })
})
