import type { Page } from '@playwright/test'
import { violations } from './axe'
import { command, openVault, pick, press, tabTo } from './by-keyboard'
import { aDozen, seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

const grid = (page: Page) => page.getByRole('grid', { name: 'Keys' })
const filters = (page: Page) => page.getByRole('group', { name: 'Filters' })
const found = (page: Page) => page.getByRole('region', { name: 'Keys' }).getByRole('status').first()
const check = (page: Page, name: string) => page.getByRole('menuitemcheckbox', { name, exact: true })
const radio = (page: Page, name: string) => page.getByRole('menuitemradio', { name, exact: true })

test('the list is narrowed, arranged, kept as a view and changed in bulk with the keyboard alone', async ({
  keyquay
}) => {
  test.slow()
  const { page } = keyquay
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  await openVault(page)
  await seedKeys(page, aDozen)
  await expect(found(page)).toHaveText('12 keys')

  await test.step('search as you type, and back', async () => {
    await keyboard.press('/')
    await keyboard.type('bill')
    await expect(found(page)).toHaveText('2 keys')
    await keyboard.press('Escape')
    await expect(found(page)).toHaveText('12 keys')
  })

  await test.step('filters', async () => {
    await pick(page, filters(page).getByRole('button', { name: 'Environment' }), check(page, 'prod'))
    await keyboard.press('Escape')
    await expect(found(page)).toHaveText('5 keys')
    await pick(page, filters(page).getByRole('button', { name: 'Provider' }), check(page, 'CloudAPI'))
    await keyboard.press('Escape')
    await expect(found(page)).toHaveText('2 keys')
  })

  await test.step('columns, order and groups', async () => {
    const display = page.getByRole('button', { name: 'Display' })
    await pick(page, display, check(page, 'Project'))
    await expect(page.getByRole('columnheader', { name: 'Project' })).toBeAttached()
    await keyboard.press('Escape')
    await pick(page, display, radio(page, 'Project'))
    await keyboard.press('Escape')
    await expect(grid(page).getByRole('button', { name: 'shop 1' })).toBeVisible()
    const name = page.getByRole('columnheader', { name: 'Name' })
    await press(page, name.getByRole('button'))
    await expect(name).toHaveAttribute('aria-sort', 'descending')
  })

  await test.step('a view keeps all of it, and is opened by its name', async () => {
    await pick(
      page,
      filters(page).getByRole('button', { name: 'Views' }),
      page.getByRole('menuitem', { name: 'Save as a view…' })
    )
    await expect(dialog.getByLabel('Name of the view')).toBeFocused()
    await keyboard.insertText('Money')
    await keyboard.press('Enter')
    await expect(filters(page).getByRole('button', { name: 'Money' })).toBeVisible()
    await expect(dialog).toHaveCount(0)
    await keyboard.press('ControlOrMeta+1')
    await expect(found(page)).toHaveText('12 keys')
    await command(page, 'Open the view Money')
    await expect(found(page)).toHaveText('2 keys')
    await expect(grid(page).getByRole('button', { name: 'shop 1' })).toBeVisible()
    const views = filters(page).getByRole('button', { name: 'Money' })
    await pick(page, views, page.getByRole('menuitem', { name: 'Rename Money…' }))
    await expect(dialog.getByLabel('Name of the view')).toBeFocused()
    await keyboard.press('ControlOrMeta+a')
    await keyboard.insertText('Billing')
    await keyboard.press('Enter')
    await expect(filters(page).getByRole('button', { name: 'Billing' })).toBeVisible()
    await expect(dialog).toHaveCount(0)
    await pick(
      page,
      filters(page).getByRole('button', { name: 'Billing' }),
      page.getByRole('menuitem', { name: 'Delete Billing' })
    )
    await expect(page.getByText('View Billing deleted')).toBeVisible()
    await keyboard.press('ControlOrMeta+1')
    await expect(found(page)).toHaveText('12 keys')
  })

  await test.step('rows: arrows, letters, the menu of one', async () => {
    await pick(page, page.getByRole('button', { name: 'Display' }), radio(page, 'Nothing'))
    await keyboard.press('Escape')
    await tabTo(page, grid(page))
    await keyboard.type('mail')
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'mail-sender', level: 2 })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'mail-sender', level: 2 })).toHaveCount(0)
  })

  await test.step('several rows: tags, place, favourites, the bin', async () => {
    const bar = page.getByRole('toolbar', { name: '3 keys selected' })
    await tabTo(page, grid(page))
    await keyboard.press('ControlOrMeta+a')
    await expect(page.getByRole('toolbar', { name: '12 keys selected' })).toBeVisible()
    await keyboard.press('Escape')
    await keyboard.press('Home')
    await keyboard.press('Space')
    await keyboard.press('ArrowDown')
    await keyboard.press('Shift+ArrowDown')
    await press(page, bar.getByRole('button', { name: 'Tag' }))
    await expect(dialog.locator('input:focus')).toHaveCount(1)
    await keyboard.insertText('audit-2027')
    await keyboard.press('Enter')
    expect(await violations(page), 'tags of many').toEqual([])
    await press(page, dialog.getByRole('button', { name: 'Change tags' }))
    await expect(page.getByText('Tags of 3 keys changed')).toBeVisible()
    await expect(dialog).toHaveCount(0)
    await press(page, page.getByRole('button', { name: 'Undo' }).last())
    await expect(page.getByText('3 keys are as they were before')).toBeVisible()
    await press(page, bar.getByRole('button', { name: 'Move', exact: true }))
    await expect(dialog.locator('input:focus')).toHaveCount(1)
    await keyboard.insertText('qa')
    expect(await violations(page), 'place of many').toEqual([])
    await keyboard.press('Enter')
    await expect(page.getByText('3 keys moved to qa')).toBeVisible()
    await expect(dialog).toHaveCount(0)
    const more = bar.getByRole('button', { name: 'More for the selected keys' })
    await pick(page, more, page.getByRole('menuitem', { name: 'Add to favourites' }))
    await expect(page.getByText('3 keys added to favourites')).toBeVisible()
    await tabTo(page, grid(page))
    await keyboard.press('Delete')
    await expect(found(page)).toHaveText('9 keys')
    await press(page, page.getByRole('button', { name: 'Undo' }).last())
    await expect(found(page)).toHaveText('12 keys')
  })
})
