import { spawn } from 'node:child_process'
import type { Chromium } from './chromium.ts'
import { Connection, type Session } from './cdp.ts'

/** A page of Chromium's that is ours to fill: its session is attached and it waits before loading. */
export interface AttachedPage {
  readonly targetId: string
  readonly session: Session
}

/** A page that a page opened, or that the user did, with nobody here having asked for it. */
export interface StrayPage extends AttachedPage {
  readonly openerId: string | undefined
  readonly url: string
}

type Size = Electron.Size

const closingListeners = new Set<(targetId: string) => void>()
let chromium: Chromium | undefined
let connection: Connection | undefined
let strayListener: (page: StrayPage) => void = refusePage

// On a display Chromium opens its windows itself: they are taken in their order.
const wanted: ((page: AttachedPage) => void)[] = []
let firstWindow: AttachedPage | undefined
let isFirstTaken = false

// Without one they are made by name. A page can be there before the answer that names it, so none
// is a stray while one is being made.
const claims = new Map<string, (page: AttachedPage) => void>()
const early: StrayPage[] = []
let beingMade = 0

/** Connects to a Chromium that has just been started; resolves when it answers. */
export async function connectBrowser(started: Chromium, onGone: () => void): Promise<void> {
  chromium = started
  const opened = new Connection(started.toBrowser, started.fromBrowser, onGone)
  connection = opened
  opened.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type, targetId, openerId, url } }) => {
    const session = opened.session(sessionId)
    if (type === 'page') return arrived({ targetId, session, openerId, url })
    session.post('Runtime.runIfWaitingForDebugger')
    opened.browser.post('Target.detachFromTarget', { sessionId })
  })
  opened.browser.on('Target.detachedFromTarget', ({ targetId }) => {
    if (targetId === undefined) return
    if (firstWindow?.targetId === targetId) firstWindow = undefined
    for (const listener of [...closingListeners]) listener(targetId)
  })
  await opened.browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
}

/** The browser's own session. */
export function browserSession(): Session {
  if (!connection) throw new Error('Chromium is not connected')
  return connection.browser
}

/** The session of a frame or worker that a page reported. */
export function sessionOf(sessionId: string): Session {
  if (!connection) throw new Error('Chromium is not connected')
  return connection.session(sessionId)
}

export function isHeaded(): boolean {
  return chromium?.isHeaded ?? false
}

/** A fresh page in a window of its own; the window's size in CSS pixels, its frame included. */
export function openPage(size: Size): Promise<AttachedPage> {
  return isHeaded() ? nextWindow() : makePage(size)
}

function nextWindow(): Promise<AttachedPage> {
  if (firstWindow) {
    const page = firstWindow
    firstWindow = undefined
    return Promise.resolve(page)
  }
  const page = new Promise<AttachedPage>((resolve) => wanted.push(resolve))
  if (isFirstTaken) openAppWindow()
  isFirstTaken = true
  return page
}

async function makePage(size: Size): Promise<AttachedPage> {
  beingMade++
  try {
    const made = await browserSession().send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
    const at = early.findIndex(({ targetId }) => targetId === made.targetId)
    const [page] = at < 0 ? [] : early.splice(at, 1)
    return page ?? (await new Promise<AttachedPage>((resolve) => claims.set(made.targetId, resolve)))
  } finally {
    if (--beingMade === 0) for (const stray of early.splice(0)) strayListener(stray)
  }
}

function arrived(page: StrayPage): void {
  const claim = claims.get(page.targetId)
  claims.delete(page.targetId)
  if (claim) return claim(page)
  if (page.openerId !== undefined) return strayListener(page)
  if (beingMade > 0) return void early.push(page)
  const next = wanted.shift()
  if (next) return next(page)
  // Chromium's own first window, whatever its address is so far.
  if (!isHeaded() || isFirstTaken) return strayListener(page)
  isFirstTaken = true
  firstWindow = page
}

export function closePage(targetId: string): void {
  browserSession().post('Target.closeTarget', { targetId })
}

/**
 * Closes a page that may not load. It is let go of first: a page that waits may not close, and the
 * page that opened it waits with it.
 */
export function refusePage({ session, targetId }: AttachedPage): void {
  // Every request of it stops here and is never let through.
  session.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  const close = (): void => closePage(targetId)
  session.send('Runtime.runIfWaitingForDebugger').then(close, close)
  // One that does not answer is closed all the same.
  setTimeout(close, 2000).unref()
}

export function onPageGone(listener: (targetId: string) => void): void {
  closingListeners.add(listener)
}

export function onStrayPage(listener: (page: StrayPage) => void): void {
  strayListener = listener
}

// The protocol only opens windows with tabs and an address bar. A second start with the same
// profile hands its --app to the running Chromium and ends.
function openAppWindow(): void {
  if (!chromium) return
  const flags = [`--user-data-dir=${chromium.profileDir}`, '--app=data:text/html,', '--test-type']
  if (process.getuid?.() === 0) flags.push('--no-sandbox')
  spawn(chromium.program, flags, { stdio: 'ignore' }).on('error', () => undefined)
}
