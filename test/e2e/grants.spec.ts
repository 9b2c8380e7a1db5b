import type { Page } from '@playwright/test'
import { openSession, type TerminalSession } from '../integration/agent/terminal-session.ts'
import { violations } from './axe'
import { addKey, openVault, unlock } from './drive'
import { expect, testOfVault as base } from './keyquay'

const SECRET = 'sk_canary_2f7a9c1e5b8d3f6a0c4e7b1d'

/** A terminal window beside the app: a shell with a session of its own, in which the built `kq` runs. */
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
const list = (page: Page) => page.getByRole('list', { name: 'Terminals with access' })

/** A whole program starts before it can ask. */
async function asked(page: Page, command: string): Promise<void> {
  await expect(question(page).getByText(command, { exact: true })).toBeVisible({ timeout: 30_000 })
}

async function allow(page: Page, how?: 'This command'): Promise<void> {
  if (how !== undefined) await question(page).getByText(how, { exact: true }).click()
  await question(page).getByRole('button', { name: 'Allow' }).click()
  await expect(question(page)).toBeHidden()
}

async function goToSettings(page: Page): Promise<void> {
  await page.getByRole('navigation').getByText('Settings', { exact: true }).click()
}

test('kq asks in the window, is allowed, used, ended and revoked', async ({ keyquay, terminal }) => {
  test.slow()
  const { page } = keyquay
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET, envName: 'CI_TOKEN' })

  await test.step('the question says who asks for what, and cannot be answered by accident', async () => {
    const listed = terminal.kq('list')
    await asked(page, 'kq list')
    await expect(question(page).getByRole('heading', { name: 'Allow bash to use this vault?' })).toBeVisible()
    await expect(question(page).getByText(process.cwd(), { exact: true })).toBeVisible()
    await expect(question(page).getByText('Names and facts of keys, never their values')).toBeVisible()
    // Whoever types when it comes up says nothing by that, and whoever clicks there does not either.
    await page.keyboard.press('Enter')
    await page.keyboard.press('Space')
    await question(page).getByRole('button', { name: 'Allow' }).dispatchEvent('click')
    await expect(question(page).getByRole('radio', { name: '12 hours' })).toBeChecked()
    expect(await violations(page), 'the question').toEqual([])
    await allow(page)
    expect(await listed).toMatchObject({ code: 0 })
    expect((await listed).stdout).toContain('ci-token')
  })

  await test.step('it serves the terminal from then on, and stands in the window as long', async () => {
    expect((await terminal.kq('search ci')).stdout).toContain('ci-token')
    await page.getByRole('button', { name: '1 terminal has access' }).click()
    await expect(list(page).getByRole('listitem')).toContainText('Reads names and facts')
    expect(await violations(page), 'settings with a terminal').toEqual([])
  })

  await test.step('a value is asked for by name, for one command, and ends with it', async () => {
    const revealed = terminal.kq('reveal ci-token --out-fd 1')
    await asked(page, 'kq reveal ci-token --out-fd 1')
    await expect(question(page).getByRole('heading', { name: 'Allow bash more of this vault?' })).toBeVisible()
    await expect(question(page).getByText('The value of 1 key')).toBeVisible()
    await expect(question(page).getByText('ci-token', { exact: true })).toBeVisible()
    await allow(page, 'This command')
    expect(await revealed).toMatchObject({ code: 0, stdout: `${SECRET}\n` })
    const again = terminal.kq('reveal ci-token --out-fd 1')
    await asked(page, 'kq reveal ci-token --out-fd 1')
    await expect(question(page).getByRole('button', { name: 'Allow' })).toBeEnabled()
    await page.keyboard.press('Escape')
    await expect(question(page)).toBeHidden()
    const refused = await again
    expect(refused.code).not.toBe(0)
    expect(refused.stdout).toBe('')
  })

  await test.step('revoked, it is asked again', async () => {
    await page.getByRole('button', { name: /^Revoke the access of bash/ }).click()
    await expect(page.getByText('No terminal has access now.')).toBeVisible()
    await expect(page.getByRole('button', { name: '1 terminal has access' })).toHaveCount(0)
  })
  expect(await page.content()).not.toContain(SECRET)
})

test('terminals wait in a row, locked ones for the unlock, and none where access is off', async ({
  keyquay,
  terminal,
  other
}) => {
  test.slow()
  const { page } = keyquay
  await openVault(page)
  await addKey(page, { name: 'ci-token', secret: SECRET })

  await test.step('one question at a time', async () => {
    const first = terminal.kq('list')
    await asked(page, 'kq list')
    const second = other.kq('search ci')
    await expect(question(page).getByText('1 more is waiting')).toBeVisible({ timeout: 30_000 })
    await asked(page, 'kq list')
    await allowNext(page)
    expect((await first).code).toBe(0)
    await asked(page, 'kq search ci')
    await question(page).getByRole('button', { name: 'Deny' }).click()
    expect((await second).code).not.toBe(0)
  })

  await test.step('a lock ends every grant', async () => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
    expect((await terminal.kq('list')).code).not.toBe(0)
    await unlock(page)
    await expect(page.getByRole('button', { name: '1 terminal has access' })).toHaveCount(0)
  })

  await test.step('off, nothing listens', async () => {
    await goToSettings(page)
    await page.getByRole('switch', { name: 'Access from the terminal' }).press('Space')
    await expect(page.getByRole('switch', { name: 'Access from the terminal' })).not.toBeChecked()
    const answer = await terminal.kq('list')
    expect(answer.code).not.toBe(0)
    await expect(question(page)).toHaveCount(0)
  })
})

/** Allows the question that is open where another one follows it. */
async function allowNext(page: Page): Promise<void> {
  const command = question(page).getByText('kq list')
  await question(page).getByRole('button', { name: 'Allow' }).click()
  await expect(command).toHaveCount(0)
}
