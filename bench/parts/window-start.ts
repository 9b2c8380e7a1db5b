import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { COST_FLOOR, measureCost } from '@main/crypto/argon2'
import { residentMiB } from '../agent'
import { grouped, keep, say, spreadOf, tellFigures } from '../figures'
import { PASSWORD } from '../filled-home'
import { measure } from '../measure'
import { findRuntime } from '../runtime'

const STARTS = 5
const UNLOCKS = 5
const LOCK_SCREEN_MS = 1_500
const LIST_MS = 300
const homes = process.env.BENCH_HOMES ?? ''

interface Started {
  readonly page: Page
  readonly pid: number
  /** From the start of the process until the lock screen was painted. */
  readonly lockScreenMs: number
  end(): Promise<void>
}

const { executable, env, describe } = await findRuntime()
say(describe())
const starts: number[] = []
for (let run = 0; run <= STARTS; run += 1) {
  const { lockScreenMs, end } = await start(10_000)
  await end()
  if (run > 0) starts.push(lockScreenMs)
}
const cold = spreadOf(starts)
keep(`from the start of the process to the lock screen painted, ${describe()}`, 'ms', cold, '', {
  text: `under ${grouped(LOCK_SCREEN_MS)} ms`,
  met: cold.median < LOCK_SCREEN_MS
})
for (const count of [10_000, 100_000]) await measureUnlock(count)
tellFigures()

async function measureUnlock(count: number): Promise<void> {
  say(`unlocking ${grouped(count)} keys`)
  const derivation = await measure(() => measureCost(COST_FLOOR), 5)
  const { page, pid, end } = await start(count)
  try {
    const taken: number[] = []
    for (let run = 0; run <= UNLOCKS; run += 1) {
      await page.getByLabel('Master password').fill(PASSWORD)
      const waiting = page.evaluate(untilFirstRow)
      await page.getByRole('button', { name: 'Unlock' }).click()
      const ms = await waiting
      if (run > 0) taken.push(ms - derivation.median)
      if (run < UNLOCKS) await lock(page)
    }
    const title = `${grouped(count)} keys`
    const unlocked = spreadOf(taken)
    keep(
      `${title}: from the end of the key derivation to the first row painted`,
      'ms',
      unlocked,
      'from the click, less the derivation',
      {
        text: `under ${String(LIST_MS)} ms`,
        met: unlocked.median < LIST_MS
      }
    )
    const memory = residentMiB(pid)
    if (memory !== null) keep(`${title}: the main process with its store, unlocked and idle`, 'MiB', memory)
    keep(`${title}: the page’s own memory of scripts`, 'MiB', await heapMiB(page))
  } finally {
    await end()
  }
}

/** Starts the built app as a person does and looks at it from outside only once it is there. */
async function start(count: number): Promise<Started> {
  const args = ['--remote-debugging-port=0', '.', '--home', join(homes, String(count))]
  const startedAt = Date.now()
  const child = spawn(executable, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true
  })
  const browser = await connect(child)
  const page = await firstPage(browser)
  page.setDefaultTimeout(180_000)
  await page.getByLabel('Master password').waitFor()
  const paintedAt = await page.evaluate(lastLargePaint)
  return {
    page,
    pid: child.pid ?? 0,
    lockScreenMs: paintedAt - startedAt,
    async end() {
      const gone = new Promise((resolve) => child.once('close', resolve))
      await browser.close()
      child.kill('SIGTERM')
      await gone
    }
  }
}

async function connect(child: ChildProcess): Promise<Browser> {
  // Not bundled: it finds its own files beside it.
  const { chromium } = createRequire(join(process.cwd(), 'package.json'))(
    '@playwright/test'
  ) as typeof import('@playwright/test')
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.once('close', (code) => {
      reject(new Error(`the app ended with ${String(code)}: ${said.slice(0, 1_000)}`))
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /^DevTools listening on (ws:\S+)$/m.exec(said)
      if (found?.[1] !== undefined) resolve(found[1])
    })
  })
  return chromium.connectOverCDP(address)
}

/** The window's page; it has an empty document before its own. */
async function firstPage(browser: Browser): Promise<Page> {
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('the app has no window')
  return context.pages()[0] ?? context.waitForEvent('page')
}

/** At lock the page is loaded anew, and what was asked of the old one is never answered. */
async function lock(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => void window.keyquay['session.lock']({})).catch(() => undefined)
  await loaded
}

/** Runs in the page: when the largest thing on it was painted, in milliseconds since 1970. */
function lastLargePaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1)
      if (last !== undefined) resolve(performance.timeOrigin + last.startTime)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
}

/** Runs in the page: the time from the next click to the first row painted. */
function untilFirstRow(): Promise<number> {
  return new Promise((resolve) => {
    document.addEventListener(
      'click',
      (event) => {
        const look = (): void => {
          if (document.querySelector('[role="grid"] [data-index]:not([aria-busy="true"])') === null) {
            requestAnimationFrame(look)
            return
          }
          // A task after the frame's callbacks runs when the frame was handed to the compositor.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            resolve(performance.now() - event.timeStamp)
          }
          requestAnimationFrame(() => {
            port2.postMessage(null)
          })
        }
        look()
      },
      { capture: true, once: true }
    )
  })
}

async function heapMiB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}
