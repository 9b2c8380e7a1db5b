import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { violations } from './axe'
import { contentOf, openKeyquay, openVault, PASSWORD, unlock } from './drive'
import { expect, testOfVault as test } from './keyquay'

const DAY_MS = 86_400_000

interface NewKey {
  readonly name: string
  /** From now; none for a key that never expires. */
  readonly expiresInDays?: number
  readonly tags?: string[]
  readonly favourite?: boolean
}

/** Adds a key as the window would, with a date that its form does not offer. */
async function keepKey(page: Page, { name, expiresInDays, tags = [], favourite = false }: NewKey): Promise<void> {
  const expiresAt = expiresInDays === undefined ? null : new Date(Date.now() + expiresInDays * DAY_MS).toISOString()
  const failed = await page.evaluate(
    async (fields) => {
      const added = await window.keyquay['keys.add']({ fields, secret: `cap_${'7'.repeat(24)}` })
      return added.ok ? null : added.error
    },
    { name, provider: 'CloudAPI', tags, favourite, expiresAt }
  )
  expect(failed).toBeNull()
}

/** A vault in which nothing is held back by the hour at which the spec runs. */
async function openAtAnyHour(page: Page): Promise<void> {
  await openVault(page)
  await page.evaluate(() => window.keyquay['settings.update']({ quietHours: false }))
}

async function goToReminders(page: Page, tab?: string): Promise<void> {
  await page.getByRole('navigation').getByText('Reminders', { exact: true }).click()
  if (tab !== undefined) await page.getByRole('tab', { name: tab }).click()
}

const row = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })

/** What the stand-in saw of the desktop; undefined on real Electron. */
function recorded(app: ElectronApplication): Promise<StandIn['recorder'] | undefined> {
  return app.evaluate((electron) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    return standin?.recorder
  })
}

function act(app: ElectronApplication, what: 'click' | number): Promise<void> {
  return app.evaluate((electron, wanted) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    if (wanted === 'click') standin?.clickNotification()
    else standin?.pressNotificationAction(wanted)
  }, what)
}

const titles = async (app: ElectronApplication): Promise<string[]> =>
  ((await recorded(app))?.notifications ?? []).map(({ title }) => title)

