import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, launchTimeout, type Launched } from './launch.ts'

let fixture: Launched

beforeAll(async () => {
  fixture = await launch('desktop')
  await fixture.page.getByText('desktop').waitFor()
}, launchTimeout)
afterAll(() => fixture.close())

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('the clipboard', () => {
  it('takes every format of one write at once, byte for byte', async () => {
    const dword = 'electron application/osclipboard;format="CanIncludeInClipboardHistory"'
    const hint = 'electron application/osclipboard;format="x-kde-passwordManagerHint"'
    const result = await fixture.evaluate(
      async ({ clipboard, ClipboardItem, standin }, formats) => {
        await clipboard.write([
          new ClipboardItem({
            'text/plain': 's3cret',
            [formats.dword]: new Blob([new Uint8Array(4)]),
            [formats.hint]: new Blob(['secret'])
          })
        ])
        const [item] = await clipboard.read()
        return {
          text: await clipboard.readText(),
          types: item?.types,
          has: [await clipboard.has(formats.hint), await clipboard.has('text/html')],
          recorded: standin.recorder.clipboard.writes,
          selection: standin.recorder.clipboard.selectionWrites
        }
      },
      { dword, hint }
    )
    expect(result).toEqual({
      text: 's3cret',
      types: ['text/plain', dword, hint],
      has: [true, false],
      recorded: [{ 'text/plain': base64('s3cret'), [dword]: 'AAAAAA==', [hint]: base64('secret') }],
      selection: 0
    })
  })

  it('shows what another program has put there, and what is left when it is cleared', async () => {
    const states = await fixture.evaluate(async ({ clipboard, standin }) => {
      standin.setForeignClipboard('not ours')
      const foreign = await clipboard.readText()
      clipboard.clear()
      return [
        foreign,
        await clipboard.readText(),
        standin.recorder.clipboard.writes.length,
        standin.recorder.clipboard.clears
      ]
    })
    expect(states).toEqual(['not ours', '', 1, 1])
  })
})

describe('outside the window', () => {
  it('records notifications, and passes on what a person does with them', async () => {
    const happened = await fixture.evaluate(async ({ Notification, standin }) => {
      const events: unknown[] = []
      const notification = new Notification({
        title: 'Rotated',
        body: 'One key',
        actions: [{ type: 'button', text: 'Show' }]
      })
      const shown = new Promise((resolve) => notification.once('show', resolve))
      notification.on('click', () => events.push('click'))
      notification.on('action', (details) => events.push(details.actionIndex))
      notification.show()
      await shown
      standin.clickNotification()
      standin.pressNotificationAction(0)
      notification.close()
      return { events, recorded: standin.recorder.notifications }
    })
    expect(happened).toEqual({
      events: ['click', 0],
      recorded: [{ title: 'Rotated', subtitle: '', body: 'One key', silent: false, actions: ['Show'], closed: true }]
    })
  })

  it('records the tray and the menus, and chooses from them', async () => {
    const happened = await fixture.evaluate(({ Tray, Menu, nativeImage, standin }) => {
      const chosen: string[] = []
      const pixel = nativeImage.createFromDataURL(
        'data:image/png;base64,' +
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
      )
      const tray = new Tray(pixel)
      tray.setToolTip('Keyquay: locked')
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: 'Lock', id: 'lock', click: () => chosen.push('lock') },
          { type: 'separator' },
          {
            label: 'More',
            submenu: [{ label: 'Pinned', type: 'checkbox', click: (item) => chosen.push(String(item.checked)) }]
          },
          { role: 'quit' }
        ])
      )
      tray.on('click', () => chosen.push('tray'))
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'editMenu' }]))
      standin.chooseFromTray('Lock')
      standin.chooseFromTray('More', 'Pinned')
      standin.clickTray()
      const [recorded] = standin.recorder.trays
      tray.destroy()
      return {
        chosen,
        size: pixel.getSize(),
        toolTip: recorded?.toolTip,
        labels: recorded?.menu?.map(({ label }) => label),
        left: standin.recorder.trays.length,
        edit: standin.recorder.applicationMenu?.[0]?.submenu?.find(({ role }) => role === 'copy')
      }
    })
    expect(happened).toEqual({
      chosen: ['lock', 'true', 'tray'],
      size: { width: 1, height: 1 },
      toolTip: 'Keyquay: locked',
      labels: ['Lock', '', 'More', 'Quit'],
      left: 0,
      edit: {
        label: 'Copy',
        type: 'normal',
        role: 'copy',
        accelerator: 'CommandOrControl+C',
        enabled: true,
        visible: true,
        checked: false,
        submenu: null
      }
    })
  })

  it('answers dialogs in turn, and cancels the ones that nobody answers', async () => {
    const answers = await fixture.evaluate(async ({ dialog, standin }) => {
      standin.answerNextDialog({ filePaths: ['/tmp/a.env'] })
      standin.answerNextDialog({ response: 1 })
      return [
        await dialog.showOpenDialog({ title: 'Open' }),
        await dialog.showMessageBox({ message: 'Sure?', buttons: ['Cancel', 'Delete'] }),
        await dialog.showSaveDialog({}),
        standin.recorder.dialogs.map(({ kind }) => kind)
      ]
    })
    expect(answers).toEqual([
      { canceled: false, filePaths: ['/tmp/a.env'] },
      { canceled: false, response: 1, checkboxChecked: false },
      { canceled: true, filePath: '' },
      ['open', 'message', 'save']
    ])
  })

  it('opens nothing, and records what it was asked to', async () => {
    expect(
      await fixture.evaluate(async ({ app, shell, standin }) => {
        await shell.openExternal('https://example.com/keys')
        app.setBadgeCount(3)
        app.setLoginItemSettings({ openAtLogin: true })
        return [standin.recorder.openedExternal, standin.recorder.badge, app.getLoginItemSettings().openAtLogin]
      })
    ).toEqual([['https://example.com/keys'], 3, true])
  })
})

