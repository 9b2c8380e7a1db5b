import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, launchTimeout, type Launched } from './launch.ts'

interface Bridge {
  readonly attempts: Record<string, string>
  readonly nested: { list: unknown[] }
  readonly when: Date
  readonly sandboxed: boolean
  greet(name: string): Promise<string>
  echo(value: unknown): Promise<unknown>
  refuse(): Promise<never>
  add(a: number, b: number): number
  fail(): never
  onTick(listener: (value: unknown) => void): () => void
}
declare const bridge: Bridge

let fixture: Launched

beforeAll(async () => {
  fixture = await launch('basic')
  await fixture.page.getByText('hello ada').waitFor()
}, launchTimeout)
afterAll(() => fixture.close())

describe('the preload', () => {
  it('knows only the modules of a sandboxed preload', async () => {
    expect(await fixture.page.evaluate(() => bridge.attempts)).toEqual({
      electron: 'object',
      events: 'function',
      timers: 'object',
      url: 'object',
      fs: 'module not found: fs',
      child_process: 'module not found: child_process',
      './other.js': 'module not found: ./other.js'
    })
    expect(await fixture.page.evaluate(() => bridge.sandboxed)).toBe(true)
  })

  it('leaves nothing in the page but what it exposes', async () => {
    const found = await fixture.page.evaluate(() => {
      const clean = document.createElement('iframe')
      document.body.append(clean)
      const usual = new Set(Object.getOwnPropertyNames(clean.contentWindow))
      clean.remove()
      // Playwright's own, and the console's.
      return Object.getOwnPropertyNames(window).filter(
        (name) => !usual.has(name) && !name.startsWith('__pw') && !/^(\d+|greeting)$/.test(name)
      )
    })
    expect(found).toEqual(['bridge'])
  })

  it('cannot be changed or replaced by the page', async () => {
    expect(
      await fixture.page.evaluate(() => {
        const { writable, configurable, enumerable } = Object.getOwnPropertyDescriptor(window, 'bridge') ?? {}
        return {
          writable,
          configurable,
          enumerable,
          frozen: Object.isFrozen(bridge) && Object.isFrozen(bridge.nested.list[1])
        }
      })
    ).toEqual({ writable: false, configurable: false, enumerable: true, frozen: true })
  })

  it('is not in a sub-frame', async () => {
    const find = () => fixture.page.frames().find((one) => one.url().endsWith('frame.html'))
    await expect.poll(find).toBeDefined()
    const frame = find()
    expect(await frame?.evaluate(() => ['bridge' in window, 'electronStandIn' in window, 'deliver' in window])).toEqual(
      [false, false, false]
    )
  })
})

describe('the bridge', () => {
  it('answers plain functions at once and passes their errors', async () => {
    expect(
      await fixture.page.evaluate(() => {
        let caught: unknown
        try {
          bridge.fail()
        } catch (error) {
          caught = error
        }
        return [bridge.add(1, 2), bridge.when instanceof Date, caught instanceof Error, (caught as Error).message]
      })
    ).toEqual([3, true, true, 'on purpose'])
  })

  it('passes values as structured clone does', async () => {
    expect(
      await fixture.page.evaluate(async () => {
        const shared = { name: 'shared' }
        const sent = {
          date: new Date(5),
          map: new Map<unknown, unknown>([[1, { gone: undefined }]]),
          set: new Set(['a']),
          bytes: new Uint8Array([0, 255]),
          floats: new Float64Array([0.5]),
          big: 10n ** 20n,
          nan: NaN,
          zero: -0,
          expression: /x/gi,
          nothing: undefined,
          list: [shared, shared],
          ['__proto__x']: 1
        }
        const got = (await bridge.echo(sent)) as typeof sent
        return [
          got.date.getTime(),
          got.map.get(1),
          [...got.set],
          [...got.bytes],
          got.bytes.constructor.name,
          got.floats[0],
          String(got.big),
          Number.isNaN(got.nan),
          Object.is(got.zero, -0),
          String(got.expression),
          'nothing' in got,
          Object.getPrototypeOf(got) === Object.prototype
        ]
      })
    ).toEqual([
      5,
      { gone: undefined },
      ['a'],
      [0, 255],
      'Uint8Array',
      0.5,
      '100000000000000000000',
      true,
      true,
      '/x/gi',
      true,
      true
    ])
  })

  it('rejects as ipcRenderer.invoke does', async () => {
    expect(await fixture.page.evaluate(() => bridge.refuse().catch((error: unknown) => (error as Error).message))).toBe(
      "Error invoking remote method 'refuse': RangeError: not today"
    )
  })

  it('delivers events until the page unsubscribes', async () => {
    await fixture.page.evaluate(() => {
      const ticks: unknown[] = []
      const off = bridge.onTick((value) => {
        ticks.push(value)
        if (ticks.length === 2) off()
      })
      Object.assign(window, { ticks })
    })
    await fixture.evaluate(({ BrowserWindow }) => {
      for (const tick of [1, { at: new Date(0) }, 3]) BrowserWindow.getAllWindows()[0]?.webContents.send('tick', tick)
    })
    await fixture.page.evaluate(() => bridge.greet('again'))
    expect(await fixture.page.evaluate(() => (window as unknown as { ticks: unknown[] }).ticks)).toEqual([
      1,
      { at: new Date(0) }
    ])
  })

  it('holds when the page has replaced the built-ins it rests on', async () => {
    expect(
      await fixture.page.evaluate(async () => {
        const seen: string[] = []
        const { dispatchEvent, addEventListener } = EventTarget.prototype
        const iterator = Array.prototype[Symbol.iterator]
        EventTarget.prototype.dispatchEvent = function (event) {
          seen.push(event.type)
          return dispatchEvent.call(this, event)
        }
        EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: [string, never]) {
          seen.push(args[0])
          addEventListener.apply(this, args)
        }
        Array.prototype[Symbol.iterator] = function (this: unknown[]) {
          if (this.some((item) => item instanceof Node)) seen.push('a node')
          return iterator.call(this)
        } as typeof iterator
        const eventDuringCall = await new Promise((resolve) => {
          const off = bridge.onTick(() => undefined)
          off()
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- a page could look there
          resolve(window.event)
        })
        const answer = await bridge.greet('eve')
        Object.assign(EventTarget.prototype, { dispatchEvent, addEventListener })
        Array.prototype[Symbol.iterator] = iterator
        return { seen, answer, eventDuringCall: eventDuringCall === undefined }
      })
    ).toEqual({ seen: [], answer: 'hello eve from app://keyquay', eventDuringCall: true })
  })
})

