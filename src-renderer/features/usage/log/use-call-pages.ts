import { useEffect, useState, useSyncExternalStore } from 'react'
import { createCallPages, type CallFilter, type CallPages, type CallPagesState } from '../../../stores/call-pages'

/** The calls of a filter for as long as the component is there. */
export function useCallPages(filter: CallFilter): CallPagesState & { readonly pages: CallPages } {
  const [pages] = useState(() => createCallPages())
  const state = useSyncExternalStore(pages.subscribe, pages.read)
  useEffect(() => {
    pages.ask(filter)
  }, [pages, filter])
  return { ...state, pages }
}
