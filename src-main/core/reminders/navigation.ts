import type { Place } from '@contract/model/place'

export interface Navigation {
  /** The window is to go there: now, or after the next unlock. */
  want(place: Place): void
  /** Where to, once. */
  take(): Place | null
}

/** Keeps the last wish until the window asks for it: a click may come while it is closed, or the vault locked. */
export function createNavigation(parts: { openWindow: () => void; wanted: () => void }): Navigation {
  let wish: Place | null = null
  return {
    want(place) {
      wish = place
      parts.openWindow()
      parts.wanted()
    },
    take() {
      const taken = wish
      wish = null
      return taken
    }
  }
}
