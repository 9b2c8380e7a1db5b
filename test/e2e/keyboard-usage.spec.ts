import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { answerDialog, choose, command, openVault, pick, press, tabTo, walkTo } from './by-keyboard'
import { expect, testOfVault as test } from './keyquay'

const DAY_MS = 86_400_000
const CALLS = 300

const card = (page: Page, name: string) => page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd')
const total = async (page: Page): Promise<number> =>
  Number(((await card(page, 'Total requests').textContent()) ?? '').replaceAll(',', ''))

/** An account whose log holds calls, made past the window: that has a spec of its own. */
async function connect(page: Page, account: { baseUrl: string; credentials: { apiKey: string } }): Promise<void> {
  await page.evaluate(async ({ baseUrl, credentials }) => {
    const fields = { name: 'Support inbox', mode: 'api' as const, baseUrl }
    const added = await window.keyquay['connections.add']({ connectorId: 'cloodot', fields, credentials })
    if (!added.ok) throw new Error(added.error.code)
  }, account)
}

test('usage is read, narrowed, looked into and exported with the keyboard alone', async ({ keyquay, home }) => {
  test.slow()
  const { app, page } = keyquay
  const { keyboard } = page
  const sandbox = await startSandbox({ samples: true, providers: ['cloodot'] })
  const { cloodot } = sandbox.providers
  cloodot.logs.fill({ count: CALLS, overMs: 20 * DAY_MS })
  const tab = (name: string) => page.getByRole('tab', { name })
  await openVault(page)
  await connect(page, { baseUrl: cloodot.baseUrl, credentials: cloodot.credentials })

  await test.step('it is read', async () => {
    await keyboard.press('ControlOrMeta+u')
    await expect(page.getByRole('heading', { name: 'Usage', level: 1 })).toBeVisible()
    await keyboard.press('ControlOrMeta+Shift+y')
    await expect.poll(() => total(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(CALLS)
  })

  await test.step('filters', async () => {
    const refused = page.getByRole('menuitemcheckbox', { name: '4xx Refused' })
    await pick(page, page.getByRole('button', { name: 'Status' }), refused)
    await keyboard.press('Escape')
    const wanted = cloodot.logs.count(({ status }) => status >= 400 && status < 500)
    await expect(card(page, 'Total requests')).toHaveText(String(wanted))
    await press(page, page.getByRole('button', { name: 'Clear filters' }).first())
    await expect.poll(() => total(page)).toBeGreaterThanOrEqual(CALLS)
  })

  await test.step('the chart as a table, one day of it, and out again', async () => {
    await press(page, page.getByRole('button', { name: 'Show as table: Requests and errors over time' }))
    const table = page.getByRole('table', { name: 'Requests and errors over time' })
    const day = table
      .getByRole('row')
      .filter({ has: page.getByRole('button') })
      .nth(2)
    const requests = (await day.getByRole('cell').first().textContent()) ?? ''
    await press(page, day.getByRole('button'))
    await expect(card(page, 'Total requests')).toHaveText(requests)
    await press(page, page.getByRole('button', { name: 'Zoom out' }))
    await expect.poll(() => total(page)).toBeGreaterThanOrEqual(CALLS)
  })

  await test.step('the log, row by row', async () => {
    const grid = page.getByRole('grid', { name: 'Calls' })
    await tabTo(page, grid)
    await keyboard.press('End')
    await expect(grid.getByRole('row').last()).toHaveAttribute(
      'aria-rowindex',
      (await grid.getAttribute('aria-rowcount')) ?? ''
    )
  })

  await test.step('its file', async () => {
    const filePath = join(home, 'calls.csv')
    await answerDialog(app, { filePath })
    const csv = page.getByRole('menuitem', { name: 'Export calls as CSV…' })
    await pick(page, page.getByRole('button', { name: 'More about usage' }), csv)
    await expect(page.getByText(/calls written to the file/)).toBeVisible()
    expect(readFileSync(filePath, 'utf8').trim().split(/\r?\n/).length).toBeGreaterThan(CALLS)
  })

  await test.step('the other views, by tab and by their own keys', async () => {
    await tabTo(page, tab('Calls'), 'Shift+Tab')
    await walkTo(page, tab('Breakdown'), 'ArrowRight')
    await expect(page.getByRole('list', { name: 'By endpoint' })).toBeVisible()
    await keyboard.press('ControlOrMeta+9')
    await expect(tab('Findings')).toHaveAttribute('aria-selected', 'true')
    await command(page, 'Quotas')
    await expect(tab('Quotas')).toHaveAttribute('aria-selected', 'true')
    await keyboard.press('ControlOrMeta+9')
    await tabTo(page, tab('Findings'), 'Shift+Tab')
    await walkTo(page, tab('Accounts'), 'ArrowRight')
    await expect(page.getByRole('listitem', { name: 'Support inbox' })).toBeVisible()
    const keeping = page.getByRole('menuitem', { name: 'Keeping and syncing…' })
    await pick(page, page.getByRole('button', { name: 'More about usage' }), keeping)
    const keep = page.getByRole('dialog').getByRole('combobox', { name: 'Keep calls' })
    await choose(page, keep, '180 days')
    await expect(keep).toHaveValue('180 days')
    await keyboard.press('Escape')
  })
  await sandbox.close()
})
