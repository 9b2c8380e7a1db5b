import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { createVault } from './drive'
import { expect, test } from './keyquay'

test('closing the window keeps the app in the tray, which brings it back', async ({ keyquay }) => {
  const { app, page } = keyquay
  const hasStandIn = await app.evaluate((electron) => 'standin' in electron)
  test.skip(!hasStandIn, 'The tray is chosen from through the stand-in only.')
  await createVault(page)
  await page.evaluate(() => window.keyquay['settings.update']({ closeToTray: true }))
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await expect.poll(() => app.windows().length).toBe(0)
  const again = app.waitForEvent('window')
  await app.evaluate((electron) => {
    const { standin } = electron as unknown as { standin?: StandIn }
    standin?.chooseFromTray('Open Keyquay')
  })
  await expect((await again).getByRole('navigation')).toBeVisible()
})

test('the window’s own menu has what the tray has', async ({ keyquay }) => {
  const { app, page } = keyquay
  await createVault(page)
  const labels = (): Promise<string[] | undefined> =>
    app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()
        ?.items.find(({ label }) => label === 'Reminders')
        ?.submenu?.items.map(({ label }) => label)
    )
  await expect
    .poll(labels)
    .toEqual(expect.arrayContaining(['Open Keyquay', 'All reminders', 'Lock vault', 'Quit Keyquay']))
})
