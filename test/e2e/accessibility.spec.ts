import { startSandbox } from '../sandbox/start-sandbox.ts'
import { violations } from './axe'
import { addKey, createVault, openVault } from './drive'
import { seedKeys } from './keys'
import { expect, test, testOfVault } from './keyquay'

// Where the other screens and dialogs are looked at stands in looked-at.ts.

test('axe finds nothing on the screens of the vault, light or dark', async ({ keyquay }) => {
  test.slow()
  const { page } = keyquay
  const dialog = page.getByRole('dialog')
  expect(await violations(page), 'first run').toEqual([])
  await createVault(page)
  expect(await violations(page), 'no keys yet').toEqual([])
  await addKey(page, { name: 'ci-token', secret: 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d', envName: 'CI_TOKEN' })
  await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible()
  expect(await violations(page), 'keys and details').toEqual([])

  await test.step('what opens over the details', async () => {
    await page.getByRole('button', { name: 'Copy formats' }).click()
    await expect(page.getByRole('menuitem', { name: 'PowerShell' })).toBeVisible()
    expect(await violations(page), 'copy formats').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+e')
    await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
    expect(await violations(page), 'edit a key').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: 'Command palette' })).toBeFocused()
    expect(await violations(page), 'palette').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('textbox', { name: 'Command palette' })).toBeHidden()
  })

  await test.step('a new key, and what was typed of it', async () => {
    await page.getByRole('button', { name: 'New key' }).first().click()
    await dialog.getByLabel('Name', { exact: true }).fill('half')
    expect(await violations(page), 'new key').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Discard' })).toBeVisible()
    expect(await violations(page), 'discard a new key').toEqual([])
    await page.getByRole('button', { name: 'Discard' }).click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('keys that could not be changed', async () => {
    await page.keyboard.press('Escape')
    await seedKeys(page, [{ name: 'leaving' }])
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('leaving')).toBeVisible()
    await page.getByRole('grid', { name: 'Keys' }).focus()
    await page.keyboard.press('ControlOrMeta+a')
    const bar = page.getByRole('toolbar', { name: '2 keys selected' })
    await bar.getByRole('button', { name: 'More for the selected keys' }).click()
    const favourite = page.getByRole('menuitem', { name: 'Add to favourites' })
    await expect(favourite).toBeVisible()
    await page.evaluate(async () => {
      const listed = await window.keyquay['keys.list']({ text: 'leaving' })
      for (const { id } of listed.ok ? listed.value.items : []) {
        await window.keyquay['keys.delete']({ id })
        await window.keyquay['keys.purge']({ id })
      }
    })
    await favourite.click()
    await expect(dialog.getByRole('list', { name: 'Keys that were not changed' })).toBeVisible()
    expect(await violations(page), 'keys that were not changed').toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('the bin, and a key in it', async () => {
    await page.getByRole('grid', { name: 'Keys' }).focus()
    await page.keyboard.press('Escape')
    await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Move to bin' }).click()
    // The details of a key close when it has gone there, which a quick click must not run ahead of.
    await expect(page.getByRole('complementary', { name: 'Key details' })).toHaveCount(0)
    await page.getByRole('navigation').getByText('Bin', { exact: true }).click()
    await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
    expect(await violations(page), 'keys in the bin').toEqual([])
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Delete for good' }).click()
    await expect(dialog).toBeVisible()
    expect(await violations(page), 'delete for good').toEqual([])
    await page.keyboard.press('Escape')
  })

  await test.step('the sidebar’s others', async () => {
    const projects = Array.from({ length: 14 }, (_, at) => ({
      name: `key-${String(at)}`,
      project: `project-${String(at)}`
    }))
    await seedKeys(page, projects)
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /\d more$/ })
      .click()
    await expect(page.getByRole('textbox', { name: 'Find in Projects' })).toBeVisible()
    expect(await violations(page), 'more of the sidebar').toEqual([])
    await page.keyboard.press('Escape')
  })

  await page.getByRole('navigation').getByText('Lock', { exact: true }).click()
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  expect(await violations(page), 'locked').toEqual([])
})

