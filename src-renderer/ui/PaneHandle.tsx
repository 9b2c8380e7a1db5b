import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import classes from './PaneHandle.module.css'

interface PaneHandleProps {
  readonly label: string
  readonly width: number
  readonly min: number
  readonly max: number
  /** The side of the handle on which the pane lies. */
  readonly pane: 'left' | 'right'
  readonly onResize: (width: number) => void
}

const STEP = 16

/** The line between two panes: drag it, or move it with the arrow keys. */
export function PaneHandle({ label, width, min, max, pane, onResize }: PaneHandleProps) {
  const grip = useRef<{ x: number; width: number } | null>(null)
  const sign = pane === 'left' ? 1 : -1
  const resize = (wanted: number): void => {
    onResize(Math.round(Math.min(max, Math.max(min, wanted))))
  }

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (grip.current !== null) resize(grip.current.width + sign * (event.clientX - grip.current.x))
  }
  const onPointerUp = (): void => {
    grip.current = null
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (step === undefined) return
    event.preventDefault()
    resize(width + sign * step)
  }

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={classes.handle}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  )
}
