import { useEffect, useRef } from 'react'

// What is open above has the first right to the key; looked at before any of it reacts.
const above = '[role="dialog"], #floating [role="menu"], #floating [role="listbox"]'

/** Runs `onEscape` when Escape has nothing nearer to close: no dialog, no menu, no search text. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || somethingAbove()) return
      if (event.target instanceof HTMLInputElement && event.target.type === 'search') return
      latest.current()
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => {
      window.removeEventListener('keydown', listen, { capture: true })
    }
  }, [])
}

/** The kit keeps closed lists in the page, out of sight. */
function somethingAbove(): boolean {
  return [...document.querySelectorAll(above)].some((element) => element.checkVisibility())
}
