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

const closingListeners = new Set<(targetId: string) => void>()
const wanted: ((page: AttachedPage) => void)[] = []
let adoptable: AttachedPage | undefined
let chromium: Chromium | undefined
let connection: Connection | undefined
let strayListener: (page: StrayPage) => void = refusePage

/** Connects to a Chromium that has just been started; resolves when it answers. */
export async function connectBrowser(started: Chromium, onGone: () => void): Promise<void> {
  chromium = started
  const opened = new Connection(started.toBrowser, started.fromBrowser, onGone)
  connection = opened
  opened.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = opened.session(sessionId)
    if (targetInfo.type !== 'page') {
      session.post('Runtime.runIfWaitingForDebugger')
      opened.browser.post('Target.detachFromTarget', { sessionId })
      return
    }
    const page = { targetId: targetInfo.targetId, session }
    const next = targetInfo.openerId === undefined ? wanted.shift() : undefined
    if (next) next(page)
    else if (started.isHeaded && adoptable === undefined && targetInfo.url.startsWith('data:')) adoptable = page
    else strayListener({ ...page, openerId: targetInfo.openerId, url: targetInfo.url })
  })
  opened.browser.on('Target.detachedFromTarget', ({ targetId }) => {
    if (targetId !== undefined) for (const listener of [...closingListeners]) listener(targetId)
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
export function openPage(size: { readonly width: number; readonly height: number }): Promise<AttachedPage> {
  if (adoptable) {
    const page = adoptable
    // Never adopted twice, never undefined again: later data: pages are strays.
    adoptable = undefined
    adopted = true
    return Promise.resolve(page)
  }
  const page = new Promise<AttachedPage>((resolve) => wanted.push(resolve))
  if (isHeaded()) {
    if (adopted) openAppWindow()
    adopted = true
  } else {
    browserSession().post('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
  }
  return page
}
let adopted = false

export function closePage(targetId: string): void {
  browserSession().post('Target.closeTarget', { targetId })
}

/** Closes a page that may not load. It is let go of first: a page that waits may not close either. */
export function refusePage({ session, targetId }: AttachedPage): void {
  // Every request of it stops here and is never let through.
  session.post('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  session.post('Runtime.runIfWaitingForDebugger')
  closePage(targetId)
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
