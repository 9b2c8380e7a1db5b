import type { ElectronApplication, Page } from '@playwright/test'
import { windowCommandNames, windowCommands } from '../../src-preload/contract/window-commands.ts'
import { violations } from './axe'
import { command } from './by-keyboard'
import { clipboardText, contentOf, openVault, unlock } from './drive'
import { seedKeys } from './keys'
import { expect, testOfVault as test } from './keyquay'

interface Item {
  readonly id: string
  readonly label: string
  readonly accelerator: string
  readonly enabled: boolean
}

/** Every item of the application menu. */
function items(app: ElectronApplication): Promise<Item[]> {
  return app.evaluate(({ Menu }) => {
    const flat = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
      (menu?.items ?? []).flatMap((item) => [item, ...flat(item.submenu)])
    return flat(Menu.getApplicationMenu()).map(({ id, label, accelerator, enabled }) => ({
      id,
      label,
      accelerator: accelerator ?? '',
      enabled
    }))
  })
}

/** Chooses an item as a person does. */
function choose(app: ElectronApplication, id: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)
}

async function secondStart(app: ElectronApplication, ...argv: string[]): Promise<void> {
  await app.evaluate(
    ({ app: electron }, given) => {
      electron.emit('second-instance', {}, given, '/', null)
    },
    ['keyquay', '--', ...argv]
  )
}

const keyId = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const found = await window.keyquay['keys.find']({ name: wanted })
    if (!found.ok) throw new Error(found.error.code)
    return found.value.id
  }, name)

test('the menu does what the window does, with the same keys, and only while the vault is open', async ({
  keyquay
}) => {
  test.slow()
  const { app, page } = keyquay
  const enabled = async (): Promise<string[]> =>
    (await items(app)).filter(({ id, enabled: is }) => id !== '' && is).map(({ id }) => id)
  expect(await enabled()).toEqual([])
  await openVault(page)
  await seedKeys(page, [{ name: 'ci-token', provider: 'CloudAPI' }])
  await expect.poll(async () => (await enabled()).sort()).toEqual([...windowCommandNames].sort())
  for (const { id, accelerator } of (await items(app)).filter(({ id: named }) => named in windowCommands))
    expect(accelerator).toBe(windowCommands[id as keyof typeof windowCommands])

  await test.step('screens', async () => {
    const headings = { audit: 'Audit', backups: 'Backups', connections: 'Connections', settings: 'Settings' }
    for (const [screen, heading] of Object.entries(headings)) {
      await choose(app, screen)
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    }
  })

  await test.step('other vaults, from the menu and from the palette', async () => {
    const vaults = page.getByRole('dialog', { name: 'Vaults' })
    const known = vaults.getByRole('list', { name: 'Known vaults' }).getByRole('listitem')
    await choose(app, 'other-vaults')
    await expect(known).toContainText('In use')
    await page.keyboard.press('Escape')
    await expect(vaults).toHaveCount(0)
    await command(page, 'Other vaults…')
    await expect(known).toContainText('In use')
    await page.keyboard.press('Escape')
    await expect(vaults).toHaveCount(0)
  })

  await test.step('without an open key, what is done with one says so', async () => {
    await choose(app, 'rotate-key')
    await expect(page.getByText('Open a key first')).toBeVisible()
  })

  await test.step('the open key', async () => {
    await choose(app, 'all-keys')
    await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
    await choose(app, 'reveal-key')
    await expect(page.getByText(/^cap_0000/)).toBeVisible()
    await page.getByRole('button', { name: 'Hide' }).click()
    await choose(app, 'copy-link')
    await expect.poll(() => page.getByText('It holds no secret').count()).toBeGreaterThan(0)
    await choose(app, 'rotate-key')
    await expect(page.getByText('ci-token is not tied to a provider')).toBeVisible()
    await choose(app, 'write-key')
    await expect(page.getByRole('dialog')).toContainText('ci-token')
    await page.keyboard.press('Escape')
  })

  await test.step('its row offers what its details offer, with the same keys, which are for the row too', async () => {
    const offered = async (): Promise<string[][]> => {
      const entries = page.getByRole('menu').getByRole('menuitem')
      await expect(entries.filter({ hasText: 'Move to bin' })).toBeVisible()
      return entries.evaluateAll((all) =>
        all.map((entry) => [entry.textContent, entry.getAttribute('aria-keyshortcuts') ?? ''])
      )
    }
    await page.getByRole('button', { name: 'More actions' }).click()
    const inDetails = await offered()
    expect(inDetails.map(([, keys]) => keys).filter((keys) => keys !== '')).toHaveLength(7)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Close details' }).click()
    await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click({ button: 'right' })
    const [open, ...inRow] = await offered()
    expect(open).toEqual(['Open', ''])
    expect(inRow).toEqual(inDetails)
    expect(await violations(page), 'row menu').toEqual([])
    await page.getByRole('menuitem', { name: 'Reveal' }).click()
    await expect(page.getByText(/^cap_0000/)).toBeVisible()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('complementary', { name: 'Key details' })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Shift+C')
    await expect.poll(() => clipboardText(app)).toMatch(/^cap_0000/)
  })

  await test.step('every command stands in the list of shortcuts, which the menu opens', async () => {
    await choose(app, 'shortcuts')
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(dialog.getByText('Command palette')).toBeVisible()
    await expect(dialog.getByRole('term')).toHaveCount(windowCommandNames.length + 7)
    expect(await violations(page), 'shortcuts').toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('in the person’s language', async () => {
    await page.evaluate(() => window.keyquay['settings.update']({ language: 'de' }))
    await expect.poll(async () => (await items(app)).map(({ label }) => label)).toContain('Tresor sperren')
    await page.evaluate(() => window.keyquay['settings.update']({ language: 'en' }))
  })

  await test.step('lock', async () => {
    await choose(app, 'lock')
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
    await expect.poll(enabled).toEqual([])
  })
})

test('a link opens its key, after the unlock where that is needed, and a hostile one opens nothing', async ({
  keyquay
}) => {
  const { app, page } = keyquay
  await openVault(page)
  await seedKeys(page, [{ name: 'ci-token' }, { name: 'billing' }])
  const id = await keyId(page, 'billing')
  const opened = page.getByRole('heading', { name: 'billing', level: 2 })

  await test.step('while locked it waits', async () => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
    await secondStart(app, `keyquay://key/${id}`)
    expect(await contentOf(page)).not.toContain('billing')
    await unlock(page)
    await expect(opened).toBeVisible()
  })

  await test.step('hostile ones', async () => {
    await page.keyboard.press('Escape')
    await expect(opened).toHaveCount(0)
    for (const link of [`keyquay://key/${id}?reveal`, `keyquay://reveal/${id}`, `keyquay://key/${id}/../x`, 'keyquay:'])
      await secondStart(app, link)
    await secondStart(app, `keyquay://key/${id}`, `keyquay://key/${id}`)
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('ci')
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('billing')).toHaveCount(0)
    await expect(opened).toHaveCount(0)
    expect(await clipboardText(app)).toBe('')
  })

  await test.step('from the desktop, and to no key of this vault', async () => {
    await app.evaluate(({ app: electron }, link) => {
      electron.emit('open-url', { preventDefault: () => undefined }, link)
    }, `keyquay://key/${id}`)
    await expect(opened).toBeVisible()
    await secondStart(app, `keyquay://key/${id.slice(0, -4)}0000`)
    await expect(page.getByText('There is no key')).toBeVisible()
  })
})
