import type { Session } from './cdp.ts'

/** What a page has said of a window that it wants opened. */
export interface OpenRequest {
  readonly url: string
  readonly frameName: string
  readonly features: string
  readonly disposition: 'new-window' | 'foreground-tab' | 'background-tab'
}

// A page's word and its window come by two ways; under load one can be this much later.
const patience = 5000
const staleness = 30_000
const changed = new Set<() => void>()

/** The windows that one page has asked for and that have not been dealt with, oldest first. */
export class OpenRequests {
  readonly #waiting: (OpenRequest & { readonly at: number })[] = []

  /** Listens to a page, or to a frame in it that is a page of its own to Chromium. */
  watch(session: Session): void {
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const features = windowFeatures.join(',')
      const frameName = windowName === '_blank' ? '' : windowName
      this.#add({ url, frameName, features, disposition: features ? 'new-window' : 'foreground-tab' })
    })
    // A link that a person opens elsewhere, by a middle click for one.
    session.on('Page.frameRequestedNavigation', ({ url, disposition }) => {
      if (disposition !== 'newTab' && disposition !== 'newWindow') return
      this.#add({
        url,
        frameName: '',
        features: '',
        disposition: disposition === 'newTab' ? 'background-tab' : 'new-window'
      })
    })
  }

  take(): OpenRequest | undefined {
    // One whose window never came must not speak for the next.
    while (this.#waiting[0] && Date.now() - this.#waiting[0].at > staleness) this.#waiting.shift()
    return this.#waiting.shift()
  }

  #add(request: OpenRequest): void {
    this.#waiting.push({ ...request, at: Date.now() })
    for (const look of [...changed]) look()
  }
}

/** What `find` gives, as soon as it gives something; undefined if no page says anything in time. */
export function whenRequested<T>(find: () => T | undefined): Promise<T | undefined> {
  const found = find()
  if (found !== undefined) return Promise.resolve(found)
  return new Promise((resolve) => {
    const settle = (value: T | undefined): void => {
      clearTimeout(timer)
      changed.delete(look)
      resolve(value)
    }
    const look = (): void => {
      const value = find()
      if (value !== undefined) settle(value)
    }
    const timer = setTimeout(() => settle(undefined), patience)
    changed.add(look)
  })
}
