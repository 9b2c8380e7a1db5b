import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './axe'
import { logText, openVault } from './drive'
import { expect, testOfVault as test } from './keyquay'

const SECRET = 'cnx_prod_8xK9mP2vL5qR7wN3tJ6yH1cZ4bA0eD'
const OTHER = 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'

/** Pastes as a person does: what is on the clipboard goes to whatever has the focus. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const data = new DataTransfer()
    data.setData('text/plain', wanted)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

/** Drops files or folders on the middle of the window, as the system does. */
async function drop(
  page: Page,
  paths: string | readonly string[],
  types: readonly ('dragEnter' | 'dragOver' | 'drop')[]
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const type of types) {
    const data = { items: [], files: [paths].flat(), dragOperationsMask: 1 }
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
  await session.detach()
}

const whole = ['dragEnter', 'dragOver', 'drop'] as const

test('a key or lines of an env file that are pasted anywhere are offered to be added', async ({ keyquay }) => {
  const { page, home } = keyquay
  const dialog = page.getByRole('dialog')
  await openVault(page)

  await test.step('a key: its provider is known, its value is not shown', async () => {
    await paste(page, `${SECRET}\n`)
    await expect(dialog.getByText('Looks like a key of CloudNexus.')).toBeVisible()
    await expect(page.getByText(SECRET)).toHaveCount(0)
    await expect(dialog.getByLabel('Secret', { exact: true })).toHaveAttribute('type', 'password')
    await dialog.getByLabel('Name', { exact: true }).fill('pasted')
    await dialog.getByRole('button', { name: 'Add key' }).click()
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('pasted')).toBeVisible()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('lines: they are looked at before any is taken', async () => {
    await paste(page, `# shop\nexport SHOP_TOKEN=${OTHER}\nPORT=3000\n`)
    await expect(dialog.getByText('Import from the clipboard')).toBeVisible()
    await expect(dialog.getByText('SHOP_TOKEN').first()).toBeVisible()
    await expect(dialog.getByText(OTHER)).toHaveCount(0)
    expect(await violations(page), 'import from the clipboard').toEqual([])
    await dialog.getByRole('button', { name: 'Import 1 key' }).click()
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('SHOP_TOKEN')).toBeVisible()
  })

  await test.step('other words are left alone, and so are fields', async () => {
    await expect(dialog).toHaveCount(0)
    await paste(page, 'see you at the harbour tomorrow')
    await expect(page.getByText('What was pasted does not look like a key.')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search keys' }).focus()
    await paste(page, SECRET)
    await expect(dialog).toHaveCount(0)
  })

  expect(logText(home)).not.toMatch(new RegExp(`${SECRET}|${OTHER}`))
})

test('a file that is dropped is imported, a folder becomes a project', async ({ keyquay }) => {
  const { page, home } = keyquay
  const dialog = page.getByRole('dialog')
  const folder = join(home, 'shop')
  const file = join(folder, '.env')
  mkdirSync(folder)
  writeFileSync(file, `CLOUDAPI_TOKEN=${OTHER}\nLOG_LEVEL=debug\n`)
  await openVault(page)

  await test.step('what is held over the window is welcomed in words', async () => {
    await drop(page, file, ['dragEnter', 'dragOver'])
    await expect(page.getByText('Drop to take keys from it')).toBeVisible()
    expect(await violations(page), 'something held over the window').toEqual([])
  })

  await test.step('a dropped env file is read at once, and its keys are bound to it', async () => {
    await drop(page, file, whole)
    await expect(dialog.getByText('CLOUDAPI_TOKEN').first()).toBeVisible()
    await expect(dialog.getByRole('switch', { name: 'Bind the keys to .env' })).toBeChecked()
    await dialog.getByRole('button', { name: 'Import 1 key' }).click()
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('CLOUDAPI_TOKEN')).toBeVisible()
    const bound = async (): Promise<readonly string[]> => {
      const answer = await page.evaluate(async () => window.keyquay['env.bindings']({}))
      return answer.ok ? answer.value.items.map((binding) => binding.file) : []
    }
    await expect.poll(bound).toEqual([file])
  })

  await test.step('a dropped folder is opened as a project', async () => {
    await expect(dialog).toHaveCount(0)
    await drop(page, folder, whole)
    await expect(page.getByRole('heading', { name: 'shop' })).toBeVisible()
  })

  await test.step('several at once: each is a project, or looked at in its turn', async () => {
    const other = join(home, 'api')
    const files = ['one.env', 'two.env', 'three.env'].map((name) => join(folder, name))
    mkdirSync(other)
    for (const [at, path] of files.entries()) writeFileSync(path, `TOKEN_${String(at)}=${OTHER}${String(at)}\n`)
    await drop(page, [other, ...files], whole)
    await expect(page.getByRole('dialog', { name: 'Import from one.env, 1 of 3' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Import 1 key' }).click()
    await expect(page.getByRole('dialog', { name: 'Import from two.env, 2 of 3' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Skip this file' }).click()
    await expect(page.getByRole('dialog', { name: 'Import from three.env, 3 of 3' })).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Skip this file' })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Import 1 key' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'api', level: 1 })).toBeVisible()
    const names = await page.evaluate(async () => window.keyquay['keys.list']({ text: 'TOKEN_' }))
    expect(names.ok && names.value.items.map(({ name }) => name).sort()).toEqual([
      'CLOUDAPI_TOKEN',
      'TOKEN_0',
      'TOKEN_2'
    ])
  })

  await test.step('a page cannot name a file that nobody dropped', async () => {
    const answers = await page.evaluate(async (path) => {
      const made = new File(['x'], 'passwd')
      return [
        await window.keyquay['files.dropped']([made]),
        await window.keyquay['import.preview']({ file: path, format: null, password: null }),
        await window.keyquay['projects.add']({ folder: path })
      ].map((answer) => answer.ok)
    }, '/etc/passwd')
    expect(answers).toEqual([false, false, false])
  })
})
