import { createHash } from 'node:crypto'

/** Whether a point, counted from 0, is one of those that are tried. */
export type Sample = (point: number) => boolean

/** Chooses about one in `oneIn` points, the same ones for the same `seed`; all of them for 1. */
export function createSample({ oneIn, seed }: { oneIn: number; seed: string }): Sample {
  return (point) => {
    if (oneIn === 1) return true
    const digest = createHash('sha256').update(`${seed} ${String(point)}`).digest()
    return digest.readUInt32LE(0) % oneIn === 0
  }
}
