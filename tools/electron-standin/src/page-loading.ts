import { createEvent } from './answered.ts'
import { toPageUrl } from './app-urls.ts'
import type { Session } from './cdp.ts'
import type { Navigations } from './navigations.ts'
import { netErrorCode } from './net-errors.ts'
import type { PageFrames } from './page-frames.ts'
import type { WebContents } from './web-contents.ts'

/** How far a page's top document has come, and Electron's events of it. */
export class PageLoading {
  readonly #session: Session
  readonly #frames: PageFrames
  readonly #contents: WebContents
  /** How many of the top frame's documents there had been when one last finished. */
  #finished = 0
  isLoading = false

  constructor(session: Session, frames: PageFrames, contents: WebContents) {
    this.#session = session
    this.#frames = frames
    this.#contents = contents
    this.#watch()
  }

  /** Called when the top frame's request for a document has been let through. */
  started(url: string): void {
    this.isLoading = true
    const frame = this.#frames.main
    this.#contents.emit('did-start-loading')
    const event = createEvent({ url, isSameDocument: false, isMainFrame: true, frame })
    this.#contents.emit('did-start-navigation', event, url, false, true, 1, 1)
  }

  /** Loads what the app asks for; resolves when that document, or one that came after it, has loaded. */
  async load(url: string, options: Electron.LoadURLOptions, navigations: Navigations): Promise<void> {
    this.isLoading = true
    navigations.started(url)
    const referrer = typeof options.httpReferrer === 'string' ? { referrer: options.httpReferrer } : {}
    const before = this.#frames.moves
    const { errorText, loaderId } = await this.#session
      .send('Page.navigate', { url: toPageUrl(url), ...referrer })
      .finally(() => navigations.finished(url))
    if (errorText !== undefined) this.#refuse(url, errorText)
    // Without a new document it only went elsewhere in the one that is there.
    else if (loaderId === undefined) await this.#whenMoved(before)
    else await this.#whenLoaded(loaderId)
  }

  #refuse(url: string, errorText: string): never {
    this.isLoading = false
    const description = errorText.replace('net::', '')
    const code = netErrorCode(description)
    this.#contents.emit('did-fail-load', {}, code, description, url, true, 1, 1)
    const message = `${description} (${String(code)}) loading '${url}'`
    throw Object.assign(new Error(message), { errno: code, code: description, url })
  }

  async #whenMoved(before: number): Promise<void> {
    if (this.#frames.moves === before) await this.#whenever('did-navigate-in-page', () => this.#frames.moves > before)
    this.isLoading = false
  }

  // By the document's name: the page that Chromium opened with can still report its own end.
  #whenLoaded(loaderId: string): Promise<void> {
    const isLoaded = (): boolean => {
      const at = this.#frames.documents.indexOf(loaderId)
      return at >= 0 && at < this.#finished
    }
    return isLoaded() ? Promise.resolve() : this.#whenever('did-finish-load', isLoaded)
  }

  /** Waits for an event after which something is so, or for the page's end. */
  #whenever(event: string, isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isSo() && !this.#contents.isDestroyed()) return
        this.#contents.off(event, look).off('destroyed', look)
        resolve()
      }
      this.#contents.on(event, look).on('destroyed', look)
    })
  }

  #watch(): void {
    const contents = this.#contents
    this.#session.on('Page.domContentEventFired', () => {
      contents.reapply()
      if (this.#frames.isFilled) contents.emit('dom-ready', {})
    })
    this.#session.on('Page.loadEventFired', () => {
      if (!this.#frames.isFilled) return
      this.isLoading = false
      this.#finished = this.#frames.documents.length
      contents.emit('did-frame-finish-load', {}, true, 1, 1)
      contents.emit('did-finish-load')
      contents.emit('did-stop-loading')
    })
    this.#session.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (name === 'firstPaint' && frameId === this.#frames.main.id && this.#frames.isFilled)
        contents.emit('first-paint')
    })
  }
}
