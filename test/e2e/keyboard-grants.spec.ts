import type { Page } from '@playwright/test'
import { openSession, type TerminalSession } from '../integration/agent/terminal-session.ts'
import { openVault, press, take, turn } from './by-keyboard'
import { seedKeys } from './keys'
import { expect, testOfVault as base } from './keyquay'

const test = base.extend<{ terminal: TerminalSession; other: TerminalSession }>({
  terminal: async ({ home }, use) => {
    const session = openSession(home)
    await use(session)
    session.close()
  },
  other: async ({ home }, use) => {
    const session = openSession(home)
    await use(session)
    session.close()
  }
})

const question = (page: Page) => page.getByRole('dialog', { name: /^Allow bash / })
const allow = (page: Page) => question(page).getByRole('button', { name: 'Allow' })
const deny = (page: Page) => question(page).getByRole('button', { name: 'Deny' })
const time = (page: Page, name: string) => question(page).getByRole('radio', { name })
const all = (page: Page) => question(page).getByRole('switch')

/** A whole program starts before it can ask, and an answer counts only a second after the question came up. */
async function asked(page: Page, command: string): Promise<void> {
  await expect(question(page).getByText(command, { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(allow(page)).toBeEnabled()
}

test('a program’s question is answered in every way, and its access revoked, with the keyboard alone', async ({
  keyquay,
  terminal,
  other
}) => {
  test.slow()
  const { page } = keyquay
  const { keyboard } = page
  const reveal = 'reveal ci-deploy --out-fd 1'
  await openVault(page)
  await seedKeys(page, [{ name: 'ci-deploy' }, { name: 'ci-preview' }])
  await expect(page.getByRole('grid', { name: 'Keys' })).toBeFocused()

  await test.step('it has the focus, and Tab leads through it from the top to the answers and round again', async () => {
    const listed = terminal.kq('list')
    await asked(page, 'kq list')
    await expect(question(page).locator('[data-autofocus]')).toBeFocused()
    await keyboard.press('Enter')
    await keyboard.press('Space')
    for (const control of [time(page, '12 hours'), all(page), deny(page), allow(page), time(page, '12 hours')]) {
      await keyboard.press('Tab')
      await expect(control).toBeFocused()
    }
    await keyboard.press('Shift+Tab')
    await expect(allow(page)).toBeFocused()
    await take(page, time(page, '1 hour'))
    await press(page, allow(page))
    expect(await listed).toMatchObject({ code: 0 })
    await expect(question(page)).toHaveCount(0)
    await expect(page.getByRole('grid', { name: 'Keys' })).toBeFocused()
  })

  await test.step('one command, for the key that it names', async () => {
    const revealed = terminal.kq(reveal)
    await asked(page, `kq ${reveal}`)
    await take(page, time(page, 'This command'))
    await expect(all(page)).toHaveCount(0)
    await press(page, allow(page))
    expect(await revealed).toMatchObject({ code: 0 })
  })

  await test.step('another terminal is refused, and says so', async () => {
    const refused = other.kq('list')
    await asked(page, 'kq list')
    await press(page, deny(page))
    await expect(question(page)).toHaveCount(0)
    expect(await refused).toMatchObject({ stdout: '' })
    expect((await refused).code).not.toBe(0)
  })

  await test.step('that command is over; now for the time chosen before, and every key', async () => {
    const revealed = terminal.kq(reveal)
    await asked(page, `kq ${reveal}`)
    await expect(time(page, '1 hour')).toBeChecked()
    await turn(page, all(page))
    await expect(all(page)).toBeChecked()
    await press(page, allow(page))
    expect(await revealed).toMatchObject({ code: 0 })
    expect(await terminal.kq('reveal ci-preview --out-fd 1')).toMatchObject({ code: 0 })
  })

  await test.step('the sidebar leads to what it may do, which is revoked there', async () => {
    await press(page, page.getByRole('button', { name: '1 terminal has access' }))
    const revoke = page.getByRole('button', { name: /^Revoke the access of bash/ })
    await expect(revoke).toBeFocused()
    await expect(page.getByRole('list', { name: 'Terminals with access' })).toContainText('Values of all keys')
    await keyboard.press('Enter')
    await expect(page.getByText('No terminal has access now.')).toBeVisible()
    await expect(page.getByRole('switch', { name: 'Access from the terminal' })).toBeFocused()
    const again = terminal.kq('list')
    await asked(page, 'kq list')
    // Escape refuses too.
    await keyboard.press('Escape')
    expect((await again).code).not.toBe(0)
  })
})
