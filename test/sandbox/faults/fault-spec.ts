interface Where {
  /** Default every method. */
  readonly method?: string
  /** Tried on the path below the base path (`/keys/ck_1/revoke`); default every path. A string is a regex's source. */
  readonly path?: RegExp | string
  /** After so many it is off by itself; default until cleared. */
  readonly times?: number
}

/** Faults that answer instead of the provider: nothing is done, unless `commit` asks for it to be done first. */
type Instead =
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset-before' }
  | { readonly kind: 'error-500' }
  | { readonly kind: 'error-503' }
  | { readonly kind: 'status'; readonly code: number; readonly body?: unknown }
  /** `retryAfter` is sent as the header, in seconds or as any text (an HTTP date). */
  | { readonly kind: 'rate-limit'; readonly retryAfter?: number | string }
  | { readonly kind: 'redirect'; readonly status?: number; readonly location?: string }
  | { readonly kind: 'html'; readonly status?: number }

/** Faults of the answer: the provider has done what was asked. */
type After =
  /** Real milliseconds, before anything is done. */
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'reset-after' }
  | { readonly kind: 'drip'; readonly bytesPerSecond: number }
  /** Default 10 MB of JSON. */
  | { readonly kind: 'huge'; readonly bytes?: number }
  /** Default 60 MB decoded. */
  | { readonly kind: 'gzip-bomb'; readonly bytes?: number }
  | { readonly kind: 'wrong-types' }
  | { readonly kind: 'missing-secret' }
  | { readonly kind: 'hostile-names' }
  /** Default 100,000 levels. */
  | { readonly kind: 'deep-nesting'; readonly depth?: number }
  | { readonly kind: 'proto-pollution' }
  /** Every item of a list twice. */
  | { readonly kind: 'duplicate-list' }
  /** A list that always says there is a next page. */
  | { readonly kind: 'endless-list' }

export type FaultSpec = Where & ((Instead & { readonly commit?: boolean }) | After)
export type FaultKind = FaultSpec['kind']

export const FAULT_KINDS: readonly FaultKind[] = [
  'delay',
  'hang',
  'reset-before',
  'reset-after',
  'error-500',
  'error-503',
  'status',
  'rate-limit',
  'drip',
  'huge',
  'gzip-bomb',
  'redirect',
  'html',
  'wrong-types',
  'missing-secret',
  'hostile-names',
  'deep-nesting',
  'proto-pollution',
  'duplicate-list',
  'endless-list'
]

const INSTEAD: readonly FaultKind[] = [
  'hang',
  'reset-before',
  'error-500',
  'error-503',
  'status',
  'rate-limit',
  'redirect',
  'html'
]

/** Whether the provider does what was asked although this fault is on. */
export function commits(spec: FaultSpec): boolean {
  return !INSTEAD.includes(spec.kind) || ('commit' in spec && spec.commit)
}

/** A fault that is on. */
export interface Fault {
  readonly spec: FaultSpec
  /** `null` until cleared. */
  readonly left: number | null
}

export interface FaultBook {
  add(spec: FaultSpec): () => void
  clear(): void
  /** The first that fits this request, counted as used. */
  take(method: string, path: string): FaultSpec | null
  list(): readonly Fault[]
}

export function createFaultBook(): FaultBook {
  let faults: { spec: FaultSpec; path: RegExp | null; left: number | null }[] = []
  return {
    add(spec) {
      if (!FAULT_KINDS.includes(spec.kind)) {
        throw new Error(`there is no fault ${JSON.stringify(spec.kind)}; there are ${FAULT_KINDS.join(', ')}`)
      }
      // A copy without the flags that make a regex remember where it stopped.
      const path =
        spec.path === undefined ? null : new RegExp(spec.path instanceof RegExp ? spec.path.source : spec.path)
      const fault = { spec, path, left: spec.times ?? null }
      faults.push(fault)
      return () => {
        faults = faults.filter((other) => other !== fault)
      }
    },
    clear() {
      faults = []
    },
    take(method, path) {
      const found = faults.find(
        ({ spec, path: shape, left }) =>
          left !== 0 && (spec.method === undefined || spec.method === method) && (shape === null || shape.test(path))
      )
      if (found === undefined) return null
      if (found.left !== null) found.left -= 1
      return found.spec
    },
    list: () => faults.filter(({ left }) => left !== 0).map(({ spec, left }) => ({ spec, left }))
  }
}
