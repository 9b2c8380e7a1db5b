import { createEvent } from './answered.ts'
import { toAppUrl } from './app-urls.ts'
import type { AttachedPage } from './browser.ts'
import type { Session } from './cdp.ts'
import { Frame } from './frames.ts'
import type { WebContents } from './web-contents.ts'

/** The frames of one page, by the protocol's ids, and Electron's events of their navigations. */
export class PageFrames {
  readonly #contents: WebContents
  readonly #frames = new Map<string, Frame>()
  /** The documents that the top frame has had, oldest first, as the protocol names them. */
  readonly documents: string[] = []
  /** How often it has gone elsewhere in the one that was there. */
  moves = 0
  readonly main: Frame

  constructor({ session, targetId }: AttachedPage, contents: WebContents) {
    this.#contents = contents
    this.main = new Frame(session, targetId, null)
    this.#frames.set(targetId, this.main)
    this.#watch(session)
  }

  get(frameId: string): Frame | undefined {
    return this.#frames.get(frameId)
  }

  /** Whether the top frame shows something of the app's, not the page Chromium started with. */
  get isFilled(): boolean {
    return this.main.url !== '' && !this.main.url.startsWith('data:text/html,')
  }

  #watch(session: Session): void {
    const contents = this.#contents
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, new Frame(session, frameId, this.#frames.get(parentFrameId) ?? null))
    })
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'swap') return
      this.#frames.get(frameId)?.remove()
      this.#frames.delete(frameId)
    })
    session.on(
      'Page.frameNavigated',
      ({ frame: { id, loaderId, url, urlFragment = '', securityOrigin, name = '' } }) => {
        const frame = this.#frames.get(id)
        const isMain = frame === this.main
        frame?.committed(url + urlFragment, securityOrigin, name)
        if (isMain) this.documents.push(loaderId)
        contents.emit('did-frame-navigate', {}, frame?.url, 200, '', isMain, 1, frame?.routingId)
        if (isMain && !url.startsWith('data:')) contents.emit('did-navigate', createEvent({}), frame.url, 200, 'OK')
      }
    )
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId)
      if (!frame) return
      frame.url = toAppUrl(url)
      const isMainFrame = frame === this.main
      if (isMainFrame) this.moves++
      const event = createEvent({ url: frame.url, isSameDocument: true, isMainFrame, frame })
      contents.emit('did-start-navigation', event, frame.url, true, isMainFrame, 1, frame.routingId)
      contents.emit('did-navigate-in-page', {}, frame.url, isMainFrame, 1, frame.routingId)
    })
  }
}
