import type { ElectronApplication } from '@playwright/test'
import type { StandIn } from '../../tools/electron-standin/src/standin.ts'
import { openVault, startKeyquay } from './drive'
import { expect, testOfVault as test } from './keyquay'

test('closing the window keeps the app in the tray, which brings it back', async ({ keyquay }) => {
  const { app, page } = keyquay
  const hasStandIn = await app.evaluate((electron) => 'standin' in electron)
  test.skip(!hasStandIn, 'The tray is chosen from through the stand-in only.')
  await openVault(page)
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
  await openVault(page)
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

/** The windows there are once the app has begun: a hidden start has a tray by then, another one a window. */
async function begun(app: ElectronApplication): Promise<number> {
  await expect
    .poll(() =>
      app.evaluate((electron) => {
        const { standin } = electron as unknown as { standin?: StandIn }
        return standin?.recorder.trays[0]?.menu !== null && (standin?.recorder.trays.length ?? 0) > 0
      })
    )
    .toBe(true)
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

test('started at login, or as the settings say, it stays in the tray until it is asked for', async ({
  keyquay,
  home
}) => {
  const hasStandIn = await keyquay.app.evaluate((electron) => 'standin' in electron)
  test.skip(!hasStandIn, 'The tray is chosen from through the stand-in only.')
  await openVault(keyquay.page)
  await keyquay.app.close()

  await test.step('as the autostart entry starts it', async () => {
    const app = await startKeyquay(home, '--hidden')
    expect(await begun(app)).toBe(0)
    const opened = app.waitForEvent('window')
    await app.evaluate((electron) => {
      const { standin } = electron as unknown as { standin?: StandIn }
      standin?.chooseFromTray('Unlock')
    })
    const page = await opened
    await expect(page.getByLabel('Master password')).toBeVisible()
    await page.evaluate(() => window.keyquay['settings.update']({ startHidden: true }))
    await app.close()
  })

  await test.step('as the settings say, until a second start asks for the window', async () => {
    const app = await startKeyquay(home)
    expect(await begun(app)).toBe(0)
    const opened = app.waitForEvent('window')
    await app.evaluate(({ app: electron }) => {
      electron.emit('second-instance', {}, ['keyquay'], '/', null)
    })
    await expect((await opened).getByLabel('Master password')).toBeVisible()
    // Without a tray nothing would bring a hidden window back.
    await (await opened).evaluate(() => window.keyquay['settings.update']({ tray: false }))
    await app.close()
  })

  await test.step('without a tray it starts with its window', async () => {
    const app = await startKeyquay(home)
    await expect((await app.firstWindow()).getByLabel('Master password')).toBeVisible()
    await app.close()
  })
})
