import { useLayoutEffect, useState, type RefObject } from 'react'

interface Scrolled {
  readonly scrollTop: number
  readonly viewHeight: number
}

/** How far an element is scrolled and how much of it is seen below what sticks to its top. */
export function useLook(scroller: RefObject<HTMLElement | null>, stuckHeight: number): Scrolled {
  const [look, setLook] = useState<Scrolled>({ scrollTop: 0, viewHeight: 0 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const read = (): void => {
      const viewHeight = Math.max(0, element.clientHeight - stuckHeight)
      setLook((before) =>
        before.scrollTop === element.scrollTop && before.viewHeight === viewHeight
          ? before
          : { scrollTop: element.scrollTop, viewHeight }
      )
    }
    read()
    const sizes = new ResizeObserver(read)
    sizes.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [scroller, stuckHeight])
  return look
}