test('a key that is due soon stands on the time line; snooze, done and dismiss can be taken back', async ({
  keyquay
}) => {
  const { page } = keyquay
  await openAtAnyHour(page)
  await goToReminders(page)
  await expect(page.getByRole('heading', { name: 'Nothing to be reminded of' })).toBeVisible()

  // At no moment does the sentence deny what stands below it.
  const denials = await page.evaluateHandle(() => {
    const found: string[] = []
    new MutationObserver(() => {
      const says = document.querySelector('header [role="status"]')?.textContent ?? ''
      const due = document.querySelector('li[data-state="due"]')
      if (due !== null && says.includes('No key needs attention')) found.push(says)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return found
  })
  await keepKey(page, { name: 'ci-token', expiresInDays: 6 })
  await keepKey(page, { name: 'far-away', expiresInDays: 300 })
  await expect(
    page.getByRole('region', { name: 'Reminders' }).getByRole('heading', { name: /^This week/ })
  ).toBeVisible()
  await test.step('the folded sidebar says how many wait', async () => {
    await page.setViewportSize({ width: 640, height: 600 })
    const navigation = page.getByRole('navigation')
    await expect(navigation.getByRole('button', { name: 'Reminders (1)', exact: true })).toBeVisible()
    await expect(navigation.getByRole('button', { name: 'Connections', exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Rotate ci-token' })).toBeVisible()
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await expect(row(page, 'ci-token')).toContainText('In 6 days')
  await expect(page.getByRole('heading', { name: /^Later/ })).toBeVisible()
  await expect(page.getByText('1 key needs attention.')).toBeVisible()
  expect(await denials.jsonValue()).toEqual([])

  await test.step('snooze', async () => {
    await page.getByRole('button', { name: 'Snooze ci-token' }).click()
    await page.getByRole('menuitem', { name: 'For 1 hour' }).click()
    await expect(row(page, 'ci-token')).toHaveCount(0)
    await page.getByRole('tab', { name: 'Snoozed' }).click()
    await expect(row(page, 'ci-token')).toContainText('Until ')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('heading', { name: 'Nothing is snoozed' })).toBeVisible()
    await page.getByRole('tab', { name: 'Upcoming' }).click()
    await expect(row(page, 'ci-token')).toBeVisible()
  })

  await test.step('snooze until a day', async () => {
    await page.getByRole('button', { name: 'Snooze ci-token' }).click()
    await page.getByRole('menuitem', { name: 'Until a date…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Next month' }).click()
    expect(await violations(page), 'snooze until').toEqual([])
    await dialog.getByRole('button', { name: /\b15\b/ }).click()
    await dialog.getByRole('button', { name: /^Snooze until .*\b15\b/ }).click()
    await expect(dialog).toBeHidden()
    await expect(row(page, 'ci-token')).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(row(page, 'ci-token')).toBeVisible()
  })

  await test.step('done', async () => {
    await page.getByRole('button', { name: 'Mark ci-token as done' }).click()
    await expect(row(page, 'ci-token')).toHaveCount(0)
    await expect(page.getByText('No key needs attention.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(row(page, 'ci-token')).toBeVisible()
  })

  await test.step('dismiss for ever', async () => {
    await page.getByRole('button', { name: 'More actions for ci-token' }).click()
    await page.getByRole('menuitem', { name: 'Dismiss for ever…' }).click()
    expect(await violations(page), 'dismiss for ever').toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss for ever' }).click()
    await expect(row(page, 'ci-token')).toHaveCount(0)
    await page.getByRole('tab', { name: 'Done' }).click()
    await expect(row(page, 'ci-token')).toContainText('Dismissed')
    await page.getByRole('button', { name: 'Open the reminder of ci-token again' }).click()
    await page.getByRole('tab', { name: 'Upcoming' }).click()
    await expect(row(page, 'ci-token')).toContainText('Expires')
  })

  await test.step('one day of the calendar', async () => {
    const calendar = page.getByRole('complementary', { name: 'Calendar' })
    await calendar.getByRole('button', { name: 'Next month' }).click()
    await calendar
      .getByRole('button', { name: /\b28\b/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { name: 'Nothing on this day' })).toBeVisible()
    await page.getByRole('button', { name: 'Show every day' }).first().click()
    await expect(row(page, 'ci-token')).toBeVisible()
  })
})

test('rules say what is worth a reminder, and the narrower one decides', async ({ keyquay }) => {
  const { page } = keyquay
  await openAtAnyHour(page)
  await keepKey(page, { name: 'ci-token', expiresInDays: 13, tags: ['ci'] })
  await goToReminders(page)
  await expect(row(page, 'ci-token')).toContainText('Next reminder in 6 days')

  await test.step('for a tag', async () => {
    await page.getByRole('tab', { name: 'Rules' }).click()
    await expect(row(page, 'All keys')).toContainText('before and on the day')
    await page.getByRole('button', { name: 'Add rule' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Tag', { exact: true }).click()
    await dialog.getByRole('combobox', { name: 'Tag' }).click()
    await page.getByRole('option', { name: 'ci', exact: true }).click()
    const expiry = dialog.getByRole('region', { name: 'Before a key expires' })
    await expiry.getByText('On', { exact: true }).click()
    await expiry.getByText('30 days').click()
    await expiry.getByRole('textbox', { name: 'Other number of days' }).fill('10')
    await page.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Save rule' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(/Expiry 10, 7,? and 1 day before and on the day/)).toBeVisible()
    await page.getByRole('tab', { name: 'Upcoming' }).click()
    await expect(row(page, 'ci-token')).toContainText('Next reminder in 3 days')
  })

  await test.step('for one key, from its details', async () => {
    await page.getByRole('button', { name: 'ci-token', exact: true }).click()
    const part = page.getByRole('region', { name: 'Reminders' })
    await part.getByRole('button', { name: 'Set own rule…' }).click()
    const dialog = page.getByRole('dialog')
    const expiry = dialog.getByRole('region', { name: 'Before a key expires' })
    await expiry.getByText('Off', { exact: true }).click()
    await expect(expiry).toContainText('Recommended: without it')
    await dialog.getByRole('button', { name: 'Save rule' }).click()
    await expect(part).toContainText('Nothing to be reminded of.')
    await expect(part.getByRole('button', { name: 'Edit own rule…' })).toBeVisible()
  })

  await test.step('what it turned off comes back with its removal', async () => {
    await goToReminders(page, 'Rules')
    await page.getByRole('button', { name: 'Remove the rule for ci-token' }).click()
    expect(await violations(page), 'remove a rule').toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('tab', { name: 'Upcoming' }).click()
    await expect(row(page, 'ci-token')).toContainText('Next reminder in 3 days')
  })
})

test('a notification names the key, and its click lands on it after unlock', async ({ keyquay }) => {
  const { app, page } = keyquay
  test.skip((await recorded(app)) === undefined, 'Notifications are seen through the stand-in only.')
  await openAtAnyHour(page)
  await keepKey(page, { name: 'ci-token', expiresInDays: 5.5 })
  // From midnight to midnight it is five days or six, as the hour of this run has it.
  await expect.poll(() => titles(app)).toEqual([expect.stringMatching(/^ci-token expires in [56] days$/)])
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  expect(await contentOf(page)).not.toContain('ci-token')
  await act(app, 'click')
  await unlock(page)
  const details = page.getByRole('complementary', { name: 'Key details' })
  await expect(details).toContainText('ci-token')
})

test('the button of a notification lands on the key while the vault is open', async ({ keyquay }) => {
  const { app, page } = keyquay
  test.skip((await recorded(app)) === undefined, 'Notifications are seen through the stand-in only.')
  await openAtAnyHour(page)
  await keepKey(page, { name: 'ci-token', expiresInDays: 5.5 })
  await expect.poll(async () => (await recorded(app))?.notifications.at(-1)?.actions[0]).toBe('Rotate')
  await act(app, 0)
  await expect(page.getByRole('complementary', { name: 'Key details' })).toContainText('ci-token')
})

test('the tray shows how the keys stand, and leads to them', async ({ keyquay }) => {
  const { app, page } = keyquay
  test.skip((await recorded(app)) === undefined, 'The tray is seen through the stand-in only.')
  const toolTip = async (): Promise<string | undefined> => (await recorded(app))?.trays.at(-1)?.toolTip
  await openAtAnyHour(page)
  await expect.poll(toolTip).toBe('Keyquay: no key needs attention')
  await keepKey(page, { name: 'ci-token', expiresInDays: 5.5 })
  await expect.poll(toolTip).toBe('Keyquay: one key needs attention')
  await app.evaluate((electron) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.chooseFromTray('Expiring keys', 'ci-token', 'Open')
  })
  await expect(page.getByRole('complementary', { name: 'Key details' })).toContainText('ci-token')
  await app.evaluate((electron) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.chooseFromTray('All reminders')
  })
  await expect(page.getByRole('heading', { name: 'Reminders', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await expect.poll(toolTip).toBe('Keyquay: locked')
})

test('what notifications may say is set, tested and kept', async ({ keyquay }) => {
  const { app, page, home } = keyquay
  await openAtAnyHour(page)
  await page.getByRole('navigation').getByText('Settings', { exact: true }).click()
  await page.getByRole('button', { name: 'Send a test' }).click()
  await expect(page.getByText('A test notification was sent')).toBeVisible()
  const seen = await titles(app)
  if (seen.length > 0) expect(seen).toContain('Reminders arrive here')

  await page.getByRole('switch', { name: 'Names of keys in notifications' }).press('Space')
  await page.getByRole('switch', { name: 'Quiet hours' }).press('Space')
  await page.getByRole('combobox', { name: 'Quiet hours: From' }).click()
  await page.getByRole('option', { name: /^(23:30|11:30.PM)$/ }).click()
  await page.getByRole('switch', { name: 'Close to the tray' }).press('Space')
  await page.getByText('Nothing', { exact: true }).click()
  await expect(page.getByText('No notification until the vault is open.')).toBeVisible()
  await app.close()

  const kept = JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')) as object
  expect(kept).toMatchObject({
    notifyWithNames: false,
    quietHours: true,
    quietFromMinute: 1_410,
    closeToTray: true,
    whileLocked: 'nothing'
  })
  const again = await openKeyquay(home)
  await unlock(again.page)
  await again.page.getByRole('navigation').getByText('Settings', { exact: true }).click()
  await expect(again.page.getByRole('switch', { name: 'Names of keys in notifications' })).not.toBeChecked()
  await expect(again.page.getByRole('switch', { name: 'Close to the tray' })).toBeChecked()
  await again.app.close()
})

test('without a keyring the dates cannot be kept outside the vault, and the window says so', async ({ keyquay }) => {
  const { app, page } = keyquay
  const backend = await app.evaluate(({ safeStorage }) =>
    process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'native'
  )
  test.skip(!['basic_text', 'unknown'].includes(backend), 'This computer has a keyring.')
  await openAtAnyHour(page)
  await page.getByRole('navigation').getByText('Settings', { exact: true }).click()
  await expect(page.getByText(/Dates cannot be kept: this computer has no keyring/)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Dates', exact: true })).toBeDisabled()
})

test('a channel is set up, told of all keys, tested and removed', async ({ keyquay }) => {
  const { page } = keyquay
  await openAtAnyHour(page)
  await goToReminders(page, 'Channels')
  await page.getByRole('button', { name: 'Add channel' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Add channel' }).click()
  await expect(dialog).toContainText('Enter a name.')
  await dialog.getByLabel('Name', { exact: true }).fill('Phone')
  await dialog.getByLabel('Webhook address', { exact: true }).fill('https://127.0.0.1:9/a-topic-nobody-knows')
  await dialog.getByLabel('The server stands in a private network').check()
  await dialog.getByRole('button', { name: 'Add channel' }).click()
  await expect(dialog).toBeHidden()
  await expect(row(page, 'Phone')).toContainText('ntfy · 127.0.0.1')
  expect(await page.content()).not.toContain('a-topic-nobody-knows')

  await page.getByRole('button', { name: 'Test Phone' }).click()
  await expect(row(page, 'Phone').getByRole('alert')).toContainText('cannot be reached')
  await page.getByRole('tab', { name: 'Rules' }).click()
  await expect(row(page, 'All keys')).toContainText('1 channel')
  await page.getByRole('tab', { name: 'Channels' }).click()
  await page.getByRole('button', { name: 'More actions for Phone' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  expect(await violations(page), 'remove a channel').toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('heading', { name: 'No channels yet' })).toBeVisible()
})

test('a mail channel that is pointed at another server asks for its password again', async ({ keyquay }) => {
  const { app, page } = keyquay
  await openAtAnyHour(page)
  await page.evaluate(async () => {
    const added = await window.keyquay['reminders.saveChannel']({
      fields: {
        kind: 'email',
        name: 'Mail',
        host: '127.0.0.1',
        port: 9,
        user: 'dev',
        from: 'keyquay@example.org',
        to: ['dev@example.org']
      },
      secret: 'the mail password'
    })
    if (!added.ok) throw new Error(added.error.code)
    await window.keyquay['settings.update']({ askPasswordAgainMinutes: 0 })
  })
  await goToReminders(page, 'Channels')
  await page.getByRole('button', { name: 'More actions for Mail' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit Mail' })
  await expect(dialog).toContainText('The password is kept.')
  await dialog.getByLabel('Mail server', { exact: true }).fill('localhost')
  await expect(dialog).toContainText('the kept password is not sent there')
  await dialog.getByRole('button', { name: 'Save channel' }).click()
  await expect(dialog).toContainText('Enter the password again.')
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused()
  expect(await violations(page), 'a password that is asked for again').toEqual([])

  await dialog.getByLabel('Password', { exact: true }).fill('the mail password')
  await app.evaluate(() => {
    // Out of the breath in which the vault was made with its password.
    const now = performance.now.bind(performance)
    performance.now = () => now() + 20_000
  })
  await dialog.getByRole('button', { name: 'Save channel' }).click()
  const again = page.getByRole('dialog', { name: 'Password needed again' })
  await again.getByLabel('Master password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(row(page, 'Mail')).toContainText('localhost')
})

test('the calendar that is exported names keys only when asked to', async ({ keyquay, home }) => {
  const { app, page } = keyquay
  test.skip((await recorded(app)) === undefined, 'The file is chosen through the stand-in only.')
  await openAtAnyHour(page)
  await keepKey(page, { name: 'ci-token', expiresInDays: 40 })
  await goToReminders(page)
  for (const withNames of [false, true]) {
    const filePath = join(home, `reminders-${String(withNames)}.ics`)
    await app.evaluate(
      (electron, answer) => {
        const { standin } = electron as unknown as { standin?: StandIn }
        standin?.answerNextDialog(answer)
      },
      { filePath }
    )
    await page.getByRole('button', { name: 'Export calendar…' }).click()
    const dialog = page.getByRole('dialog')
    if (withNames) {
      await dialog.getByLabel('With the names of keys and providers').check()
      expect(await violations(page), 'export a calendar').toEqual([])
    }
    await dialog.getByRole('button', { name: 'Choose file…' }).click()
    await expect(dialog).toBeHidden()
    const written = readFileSync(filePath, 'utf8')
    expect(written).toContain('BEGIN:VEVENT')
    expect(written.includes('ci-token')).toBe(withNames)
  }
})

test('axe finds nothing on the screens of reminders', async ({ keyquay }) => {
  const { page } = keyquay
  await openAtAnyHour(page)
  await goToReminders(page)
  expect(await violations(page), 'nothing yet').toEqual([])
  await keepKey(page, { name: 'ci-token', expiresInDays: 5.5, tags: ['ci'] })
  await keepKey(page, { name: 'gone', expiresInDays: -2 })
  await expect(row(page, 'gone')).toBeVisible()
  expect(await violations(page), 'upcoming').toEqual([])
  for (const tab of ['Snoozed', 'Done', 'Rules', 'Channels']) {
    await page.getByRole('tab', { name: tab }).click()
    expect(await violations(page), tab).toEqual([])
  }
  await page.getByRole('button', { name: 'Add channel' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violations(page), 'new channel').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Rules' }).click()
  await page.getByRole('button', { name: 'Edit the rule for All keys' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violations(page), 'the rule for all keys').toEqual([])
})
