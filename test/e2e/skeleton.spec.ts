import {
  addKey,
  clipboardText,
  contentOf,
  createVault,
  logText,
  openKeyquay,
  openVault,
  PASSWORD,
  unlock
} from './drive'
import { expect, test, testOfVault } from './keyquay'

const SECRET = 'sk_live_2f7a9c1e5b8d3f6a0c4e7b1d'

test('a vault is made, a key kept, revealed once, copied, locked away and found again', async ({ keyquay }) => {
  const { app, page } = keyquay

  await test.step('create a vault', async () => {
    await createVault(page)
  })

  await test.step('add a key', async () => {
    await addKey(page, { name: 'ci-token', secret: SECRET, envName: 'CLOUDAPI_TOKEN' })
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
    await expect(page.getByText(SECRET)).toHaveCount(0)
  })

  await test.step('reveal it, for a while', async () => {
    await page.getByRole('grid', { name: 'Keys' }).getByText('ci-token').click()
    await page.getByRole('button', { name: 'Reveal' }).click()
    await expect(page.getByText(SECRET)).toBeVisible()
    const dropped = page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('dragover', (event) => {
            event.preventDefault()
          })
          document.addEventListener('drop', (event) => {
            resolve(event.dataTransfer?.getData('text/plain'))
          })
        })
    )
    await page.getByLabel('Secret, shown').dragTo(page.getByRole('heading', { name: 'ci-token' }))
    expect(await dropped).toBe(`CLOUDAPI_TOKEN='${SECRET}'`)
    await page.getByRole('button', { name: 'Hide' }).click()
    await expect(page.getByText(SECRET)).toHaveCount(0)
    expect(await page.content()).not.toContain(SECRET)
  })

  await test.step('copy it', async () => {
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => clipboardText(app)).toBe(SECRET)
  })

  await test.step('search', async () => {
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('nothing like it')
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toHaveCount(0)
    await page.getByRole('searchbox', { name: 'Search keys' }).fill('cloudapi')
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
  })

  await test.step('lock: nothing of the vault stays, and the clipboard is cleared', async () => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
    expect(await contentOf(page)).not.toContain('ci-token')
    expect(await page.title()).toBe('Keyquay')
    expect(await clipboardText(app)).toBe('')
  })

  await test.step('a wrong password is said to be wrong', async () => {
    await unlock(page, 'not the password')
    await expect(page.getByText('Wrong password')).toBeVisible()
  })

  await test.step('the right one opens it again', async () => {
    await unlock(page)
    await expect(page.getByRole('grid', { name: 'Keys' }).getByText('ci-token')).toBeVisible()
  })

  expect(logText(keyquay.home)).not.toMatch(new RegExp(`${SECRET}|${PASSWORD}|ci-token`))
})

testOfVault('the vault is there after a restart, locked', async ({ keyquay }) => {
  await openVault(keyquay.page)
  await addKey(keyquay.page, { name: 'kept', secret: SECRET })
  await keyquay.app.close()
  const again = await openKeyquay(keyquay.home)
  await expect(again.page.getByRole('button', { name: 'Unlock' })).toBeVisible()
  await unlock(again.page)
  await expect(again.page.getByRole('grid', { name: 'Keys' }).getByText('kept')).toBeVisible()
  await again.app.close()
})
