import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './axe'
import { addKey, createVault } from './drive'
import { expect, test } from './keyquay'

interface StandIn {
  answerNextDialog(answer: object): void
}

const SECRET = 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'

const entries = (page: Page) => page.getByRole('table', { name: 'Audit trail' }).locator('tbody tr')

test('the trail is narrowed, verified and written to a file, with the keyboard alone', async ({ keyquay }) => {
  test.slow()
  const { app, page, home } = keyquay
  await createVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET })
  await addKey(page, { name: 'billing', secret: `${SECRET}2` })
  await page.getByRole('navigation').getByRole('button', { name: 'Audit' }).focus()
  await page.keyboard.press('Enter')
  await expect(entries(page).first()).toContainText('billing')
  const whole = await entries(page).count()

  await test.step('by what was done', async () => {
    await page.getByRole('combobox', { name: 'Action' }).focus()
    await page.keyboard.type('Key added')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(entries(page)).toHaveCount(2)
    await expect(page.getByText('2 of 2')).toBeVisible()
    expect(await violations(page), 'narrowed').toEqual([])
  })

  await test.step('by key, from a row or by its name', async () => {
    await entries(page).last().getByRole('button', { name: 'ci-token' }).focus()
    await page.keyboard.press('Enter')
    await expect(entries(page)).toHaveCount(1)
    await expect(page.getByRole('combobox', { name: 'Key' })).toHaveValue('ci-token')
  })

  await test.step('what fits nothing says so, and lets go of the filters', async () => {
    await page.getByRole('button', { name: 'From' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemcheckbox', { name: 'Command line' }).press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'No entry fits' })).toBeVisible()
    await page.getByRole('button', { name: 'Show every action' }).press('Enter')
    await expect.poll(() => entries(page).count()).toBeGreaterThanOrEqual(whole)
  })

  await test.step('by time', async () => {
    await page.getByRole('radio', { name: '24 h' }).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => entries(page).count()).toBeGreaterThanOrEqual(whole)
    await page.getByRole('button', { name: 'Days…' }).press('Enter')
    await expect(page.getByRole('button', { name: 'Show these days' })).toBeDisabled()
    expect(await violations(page), 'days').toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('the chain is verified in words', async () => {
    await page.getByRole('button', { name: 'Verify chain' }).press('Enter')
    await expect(page.getByText(/^The chain is whole: \d+ entries since/)).toBeVisible()
  })

  await test.step('what is looked at is written to a file', async () => {
    const filePath = join(home, 'trail.json')
    const known = await app.evaluate(
      (electron, answer) => {
        const { standin } = electron as unknown as { standin?: StandIn }
        standin?.answerNextDialog(answer)
        return standin !== undefined
      },
      { filePath }
    )
    test.skip(!known, 'The file is chosen through the stand-in only.')
    await page.getByRole('combobox', { name: 'Action' }).focus()
    await page.keyboard.type('Key added')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(entries(page)).toHaveCount(2)
    await page.getByRole('button', { name: 'Export…' }).press('Enter')
    await page.getByRole('menuitem', { name: 'As JSON…' }).press('Enter')
    await expect(page.getByText('2 entries written to the file')).toBeVisible()
    const written = readFileSync(filePath, 'utf8')
    expect(JSON.parse(written)).toHaveLength(2)
    expect(written).not.toContain(SECRET)
  })
})
