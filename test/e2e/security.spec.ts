import { spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { callNames, eventNames } from '../../src-preload/contract/names'
import { addKey, openVault } from './drive'
import { expect, test, testOfVault } from './keyquay'

const SECRET = 'cap_canary2f7a9c1e5b8d3f6a0c4e7b1d'

/** Runs `attempt` in the page and answers what came of it, as text. */
function tried(page: Page, attempt: string): Promise<string> {
  return page.evaluate(
    (code) =>
      new Promise<string>((resolve) => {
        const settle = (outcome: string): void => {
          resolve(outcome)
        }
        Object.assign(window, { settle })
        try {
          const script = document.createElement('script')
          script.textContent = code
          document.body.append(script)
        } catch (error) {
          settle(String(error))
        }
        setTimeout(() => {
          settle('never ran')
        }, 300)
      }),
    attempt
  )
}

test('check 1: every window is sandboxed, isolated and without Node', async ({ keyquay }) => {
  const preferences = await keyquay.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      // Electron has the method; its type declarations leave it out.
      const contents = window.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity }
    })
  )
  expect(preferences).toEqual([{ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true }])
})

test('check 8: the page has the contract’s functions, frozen, and nothing else of Electron or Node', async ({
  keyquay
}) => {
  const found = await keyquay.page.evaluate(() => ({
    names: Object.keys(window.keyquay).sort(),
    frozen: Object.isFrozen(window.keyquay),
    kinds: [...new Set(Object.values(window.keyquay).map((value) => typeof value))],
    foreign: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter(
      (name) => name in window
    )
  }))
  expect(found).toEqual({ names: [...callNames, ...eventNames].sort(), frozen: true, kinds: ['function'], foreign: [] })
  const replaced = await keyquay.page.evaluate(() => {
    try {
      Object.defineProperty(window, 'keyquay', { value: {} })
      return Object.keys(window.keyquay).length
    } catch {
      return 'refused'
    }
  })
  expect(replaced).toBe('refused')
})

test('check 4: nothing leads the window away or opens another', async ({ keyquay }) => {
  const { app, page } = keyquay
  const url = page.url()
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,hello']) {
    await page.evaluate((href) => {
      const link = Object.assign(document.createElement('a'), { href, textContent: 'away' })
      document.body.append(link)
      link.click()
      link.target = '_blank'
      link.click()
      link.remove()
    }, target)
  }
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
  })
  await expect(page.getByRole('button', { name: 'Create vault' })).toBeVisible()
  expect(page.url()).toBe(url)
  expect(page.frames().filter((frame) => frame.url().includes('example.com'))).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  keyquay.complaints.length = 0
})

test('check 10: the page runs no script but its own and reaches nobody', async ({ keyquay }) => {
  const { page } = keyquay
  await expect(page.getByRole('button', { name: 'Create vault' })).toBeVisible()
  expect(await tried(page, 'settle("ran")')).not.toBe('ran')
  const outcomes = await page.evaluate(async () => {
    const failing = async (attempt: () => unknown): Promise<string> => {
      try {
        await attempt()
        return 'allowed'
      } catch {
        return 'refused'
      }
    }
    const loads = (element: HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve
        element.onerror = reject
        document.body.append(element)
      })
    return {
      // In a timer, because what a debugger evaluates is excused from this part of the policy.
      eval: await failing(
        () =>
          new Promise((resolve, reject) => {
            setTimeout(() => {
              try {
                // eslint-disable-next-line @typescript-eslint/no-implied-eval -- to be refused
                resolve(new Function('return 1'))
              } catch {
                reject(new Error('refused'))
              }
            })
          })
      ),
      fetch: await failing(() => fetch('https://example.com/')),
      image: await failing(() => loads(Object.assign(new Image(), { src: 'https://example.com/x.png' }))),
      html: await failing(() => {
        document.createElement('div').innerHTML = '<b>x</b>'
      }),
      socket: await failing(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('ws://127.0.0.1:9/')
            socket.onopen = resolve
            socket.onerror = reject
          })
      )
    }
  })
  expect(outcomes).toEqual({ eval: 'refused', fetch: 'refused', image: 'refused', html: 'refused', socket: 'refused' })
  keyquay.complaints.length = 0
})

test('check 5: the page is granted nothing it asks the browser for', async ({ keyquay }) => {
  const states = await keyquay.page.evaluate(async () => {
    const names = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(states).not.toContain('granted')
})

testOfVault('check 16: a revealed secret leaves the page when its time is over', async ({ keyquay }) => {
  const { page } = keyquay
  await openVault(page)
  await page.evaluate(() => window.keyquay['settings.update']({ revealSeconds: 5 }))
  await addKey(page, { name: 'shown', secret: SECRET })
  await page.getByRole('grid', { name: 'Keys' }).getByText('shown').click()
  await page.getByRole('button', { name: 'Reveal' }).click()
  await expect(page.getByText(SECRET)).toBeVisible()
  await expect.poll(() => page.content(), { timeout: 8_000 }).not.toContain('canary')
  expect(
    await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]))
  ).not.toContain('canary')
})

test('check 49: a second start brings the first window forward and ends', async ({ keyquay }) => {
  await expect(keyquay.page.getByRole('button', { name: 'Create vault' })).toBeVisible()
  await keyquay.app.evaluate(({ app }) => {
    Object.assign(globalThis, { secondInstances: 0 })
    app.on('second-instance', () => {
      ;(globalThis as unknown as { secondInstances: number }).secondInstances += 1
    })
  })
  const executable = keyquay.app.process().spawnfile
  const second = spawn(executable, ['.', '--home', keyquay.home], { stdio: ['ignore', 'ignore', 'pipe'] })
  const said: Buffer[] = []
  second.stderr.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise((resolve) => second.on('exit', resolve))
  expect(code).toBe(0)
  expect(Buffer.concat(said).toString()).toContain('Keyquay is running already')
  const heard = (): Promise<number> =>
    keyquay.app.evaluate(() => (globalThis as unknown as { secondInstances: number }).secondInstances)
  await expect.poll(heard).toBe(1)
})
