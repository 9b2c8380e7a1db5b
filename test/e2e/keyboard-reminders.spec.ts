import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerDialog, choose, command, openVault, pick, press, tabTo, take, turn, type, walkTo } from './by-keyboard'
import { inDays, seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

test('reminders are settled, ruled, sent on and exported with the keyboard alone', async ({ keyquay, home }) => {
  test.slow()
  const { app, page } = keyquay
  const { keyboard } = page
  const dialog = page.getByRole('dialog')
  const tab = (name: string) => page.getByRole('tab', { name })
  const named = (name: string) => page.getByRole('button', { name, exact: true })
  await openVault(page)
  await page.evaluate(() => window.keyquay['settings.update']({ quietHours: false }))
  await seedKeys(page, [
    { name: 'first', expiresAt: inDays(2.5), tags: ['ci'] },
    { name: 'second', expiresAt: inDays(3.5) },
    { name: 'third', expiresAt: inDays(4.5) }
  ])

  await test.step('from row to row; done, snoozed and dismissed', async () => {
    await keyboard.press('ControlOrMeta+d')
    await tabTo(page, named('first'))
    await keyboard.press('ArrowDown')
    await expect(named('second')).toBeFocused()
    await press(page, page.getByRole('button', { name: 'Mark second as done' }))
    await expect(named('second')).toHaveCount(0)
    await expect(named('third')).toBeFocused()
    const hour = page.getByRole('menuitem', { name: 'For 1 hour' })
    await pick(page, page.getByRole('button', { name: 'Snooze third' }), hour)
    await expect(named('third')).toHaveCount(0)
    const ever = page.getByRole('menuitem', { name: 'Dismiss for ever…' })
    await pick(page, page.getByRole('button', { name: 'More actions for first' }), ever)
    await press(page, dialog.getByRole('button', { name: 'Dismiss for ever' }))
    await expect(named('first')).toHaveCount(0)
    await tabTo(page, tab('Upcoming'), 'Shift+Tab')
    await walkTo(page, tab('Done'), 'ArrowRight')
    await press(page, page.getByRole('button', { name: 'Open the reminder of first again' }))
    await tabTo(page, tab('Done'), 'Shift+Tab')
    await keyboard.press('Home')
    await keyboard.press('Enter')
    await expect(named('first')).toBeVisible()
  })

  await test.step('until a day of the calendar', async () => {
    const until = page.getByRole('menuitem', { name: 'Until a date…' })
    await pick(page, page.getByRole('button', { name: 'Snooze first' }), until)
    await press(page, dialog.getByRole('button', { name: 'Next month' }))
    await tabTo(page, dialog.locator('[data-day], button.mantine-DatePicker-day').first())
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await press(page, dialog.getByRole('button', { name: /^Snooze until / }))
    await expect(dialog).toBeHidden()
    await expect(named('first')).toHaveCount(0)
  })

  await test.step('a rule for a tag', async () => {
    await keyboard.press('ControlOrMeta+7')
    await press(page, page.getByRole('button', { name: 'Add rule' }))
    await take(page, dialog.getByRole('radio', { name: 'Tag', exact: true }))
    await choose(page, dialog.getByRole('combobox', { name: 'Tag' }), 'ci')
    const expiry = dialog.getByRole('region', { name: 'Before a key expires' })
    await take(page, expiry.getByRole('radio', { name: 'On', exact: true }))
    await press(page, dialog.getByRole('button', { name: 'Save rule' }))
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Remove the rule for ci' })).toBeVisible()
  })

  await test.step('a channel', async () => {
    await keyboard.press('ControlOrMeta+Shift+a')
    await type(page, dialog.getByLabel('Name', { exact: true }), 'Phone')
    await type(page, dialog.getByLabel('Webhook address', { exact: true }), 'https://127.0.0.1:9/a-topic-nobody-knows')
    await turn(page, dialog.getByLabel('The server stands in a private network'))
    await press(page, dialog.getByRole('button', { name: 'Add channel' }))
    await expect(dialog).toBeHidden()
    await command(page, 'Reminder channels')
    await press(page, page.getByRole('button', { name: 'Test Phone' }))
    await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' }).first()).toBeVisible()
    const remove = page.getByRole('menuitem', { name: 'Remove' })
    await pick(page, page.getByRole('button', { name: 'More actions for Phone' }), remove)
    await press(page, dialog.getByRole('button', { name: 'Remove' }))
    await expect(page.getByRole('heading', { name: 'No channels yet' })).toBeVisible()
  })

  await test.step('the calendar', async () => {
    const filePath = join(home, 'reminders.ics')
    await answerDialog(app, { filePath })
    await keyboard.press('ControlOrMeta+Shift+o')
    await turn(page, dialog.getByLabel('With the names of keys and providers'))
    await press(page, dialog.getByRole('button', { name: 'Choose file…' }))
    await expect(dialog).toBeHidden()
    expect(readFileSync(filePath, 'utf8')).toContain('BEGIN:VCALENDAR')
  })
})
