interface RingProps {
  /** From 1 (full) to 0 (run down). */
  readonly left: number
  readonly size?: number
}

const RADIUS = 7
const LENGTH = 2 * Math.PI * RADIUS

/** A ring that runs down; the words beside it say the time, so it is hidden from assistive technology. */
export function Ring({ left, size = 16 }: RingProps) {
  const shown = Math.min(1, Math.max(0, left))
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true">
      <circle cx="8" cy="8" r={RADIUS} stroke="currentColor" strokeOpacity="0.22" strokeWidth="2" />
      <circle
        cx="8"
        cy="8"
        r={RADIUS}
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray={LENGTH}
        strokeDashoffset={LENGTH * (1 - shown)}
        transform="rotate(-90 8 8)"
      />
    </svg>
  )
}
