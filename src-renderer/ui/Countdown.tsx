import { useState } from 'react'
import { Ring } from './Ring'
import { useNow } from './use-now'

interface CountdownProps {
  readonly until: string
  readonly size?: number
  /** Says the seconds left. */
  readonly label?: (seconds: number) => string
}

/** A ring that runs down to a moment, with the seconds in words when a label is given. */
export function Countdown({ until, size = 16, label }: CountdownProps) {
  const nowMs = useNow(250)
  const leftMs = Math.max(0, Date.parse(until) - nowMs)
  const [wholeMs] = useState(() => Math.max(1, leftMs))
  return (
    <>
      <Ring left={leftMs / wholeMs} size={size} />
      {label && <span>{label(Math.ceil(leftMs / 1000))}</span>}
    </>
  )
}
