import type { Session } from './cdp.ts'

// Runs in every frame of a page, before its scripts.
function replaceWindowOpen(): void {
  const { apply } = Reflect
  const open = window.open
  const replacement = {
    open(...args: unknown[]): null {
      apply(open, window, args)
      return null
    }
  }
  Object.defineProperty(window, 'open', {
    value: replacement.open,
    writable: true,
    enumerable: true,
    configurable: true
  })
}

/**
 * Electron answers a denied `window.open` with null. Chromium has a window to give before the app
 * can be asked, so the page always gets null; the window itself waits, loading nothing, and is
 * closed if the app refuses it. A page that undoes this gets a window that is about to close.
 */
export function answerWindowOpen(session: Session): void {
  session.post('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(replaceWindowOpen)})()` })
}
