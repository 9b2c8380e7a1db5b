import { toAppUrl, toPageUrl } from './app-urls.ts'
import type { Session } from './cdp.ts'

/**
 * Tells the navigations of a page's top frame that Electron's guards are asked about from those
 * they never hear of: what the app itself loads, and a reload that the page has not asked for.
 * Whatever cannot be told is asked about.
 */
export class Navigations {
  readonly #ofTheApp = new Set<string>()
  #pageAskedFor: string | undefined
  #reloading: string | undefined

  watch(session: Session, topFrameId: string): void {
    // The page's wish comes first, on the same way; `location.reload()` is one.
    session.on('Page.frameRequestedNavigation', ({ frameId, reason }) => {
      if (frameId === topFrameId) this.#pageAskedFor = reason
    })
    session.on('Page.frameStartedNavigating', ({ frameId, url, navigationType }) => {
      if (frameId !== topFrameId) return
      const isReload = navigationType === 'reload' || navigationType === 'reloadBypassingCache'
      this.#reloading = isReload && this.#pageAskedFor !== 'reload' ? withoutHash(toAppUrl(url)) : undefined
      this.#pageAskedFor = undefined
    })
  }

  /** The app loads this; the navigation is its own until `finished`. */
  started(url: string): void {
    this.#ofTheApp.add(toKey(url))
  }

  finished(url: string): void {
    this.#ofTheApp.delete(toKey(url))
  }

  /** Whether the navigation that is about to request this goes on without the guards. */
  takeUnguarded(url: string): boolean {
    const isReload = this.#reloading === withoutHash(url)
    this.#reloading = undefined
    return this.#ofTheApp.delete(toKey(url)) || isReload
  }
}

// As Chromium will ask for it: with a lower-case host and a path.
function toKey(url: string): string {
  return withoutHash(toAppUrl(new URL(toPageUrl(url)).href))
}

function withoutHash(url: string): string {
  return url.split('#', 1)[0] ?? ''
}
