import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch, launchTimeout, type Launched } from './launch.ts'

const home = 'app://keyquay/index.html'
let fixture: Launched

beforeAll(async () => {
  fixture = await launch('guarded')
  await fixture.page.getByText('guarded').waitFor()
}, launchTimeout)
afterAll(() => fixture.close())

const seen = (): Promise<string[][]> =>
  fixture.evaluate(() => (globalThis as unknown as { guarded: string[][] }).guarded)
const url = (): Promise<string | undefined> =>
  fixture.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())

const opened = async (): Promise<unknown[]> => (await seen()).filter(([name]) => name === 'open').map(([, url]) => url)

beforeEach(async () => {
  await fixture.evaluate(() => void ((globalThis as unknown as { guarded: string[][] }).guarded.length = 0))
})

describe('a guard that refuses', () => {
  it.each([
    ['a script', () => void (location.href = 'https://example.com/script')],
    ['a link', () => document.getElementById('away')?.click()],
    [
      'a form',
      () => {
        const form = Object.assign(document.createElement('form'), {
          action: 'https://example.com/form',
          method: 'post'
        })
        document.body.append(form)
        form.submit()
      }
    ]
  ])('stops %s from navigating', async (_name, act) => {
    await fixture.page.evaluate(act)
    await expect.poll(seen).toContainEqual(['will-navigate', expect.stringContaining('https://example.com/')])
    const events = await seen()
    expect(events.map(([name]) => name)).toEqual(['will-frame-navigate', 'will-navigate'])
    expect(await url()).toBe(home)
    expect(await fixture.page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('guarded')
  })

  it("stops a redirect, with the app's own URLs", async () => {
    const failure = await fixture.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.loadURL('app://keyquay/moved.html')
        .then(
          () => 'loaded',
          (error: unknown) => (error as Error).message
        )
    )
    expect(failure).toBe("ERR_ABORTED (-3) loading 'app://keyquay/moved.html'")
    expect(await seen()).toContainEqual(['will-redirect', 'app://elsewhere/index.html'])
    expect(await url()).toBe(home)
  })

  it('stops a sub-frame', async () => {
    await fixture.page.evaluate(() => {
      const frame = document.getElementById('frame') as HTMLIFrameElement
      frame.removeAttribute('srcdoc')
      frame.src = 'https://example.com/frame'
    })
    await expect.poll(seen).toEqual([['will-frame-navigate', 'https://example.com/frame']])
    expect(fixture.page.frames().map((frame) => frame.url())).not.toContain('https://example.com/frame')
  })

  it('gives window.open nothing and opens nothing', async () => {
    expect(await fixture.page.evaluate(() => window.open('https://example.com/open'))).toBeNull()
    await expect.poll(seen).toContainEqual(['open', 'https://example.com/open'])
    await fixture.page.locator('#blank').click()
    await expect.poll(seen).toContainEqual(['open', 'https://example.com/blank'])
    await expect.poll(() => fixture.app.windows().length).toBe(1)
    expect(await fixture.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(
      await fixture.evaluate(({ standin }) =>
        standin.recorder.refused.filter(({ kind }) => kind === 'window').map((one) => one.url)
      )
    ).toEqual(['https://example.com/open', 'https://example.com/blank'])
  })

  it('hears of windows that come at once, and of a link that a person opens elsewhere', async () => {
    await fixture.page.evaluate(() => {
      for (const name of ['one', 'two', 'three']) window.open(`https://example.com/${name}`)
    })
    await fixture.page.locator('#away').click({ modifiers: ['Control'] })
    const urls = ['one', 'two', 'three', ''].map((name) => `https://example.com/${name}`)
    await expect.poll(opened).toEqual(urls)
    await expect.poll(() => fixture.app.windows().length).toBe(1)
  })

  it('is asked when the page reloads itself', async () => {
    await fixture.page.evaluate(() => location.reload())
    await expect.poll(seen).toContainEqual(['will-navigate', home])
    expect(await fixture.page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('guarded')
  })

  it('stops a request before it is made', async () => {
    expect(
      await fixture.page.evaluate(() =>
        fetch('https://example.com/data').then(
          () => 'fetched',
          () => 'refused'
        )
      )
    ).toBe('refused')
    expect(await seen()).toEqual([['request', 'https://example.com/data', 'xhr']])
  })
})

describe('permissions', () => {
  it("are the app's to decide, each one", async () => {
    const states = await fixture.page.evaluate(async () => {
      const names = [
        'notifications',
        'geolocation',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'persistent-storage'
      ] as PermissionName[]
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    })
    expect(states).toEqual(states.map(() => 'denied'))
    expect(await fixture.page.evaluate(() => Notification.requestPermission())).toBe('denied')
    expect(
      await fixture.page.evaluate(
        () =>
          new Promise((resolve) =>
            navigator.geolocation.getCurrentPosition(
              () => resolve('found'),
              ({ code }) => resolve(code)
            )
          )
      )
    ).toBe(1)
  })

  it('are recorded as they were decided', async () => {
    const decisions = await fixture.evaluate(({ standin }) =>
      standin.recorder.permissions.filter(({ permission }) => ['geolocation', 'media'].includes(permission)).slice(0, 3)
    )
    expect(decisions).toEqual(
      expect.arrayContaining([
        { permission: 'media', origin: 'app://keyquay', asked: 'check', granted: false },
        { permission: 'geolocation', origin: 'app://keyquay', asked: 'check', granted: true },
        { permission: 'geolocation', origin: 'app://keyquay', asked: 'request', granted: false }
      ])
    )
  })
})

describe('a guard that allows', () => {
  it('lets the page go there and come back', async () => {
    await fixture.page.evaluate(() => void (location.href = '/second.html'))
    await fixture.page.getByText('second').waitFor()
    expect(await url()).toBe('app://keyquay/second.html')
    await fixture.page.reload()
    await fixture.page.getByText('second').waitFor()
    await fixture.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.loadURL(to), home)
    expect(await url()).toBe(home)
  })
})

describe('a guard that is not asked', () => {
  const guards = async (): Promise<string[][]> => (await seen()).filter(([name]) => name?.startsWith('will-'))

  it('sees no reload by a person or a debugger', async () => {
    await fixture.page.reload()
    await fixture.page.getByText('guarded').waitFor()
    expect((await guards()).filter(([, url]) => url === home)).toEqual([])
  })

  it('sees nothing of what the app loads', async () => {
    // What the page wished before, and was refused, is not taken for this one.
    await fixture.page.evaluate(() => void (location.href = 'https://example.com/wish'))
    await expect.poll(seen).toContainEqual(['will-navigate', 'https://example.com/wish'])
    const resolved = await fixture.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      const done = (): Promise<void> =>
        new Promise((resolve) => void window?.webContents.once('did-finish-load', () => resolve()))
      const reloaded = done()
      window?.reload()
      await reloaded
      await window?.loadURL('app://KEYQUAY/index.html#part')
      await window?.loadURL('app://keyquay/index.html#other')
      return window?.webContents.getURL()
    })
    expect(resolved).toBe(`${home}#other`)
    expect((await guards()).filter(([, url]) => url?.startsWith('app:'))).toEqual([])
  })
})

it('serves no icons, which Electron does not ask for', async () => {
  const served = await fixture.evaluate(() => (globalThis as unknown as { served: string[] }).served)
  expect(new Set(served)).toEqual(new Set(['/index.html', '/second.html', '/moved.html']))
})
