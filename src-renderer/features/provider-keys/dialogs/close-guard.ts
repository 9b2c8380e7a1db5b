import { createContext, useContext, useEffect } from 'react'

export interface CloseGuard {
  /** Set while something must be asked before the dialog may close. */
  set(ask: (() => void) | null): void
}

export const CloseGuardContext = createContext<CloseGuard>({ set: () => undefined })

/** While `ask` is given, closing the dialog calls it instead. */
export function useCloseGuard(ask: (() => void) | null): void {
  const guard = useContext(CloseGuardContext)
  useEffect(() => {
    guard.set(ask)
    return () => {
      guard.set(null)
    }
  })
}
