const MASK = Buffer.from('[masked]')
const NOTHING = Buffer.alloc(0)
/** The most of a value's beginning that is handed on when nothing follows it: what its preview shows as well. */
const TELLS_NOTHING_BYTES = 8

/** Replaces known byte strings in a stream, wherever its chunks break. */
export interface Masker {
  /** What of the stream can be handed on once `chunk` has come. */
  take(chunk: Buffer): Buffer
  /** More of it, when nothing has come for a while: beginnings so short that they tell nothing. */
  release(): Buffer
  /** The rest. */
  end(): Buffer
}

interface Interval {
  start: number
  end: number
}

/** Keeps back only what may be the beginning of a pattern. Bytes that are part of none are never changed. */
export function createMasker(patterns: readonly Buffer[]): Masker {
  const longest = Math.max(0, ...patterns.map(({ length }) => length))
  const byFirst = new Map<number, Buffer[]>()
  for (const pattern of patterns) {
    const first = pattern[0] ?? 0
    byFirst.set(first, [...(byFirst.get(first) ?? []), pattern])
  }
  let held: Buffer = NOTHING
  /** How much of `held` has been handed on, or masked, already. */
  let done = 0

  /** Where the first pattern begins that `bytes` may end in the middle of; their length when there is none. */
  function openFrom(bytes: Buffer): number {
    for (let at = Math.max(0, bytes.length - longest + 1); at < bytes.length; at += 1) {
      for (const pattern of byFirst.get(bytes[at] ?? -1) ?? []) {
        const length = bytes.length - at
        if (length < pattern.length && pattern.compare(bytes, at, bytes.length, 0, length) === 0) return at
      }
    }
    return bytes.length
  }

  /** What stands before `upTo`, and all of a pattern that begins there. */
  function handOn(bytes: Buffer, upTo: number): { out: Buffer; end: number } {
    const parts: Buffer[] = []
    let at = done
    for (const { start, end } of found(bytes, patterns)) {
      if (end <= at) continue
      if (start >= upTo) break
      if (start > at) parts.push(bytes.subarray(at, start))
      parts.push(MASK)
      at = end
    }
    if (at < upTo) parts.push(bytes.subarray(at, upTo))
    return { out: Buffer.concat(parts), end: Math.max(at, upTo) }
  }

  return {
    take(chunk) {
      const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const from = openFrom(bytes)
      const { out, end } = handOn(bytes, from)
      held = Buffer.from(bytes.subarray(from))
      done = end - from
      return out
    },
    release() {
      if (held.length > TELLS_NOTHING_BYTES || openedBy(byFirst, held) < held.length * 4) return NOTHING
      if (found(held, patterns).length > 0) return NOTHING
      const out = held.subarray(done)
      done = held.length
      return out
    },
    end() {
      const { out } = handOn(held, held.length)
      held = NOTHING
      done = 0
      return out
    }
  }
}

/** The length of the shortest pattern that begins with `bytes`. */
function openedBy(byFirst: ReadonlyMap<number, readonly Buffer[]>, bytes: Buffer): number {
  const begun = (byFirst.get(bytes[0] ?? -1) ?? []).filter(
    (pattern) => pattern.length > bytes.length && pattern.compare(bytes, 0, bytes.length, 0, bytes.length) === 0
  )
  return Math.min(...begun.map(({ length }) => length))
}

/** Where the patterns stand, in order; those that overlap as one. */
function found(bytes: Buffer, patterns: readonly Buffer[]): Interval[] {
  const all: Interval[] = []
  for (const pattern of patterns) {
    for (let at = bytes.indexOf(pattern); at !== -1; at = bytes.indexOf(pattern, at + 1)) {
      all.push({ start: at, end: at + pattern.length })
    }
  }
  all.sort((one, other) => one.start - other.start)
  const joined: Interval[] = []
  for (const next of all) {
    const last = joined.at(-1)
    if (last !== undefined && next.start < last.end) last.end = Math.max(last.end, next.end)
    else joined.push(next)
  }
  return joined
}
