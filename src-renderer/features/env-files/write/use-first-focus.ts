import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives the focus to what is marked for it when a page of a dialog appears, or is `ready` later: the kit does so only for
 * the first.
 */
export function useFirstFocus(ready = true): RefObject<HTMLFormElement | null> {
  const page = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (ready) page.current?.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)')?.focus()
  }, [ready])
  return page
}
