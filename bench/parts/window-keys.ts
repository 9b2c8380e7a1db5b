import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keep, say, spreadOf, tellFigures } from '../figures'
import { PASSWORD } from '../filled-home'
import { openWindow } from '../window'

const COUNT = 100_000
// As people type them: most letters narrow the list further.
const WORDS = ['backup-12', 'stripe 97', 'metrics-39', 'deploy aws 4']
const FRAME_MS = 50

const { page, close } = await openWindow(join(process.env.BENCH_HOMES ?? '', String(COUNT)))
try {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByLabel('Master password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await page.getByRole('searchbox', { name: 'Search keys' }).waitFor()
  await page.getByText('100,000 keys').waitFor()

  say('typing')
  const typed: number[] = []
  await typeAndTime(page, WORDS[0] ?? '')
  for (const word of WORDS) typed.push(...(await typeAndTime(page, word)))
  const keystroke = spreadOf(typed)
  keep(
    '100,000 keys: from a keystroke in the search to its result painted',
    'ms',
    keystroke,
    `${String(typed.length)} keystrokes`,
    {
      text: `under ${String(FRAME_MS)} ms`,
      met: keystroke.median < FRAME_MS
    }
  )

  say('scrolling')
  const scrolled = await scrollAndLook(page)
  keep(
    '100,000 keys: scrolling by the wheel, frames with a row that is not there yet',
    'ms',
    scrolled.blankMs,
    `${String(scrolled.blank)} of ${String(scrolled.frames)} frames`,
    {
      text: 'none',
      met: scrolled.blank === 0
    }
  )
  keep('100,000 keys: a frame while scrolling', 'ms', spreadOf(scrolled.gaps), 'the time between two frames')
  keep(
    '100,000 keys: a jump of the scroll bar to anywhere, until every row is there',
    'ms',
    spreadOf(await jumpAndTime(page))
  )
} finally {
  await close()
}
tellFigures()

/** Types a word letter by letter as a person would, and answers how long each took to be answered and painted. */
async function typeAndTime(page: Page, word: string): Promise<number[]> {
  const search = page.getByRole('searchbox', { name: 'Search keys' })
  await search.fill('')
  await page.getByText('100,000 keys').waitFor()
  await search.focus()
  const taken: number[] = []
  let typed = ''
  for (const letter of word) {
    typed += letter
    // What the core finds for it tells when the window shows it.
    const wanted = await page.evaluate(async (text) => {
      const answer = await window.keyquay['keys.list']({ text, limit: 1 })
      return answer.ok ? { total: answer.value.total, first: answer.value.items[0]?.id ?? '' } : null
    }, typed)
    // The listener is there before the key: the two reach the page by different ways.
    const painted = await page.evaluateHandle(listenForKey, wanted?.total ?? -1)
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    const ms = await painted.evaluate(({ ms: taken }) => taken)
    if (ms !== null) taken.push(ms)
  }
  return taken
}

/** Runs in the page. Null where the letter changed nothing that could be seen: no frame tells the two apart. */
function listenForKey(total: number): { ms: Promise<number | null> } {
  const statuses = [...document.querySelectorAll('[role="status"]')]
  const status = statuses.find(({ textContent }) => /^[\d,]+ keys?$/.test(textContent))
  if (status === undefined) throw new Error('the list says no count of keys')
  const wanted = total.toLocaleString('en')
  const shows = (): boolean => status.textContent.split(' ')[0] === wanted
  const before = shows()
  const LONGEST_MS = 10_000
  const ms = new Promise<number | null>((resolve, reject) => {
    document.addEventListener(
      'keydown',
      (event) => {
        const look = (): void => {
          if (!shows()) {
            if (performance.now() - event.timeStamp < LONGEST_MS) requestAnimationFrame(look)
            else reject(new Error(`${wanted} keys were not shown`))
            return
          }
          // A task after the frame's callbacks runs when the frame was handed to the compositor.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            resolve(before ? null : performance.now() - event.timeStamp)
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
  // In an object, so that it is not waited for here.
  return { ms }
}

interface Scrolled {
  readonly frames: number
  readonly blank: number
  readonly blankMs: number
  readonly gaps: number[]
}

/** Scrolls for some seconds at the speed of a quick wheel and counts the frames in which a row in view had no content. */
async function scrollAndLook(page: Page): Promise<Scrolled> {
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('')
  await page.getByText('100,000 keys').waitFor()
  return page.evaluate(
    () =>
      new Promise<Scrolled>((resolve) => {
        const grid = document.querySelector<HTMLElement>('[role="grid"]')
        if (grid === null) throw new Error('there is no list')
        const pixelsPerMs = 4
        const gaps: number[] = []
        let blank = 0
        let blankMs = 0
        let last = performance.now()
        const startedAt = last
        const frame = (): void => {
          const nowMs = performance.now()
          const gap = nowMs - last
          last = nowMs
          gaps.push(gap)
          if (hasBlankRow(grid)) {
            blank += 1
            blankMs += gap
          }
          grid.scrollTop += gap * pixelsPerMs
          if (nowMs - startedAt < 4_000) requestAnimationFrame(frame)
          else resolve({ frames: gaps.length, blank, blankMs, gaps: gaps.slice(1) })
        }
        const hasBlankRow = (list: HTMLElement): boolean => {
          const { top, bottom } = list.getBoundingClientRect()
          return [...list.querySelectorAll('[aria-busy="true"]')].some((row) => {
            const place = row.getBoundingClientRect()
            return place.bottom > top + 32 && place.top < bottom
          })
        }
        requestAnimationFrame(frame)
      })
  )
}

/** Drags the scroll bar to places all over the list, and answers how long each took until every row in view was there. */
function jumpAndTime(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const grid = document.querySelector<HTMLElement>('[role="grid"]')
    if (grid === null) throw new Error('there is no list')
    const taken: number[] = []
    for (let jump = 1; jump <= 15; jump += 1) {
      const startedAt = performance.now()
      grid.scrollTop = (grid.scrollHeight * ((jump * 7) % 15)) / 15
      await new Promise<void>((resolve) => {
        const look = (): void => {
          const rows = grid.querySelectorAll('[data-index]').length
          if (rows > 0 && grid.querySelector('[aria-busy="true"]') === null) resolve()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(() => requestAnimationFrame(look))
      })
      taken.push(performance.now() - startedAt)
    }
    return taken
  })
}