describe('the page', () => {
  it('is served by the app, under its policy', async () => {
    expect(await fixture.page.evaluate(() => 'inlineRan' in window)).toBe(false)
    const [url, title, refused] = await fixture.page.evaluate(async () => [
      location.href,
      document.title,
      await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused'
      )
    ])
    expect([url, title, refused]).toEqual(['https://keyquay.app.localhost/index.html', 'Fixture', 'refused'])
    expect(await fixture.page.evaluate(async () => (await fetch('/missing.html')).status)).toBe(404)
  })

  it('is the size that was asked', async () => {
    expect(await fixture.page.evaluate(() => [innerWidth, innerHeight])).toEqual([900, 620])
  })

  it("has Electron's URL, title and preferences in the main process", async () => {
    expect(
      await fixture.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        const contents = window?.webContents as Electron.WebContents & {
          getLastWebPreferences(): Electron.WebPreferences
        }
        const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
        return [contents.getURL(), window?.getTitle(), sandbox, contextIsolation, nodeIntegration, webSecurity]
      })
    ).toEqual(['app://keyquay/index.html', 'Fixture', true, true, false, true])
  })

  it('belongs to the window that Playwright finds', async () => {
    const window = await fixture.app.browserWindow(fixture.page)
    expect(await window.evaluate((one: Electron.BrowserWindow) => one.getBounds().width)).toBe(900)
  })

  it('follows the theme the app has chosen', async () => {
    const isDark = (): Promise<boolean> =>
      fixture.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    await fixture.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'))
    await expect.poll(isDark).toBe(true)
    await fixture.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'light'))
    await expect.poll(isDark).toBe(false)
  })
})

describe('what is missing', () => {
  it('is named when it is used', async () => {
    expect(
      await fixture.evaluate((electron) => {
        const [window] = electron.BrowserWindow.getAllWindows()
        const attempts = [
          () => electron.app.getGPUInfo('basic'),
          () => window?.setVibrancy('menu'),
          () => electron.desktopCapturer.getSources({ types: [] }),
          () => (electron.BrowserWindow as unknown as { addDevToolsExtension: unknown }).addDevToolsExtension,
          () => electron.shell.readShortcutLink('x'),
          () => (electron as unknown as { nope: unknown }).nope
        ] as (() => unknown)[]
        return attempts.map((attempt) => {
          try {
            return String(attempt())
          } catch (error) {
            return (error as Error).message
          }
        })
      })
    ).toEqual(
      [
        'app.getGPUInfo',
        'BrowserWindow.setVibrancy',
        'desktopCapturer.getSources',
        'BrowserWindow.addDevToolsExtension',
        'shell.readShortcutLink',
        'electron.nope'
      ].map((what) => `electron stand-in: ${what} is not answered here`)
    )
  })
})
