import { useEffect, useRef, type RefObject } from 'react'

/** Gives the focus to what is marked for it when a page of a dialog appears: the kit does so only for the first. */
export function useFirstFocus(): RefObject<HTMLFormElement | null> {
  const page = useRef<HTMLFormElement>(null)
  useEffect(() => {
    page.current?.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)')?.focus()
  }, [])
  return page
}