testOfVault('axe finds nothing where keys are made at providers, light or dark', async ({ keyquay }) => {
  test.slow()
  const { page } = keyquay
  const dialog = page.getByRole('dialog')
  const sandbox = await startSandbox({ providers: ['cloudapi'] })
  await openVault(page)

  await test.step('without an account', async () => {
    await page.keyboard.press('Control+Shift+n')
    await expect(dialog.getByRole('button', { name: 'Open connections' })).toBeVisible()
    expect(await violations(page), 'create without an account').toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('the choice of an account, which has the focus', async () => {
    const { baseUrl, credentials } = sandbox.providers.cloudapi
    await page.evaluate(
      async (given) => {
        for (const account of [
          { connectorId: 'cloudapi', mode: 'api' as const, name: 'Projects', baseUrl: given.baseUrl },
          { connectorId: 'cloodot', mode: 'guided' as const, name: 'By hand', baseUrl: null }
        ]) {
          const { connectorId, ...fields } = account
          const added = await window.keyquay['connections.add']({
            connectorId,
            fields,
            credentials: account.mode === 'api' ? given.credentials : {}
          })
          if (!added.ok) throw new Error(added.error.code)
        }
      },
      { baseUrl, credentials: { ...credentials } }
    )
    await page.keyboard.press('Control+Shift+n')
    await expect(dialog.getByRole('radio', { name: /^(Projects|By hand)/ }).first()).toBeFocused()
    expect(await violations(page), 'account of a new key').toEqual([])
    await dialog.getByRole('radio', { name: /^By hand/ }).check()
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByLabel('Name', { exact: true }).fill('console-key')
    await dialog.getByRole('button', { name: 'Next' }).click()
    expect(await violations(page), 'the new key here').toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Discard' })).toBeVisible()
    expect(await violations(page), 'discard a key at a provider').toEqual([])
    const question = page.getByRole('dialog', { name: 'Discard what was entered?' })
    await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(question).toHaveCount(0)
    await expect(dialog.getByRole('button', { name: 'Next' })).toBeVisible()
  })

  await test.step('a dialog that goes on fades at that edge, but not for who wants no such thing', async () => {
    const edges = (at: 'top' | 'end'): Promise<readonly string[]> =>
      dialog.getByLabel('Env name').evaluate(async (field, wanted) => {
        const scrolls = field.closest('form > div')!
        scrolls.scrollTop = wanted === 'top' ? 0 : scrolls.scrollHeight
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
        return ['::before', '::after'].map((edge) => {
          const { display, opacity } = getComputedStyle(scrolls, edge)
          return display === 'none' ? 'none' : opacity
        })
      }, at)
    await page.setViewportSize({ width: 900, height: 500 })
    expect(await edges('top')).toEqual(['0', '1'])
    expect(await edges('end')).toEqual(['1', '0'])
    await page.emulateMedia({ forcedColors: 'active' })
    expect(await edges('top')).toEqual(['none', 'none'])
    await page.emulateMedia({ forcedColors: 'none' })
    await page.setViewportSize({ width: 1280, height: 1200 })
    expect(await edges('end')).toEqual(['0', '0'])
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  await test.step('a key by hand, and its rotation', async () => {
    await dialog.getByRole('button', { name: 'Next' }).click()
    await dialog.getByRole('button', { name: 'Show the steps' }).click()
    await dialog.getByLabel('Value of the new key', { exact: true }).fill('clo_8xK9mP2vL5qR7wN3tJ6y')
    await dialog.getByRole('button', { name: 'Store value' }).click()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toHaveCount(0)
    await page.keyboard.press('Control+Shift+r')
    await dialog.getByRole('button', { name: 'Start rotation' }).click()
    await expect(dialog.getByLabel('Value of the new key', { exact: true })).toBeVisible()
    expect(await violations(page), 'rotation by hand').toEqual([])
  })
  await sandbox.close()
})
