/** Time, so that tests can move it. */
export interface Clock {
  /** Wall-clock time, Unix milliseconds. May jump; never use it to measure how long something took. */
  nowMs(): number
  /** Milliseconds that only ever grow; for idle times and leases. */
  monotonicMs(): number
  /** Calls `run` once after `delayMs`; the answer cancels it. Does not keep the process alive. */
  after(delayMs: number, run: () => void): () => void
}
