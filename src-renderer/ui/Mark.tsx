interface MarkProps {
  readonly size: number
}

/** The app's mark: a quay wall with the sun half behind it. */
export function Mark({ size }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <circle cx="12" cy="12" r="10" stroke="var(--kq-accent)" strokeWidth="2" />
      <path d="M12 2a10 10 0 0 0 0 20z" fill="var(--kq-accent)" />
      <path d="M12 9.5h3.2a2.5 2.5 0 1 1 0 5H12z" fill="var(--kq-accent)" />
    </svg>
  )
}