describe('the machine', () => {
  it('has no keyring, and says so as Electron does', async () => {
    expect(
      await fixture.evaluate(async ({ safeStorage }) => {
        const encrypted = await safeStorage.encryptStringAsync('text')
        const { result } = await safeStorage.decryptStringAsync(encrypted)
        return [
          safeStorage.getSelectedStorageBackend(),
          await safeStorage.isAsyncEncryptionAvailable(),
          encrypted.subarray(0, 3).toString(),
          result
        ]
      })
    ).toEqual(['basic_text', true, 'v10', 'text'])
  })

  it('has one when a test gives it one, and loses what was in it without', async () => {
    expect(
      await fixture.evaluate(async ({ safeStorage, standin }) => {
        standin.setStorageBackend('gnome_libsecret')
        const encrypted = await safeStorage.encryptStringAsync('text')
        standin.setStorageBackend('basic_text')
        const lost = await safeStorage.decryptStringAsync(encrypted).then(
          () => 'decrypted',
          () => 'refused'
        )
        return [encrypted.subarray(0, 3).toString(), lost]
      })
    ).toEqual(['v11', 'refused'])
  })

  it('is idle, locked and asleep when a test says so', async () => {
    expect(
      await fixture.evaluate(({ powerMonitor, standin }) => {
        const events: string[] = []
        powerMonitor.on('suspend', () => events.push('suspend'))
        powerMonitor.emit('suspend')
        standin.setIdleSeconds(90)
        const states = [powerMonitor.getSystemIdleTime(), powerMonitor.getSystemIdleState(60)]
        powerMonitor.emit('lock-screen')
        return [...events, ...states, powerMonitor.getSystemIdleState(60)]
      })
    ).toEqual(['suspend', 90, 'idle', 'locked'])
  })
})

describe('windows', () => {
  it("hide, show and change size with Electron's events", async () => {
    expect(
      await fixture.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        const events: string[] = []
        for (const name of ['hide', 'show', 'blur', 'focus', 'resize', 'minimize', 'restore', 'maximize', 'unmaximize'])
          window?.on(name as 'show', () => events.push(name))
        window?.hide()
        window?.show()
        window?.setSize(720, 520)
        window?.minimize()
        window?.restore()
        window?.maximize()
        window?.unmaximize()
        return events
      })
    ).toEqual(['blur', 'hide', 'show', 'focus', 'resize', 'minimize', 'restore', 'maximize', 'unmaximize'])
  })

  it('stay open when the app prevents it, also for Playwright', async () => {
    expect(
      await fixture.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        window?.once('close', (event) => event.preventDefault())
        window?.close()
        return window?.isDestroyed()
      })
    ).toBe(false)
  })

  it('are pictured at their size', async () => {
    const size = await fixture.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setSize(700, 500)
      return (await window?.webContents.capturePage())?.getSize()
    })
    expect(size).toEqual({ width: 700, height: 500 })
  })

  it('come a second time, and close on their own', async () => {
    const opening = fixture.app.waitForEvent('window')
    await fixture.evaluate(({ BrowserWindow }) =>
      new BrowserWindow({ width: 400, height: 300 }).loadURL('app://keyquay/second')
    )
    const second = await opening
    await second.getByText('desktop').waitFor()
    expect(await second.evaluate(() => [innerWidth, innerHeight])).toEqual([400, 300])
    await second.close()
    expect(await fixture.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})
