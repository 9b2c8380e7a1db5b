/** One line of a table: the median of several runs, their spread, and what it means. */
export interface Figure {
  readonly what: string
  readonly unit: 'ms' | 'MiB' | 'kB'
  readonly median: number
  readonly low: number
  readonly high: number
  /** What it is compared with, as a ratio where there is one. */
  readonly note: string
  /** Set where the project set itself an aim. */
  readonly aim?: Aim
}

export interface Aim {
  readonly text: string
  readonly met: boolean
}

export interface Spread {
  readonly median: number
  readonly low: number
  readonly high: number
}

const figures: Figure[] = []

/** Keeps a figure for {@link tellFigures}. */
export function keep(what: string, unit: Figure['unit'], spread: Spread | number, note = '', aim?: Aim): void {
  const { median, low, high } = typeof spread === 'number' ? { median: spread, low: spread, high: spread } : spread
  figures.push({ what, unit, median, low, high, note, ...(aim === undefined ? {} : { aim }) })
}

/** Hands every figure kept so far to `run.ts`; the last thing a part does. */
export function tellFigures(): void {
  process.stdout.write(JSON.stringify(figures))
}

/** Says on stderr what is being done: a part may take minutes. */
export function say(text: string): void {
  process.stderr.write(`  ${text}\n`)
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other)
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, low: sorted[0] ?? 0, high: sorted.at(-1) ?? 0 }
}

/** "4.2 × what" as people read it; below 1 with two digits. */
export function times(ratio: number, what: string): string {
  return `${ratio < 1 ? ratio.toFixed(2) : ratio.toFixed(1)} × ${what}`
}

/** An aim for a ratio that should be large (`atLeast`) or small (`below`). */
export function aimFor(ratio: number, wanted: { readonly atLeast: number } | { readonly below: number }): Aim {
  return 'atLeast' in wanted
    ? { text: `at least ${String(wanted.atLeast)} ×`, met: ratio >= wanted.atLeast }
    : { text: `under ${String(wanted.below)} ×`, met: ratio < wanted.below }
}

export function grouped(count: number): string {
  return count.toLocaleString('en')
}
