import { useMemo } from 'react'
import { boundsOf, filterOf, type CallView } from '../../../stores/call-view'
import type { CallFilter } from '../../../stores/call-pages'
import { useNow } from '../../../ui/use-now'

export interface Asked {
  readonly filter: CallFilter
  readonly bounds: { readonly fromMs: number | null; readonly untilMs: number | null }
}

/** A view as the core is asked for it. The same object until the view changes or the hour turns. */
export function useAsked(view: CallView): Asked {
  const nowMs = useNow(60_000)
  const { fromMs } = boundsOf(view.when, nowMs)
  return useMemo(
    () => ({ filter: filterOf(view, nowMs), bounds: boundsOf(view.when, nowMs) }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the clock only what moves the beginning counts
    [view, fromMs]
  )
}
