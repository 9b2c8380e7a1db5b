import type { Page } from '@playwright/test'
import { violations } from './axe'
import { openVault } from './drive'
import { aDozen, seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

const grid = (page: Page) => page.getByRole('grid', { name: 'Keys' })
const rows = (page: Page) => grid(page).locator('[data-index]')
const found = (page: Page) => page.getByRole('region', { name: 'Keys' }).getByRole('status').first()

test.beforeEach(async ({ keyquay }) => {
  await openVault(keyquay.page)
  await seedKeys(keyquay.page, aDozen)
  await expect(found(keyquay.page)).toHaveText('12 keys')
})

test('the table shows the columns that were chosen, groups rows and sorts by every column', async ({ keyquay }) => {
  const { page } = keyquay

  await test.step('columns are chosen, and stay after a lock', async () => {
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Scopes' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Project' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('columnheader', { name: 'Scopes' })).toHaveCount(0)
    await expect(page.getByRole('columnheader', { name: 'Project' })).toBeVisible()
    await expect(grid(page).getByRole('row', { name: /mail-sender/ })).toContainText('mail')
  })

  await test.step('every column that can be sorted by puts its first row first', async () => {
    await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').click()
    await expect(rows(page).first()).toContainText('edge-cache')
    await page.getByRole('columnheader', { name: 'Expires' }).getByRole('button').click()
    await expect(rows(page).first()).toContainText('edge-cache')
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
    await expect(rows(page).first()).toContainText('wandering')
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  })

  await test.step('rows stand in groups, which open and close', async () => {
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('menuitemradio', { name: 'Provider' }).click()
    await page.keyboard.press('Escape')
    await expect(grid(page).getByRole('button', { name: 'CloudAPI 4' })).toHaveAttribute('aria-expanded', 'true')
    await expect(grid(page).getByRole('button', { name: 'No provider 1' })).toBeVisible()
    await grid(page).getByRole('button', { name: 'CloudAPI 4' }).click()
    await expect(grid(page).getByText('billing-api')).toHaveCount(0)
    await expect(rows(page)).toHaveCount(8)
    expect(await violations(page), 'groups of keys').toEqual([])
  })

  await test.step('by tag, a key stands under each of its tags', async () => {
    await page.getByRole('button', { name: 'Display' }).click()
    await page.getByRole('menuitemradio', { name: 'Tag' }).click()
    await page.keyboard.press('Escape')
    await expect(grid(page).getByText('billing-api')).toHaveCount(2)
    await expect(found(page)).toHaveText('12 keys')
  })
})

test('filters narrow the list, a search marks what it found, and a view keeps both', async ({ keyquay }) => {
  const { page } = keyquay
  const filters = page.getByRole('group', { name: 'Filters' })

  await test.step('by what expires soon', async () => {
    await filters.getByRole('button', { name: 'Expires' }).click()
    await page.getByRole('menuitemradio', { name: '30 days' }).click()
    await expect(found(page)).toHaveText('3 keys')
  })

  await test.step('by environment and search, with the found letters marked', async () => {
    await filters.getByRole('button', { name: 'Clear filters' }).click()
    await filters.getByRole('button', { name: 'Environment' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'prod' }).click()
    await page.keyboard.press('Escape')
    await expect(found(page)).toHaveText('5 keys')
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('bill')
    await expect(found(page)).toHaveText('1 key')
    await expect(grid(page).locator('mark')).toHaveText('bill')
  })

  await test.step('a view is saved, opened again, renamed, deleted, and brought back', async () => {
    await filters.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
    await page.getByLabel('Name of the view').fill('Money in production')
    expect(await violations(page), 'name a view').toEqual([])
    await page.getByRole('button', { name: 'Save view' }).click()
    await expect(filters.getByRole('button', { name: 'Money in production' })).toBeVisible()
    await page.getByRole('navigation').getByText('All keys').click()
    await expect(found(page)).toHaveText('12 keys')
    await page.getByRole('navigation').getByText('Money in production').click()
    await expect(found(page)).toHaveText('1 key')

    await filters.getByRole('button', { name: 'Money in production' }).click()
    await page.getByRole('menuitem', { name: 'Rename Money in production…' }).click()
    await page.getByLabel('Name of the view').fill('Billing')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await filters.getByRole('button', { name: 'Billing' }).click()
    expect(await violations(page), 'views').toEqual([])
    await page.getByRole('menuitem', { name: 'Delete Billing' }).click()
    await expect(page.getByRole('navigation').getByText('Billing')).toHaveCount(0)
    const toast = page.getByRole('alert').filter({ hasText: 'View Billing deleted' })
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('navigation').getByText('Billing')).toBeVisible()
  })
})

test('letters go to a key far below, and what is pressed next is for that key', async ({ keyquay }) => {
  const { page } = keyquay
  const many = Array.from({ length: 150 }, (_, at) => ({ name: `row-${String(at).padStart(3, '0')}` }))
  await seedKeys(page, many)
  await expect(found(page)).toHaveText('162 keys')
  await grid(page).focus()
  await page.keyboard.type('row-14')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'row-140', level: 2 })).toBeVisible()
  await expect(grid(page).getByRole('row', { name: /row-140/ })).toBeInViewport()
})

test('what was entered in the details is not lost by going elsewhere', async ({ keyquay }) => {
  const { page } = keyquay
  const details = page.getByRole('complementary', { name: 'Key details' })
  const question = page.getByRole('dialog', { name: 'Discard what was entered?' })
  const name = details.getByLabel('Name', { exact: true })
  await grid(page).getByText('billing-api').click()
  await page.keyboard.press('ControlOrMeta+e')
  await name.fill('billing')

  await test.step('to another key', async () => {
    await grid(page).getByText('ci-deploy').click()
    expect(await violations(page), 'going on to another key').toEqual([])
    await question.getByRole('button', { name: 'Keep editing' }).click()
    await expect(question).toHaveCount(0)
    await expect(name).toHaveValue('billing')
    await grid(page).getByText('ci-deploy').click()
    await question.getByRole('button', { name: 'Discard' }).click()
    await expect(details.getByRole('heading', { name: 'ci-deploy' })).toBeVisible()
  })

  await test.step('to another screen, and at once where nothing was changed', async () => {
    await page.keyboard.press('ControlOrMeta+e')
    await name.fill('deploy')
    await page.getByRole('button', { name: 'Audit' }).click()
    await question.getByRole('button', { name: 'Discard' }).click()
    await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible()
    await page.getByRole('button', { name: 'All keys' }).click()
    await page.keyboard.press('ControlOrMeta+e')
    await expect(name).toHaveValue('ci-deploy')
    await page.getByRole('button', { name: 'Audit' }).click()
    await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible()
  })
})
