import { useEffect } from 'react'
import { create } from 'zustand'

interface Leave {
  /** Something was entered beside the list and is not saved. */
  readonly entered: boolean
  /** Where the person wants to be, until they say what becomes of what was entered. */
  readonly waiting: readonly (() => void)[]
}

const nothing: Leave = { entered: false, waiting: [] }

export const useLeave = create<Leave>()(() => nothing)

/** Goes there at once, or after the person agreed to throw away what was entered and not saved. */
export function leaveTo(go: () => void): void {
  const { entered, waiting } = useLeave.getState()
  if (entered) useLeave.setState({ waiting: [...waiting, go] })
  else go()
}

/** Asks before anything is left while `entered`; where that shows is gone, nothing is asked. */
export function useEntered(entered: boolean): void {
  useEffect(() => {
    useLeave.setState({ entered })
    return () => {
      useLeave.setState(nothing)
    }
  }, [entered])
}

/** What was entered stays, and so does the person. */
export function stay(): void {
  useLeave.setState({ waiting: [] })
}

/** Throws away what was entered and goes where the person wants to be. */
export function discardAndGo(): void {
  const { waiting } = useLeave.getState()
  useLeave.setState(nothing)
  for (const go of waiting) go()
}
