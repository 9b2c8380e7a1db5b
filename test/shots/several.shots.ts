import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVault } from '../e2e/drive'
import { aDozen, seedKeys } from '../e2e/keys'
import { expect, test } from '../e2e/keyquay'
import { shoot, shootSmall } from './camera'
import { answerDialog, escape } from './scenes'

test('a dozen keys on their way into one env file, and in German where there is least room', async ({
  keyquay,
  home
}) => {
  const { app, page } = keyquay
  const dialog = page.getByRole('dialog')
  const grid = page.getByRole('grid')
  const folder = join(home, 'shop')
  mkdirSync(folder)
  const lines = Array.from({ length: 14 }, (_, number) => `SETTING_${String(number)}=on\n`).join('')
  writeFileSync(join(folder, '.env'), `BILLING_API=one\nBILLING_API=two\n${lines}MAIL_SENDER=old\nEND=1\n`, {
    mode: 0o644
  })
  await createVault(page)
  await page.getByRole('button', { name: 'Not now' }).click()
  await seedKeys(page, aDozen)
  await expect(grid.getByText('wandering')).toBeVisible()
  await answerDialog(app, { filePaths: [folder] })
  await page.evaluate(
    async (file) => {
      const api = window.keyquay
      await api['projects.add']({ folder: null })
      const listed = await api['keys.ids']({})
      const [keyId = ''] = listed.ok ? listed.value.ids.slice(-1) : []
      for (const name of ['BILLING_API', 'CI_DEPLOY']) await api['env.bind']({ keyId, name, file })
    },
    join(folder, '.env')
  )
  await grid.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByRole('toolbar', { name: /selected/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(dialog.getByRole('radio').first()).toBeAttached()
  await shoot(page, '63-write-several')
  await dialog.getByRole('button', { name: 'Show change' }).click()
  await expect(dialog.getByRole('button', { name: 'Write', exact: true })).toBeVisible()
  await shoot(page, '64-several-changes')
  await escape(page)

  await page.evaluate(() => window.keyquay['settings.update']({ language: 'de' }))
  await expect(page.getByRole('toolbar', { name: /ausgewählt/ })).toBeVisible()
  await shootSmall(page, '65-several-chosen-german')
  await page.keyboard.press('ControlOrMeta+Shift+e')
  await expect(dialog.getByRole('radio').first()).toBeAttached()
  await shootSmall(page, '66-write-several-german')
})
