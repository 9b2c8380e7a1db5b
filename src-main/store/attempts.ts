import { AppError, isAppError } from '@contract/errors'

const FREE_FAILURES = 2
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000

/** The part of a clock this needs: milliseconds that only grow, so that setting the wall clock gains nothing. */
export interface MonotonicClock {
  monotonicMs(): number
}

export interface AttemptsOptions {
  /** Whether a success proves that nobody was guessing. Not where it may be at something else than the failures. */
  readonly successForgives?: boolean
}

interface VaultAttempts {
  readonly attempts: Attempts
  readonly programAttempts: Attempts
  readonly backupAttempts: Attempts
}

const byClock = new WeakMap<MonotonicClock, Map<string, VaultAttempts>>()

/**
 * What was tried at the vault in `folder`, for as long as this process lives: whoever has another core begun on it,
 * by going to another vault and back, has not one try more.
 */
export function attemptsAt(folder: string, clock: MonotonicClock): VaultAttempts {
  const known = byClock.get(clock) ?? new Map<string, VaultAttempts>()
  byClock.set(clock, known)
  const found = known.get(folder) ?? {
    attempts: new Attempts(clock),
    programAttempts: new Attempts(clock),
    // Kept apart, and never forgiven: that one backup opens says nothing of the guesses at another, or at the vault.
    backupAttempts: new Attempts(clock, { successForgives: false })
  }
  known.set(folder, found)
  return found
}

/** Slows guessing at the keyboard: after two failures each further one doubles the wait, up to a minute. */
export class Attempts {
  readonly #clock: MonotonicClock
  readonly #successForgives: boolean
  #failures = 0
  #notBeforeMs = Number.NEGATIVE_INFINITY
  #last: Promise<unknown> = Promise.resolve()

  constructor(clock: MonotonicClock, { successForgives = true }: AttemptsOptions = {}) {
    this.#clock = clock
    this.#successForgives = successForgives
  }

  /**
   * Runs one attempt after those before it. Throws `too-many-attempts` without trying while the wait lasts;
   * a `wrong-password` from `attempt` is counted and passed on with the wait it caused.
   */
  attempt<Value>(attempt: () => Promise<Value>): Promise<Value> {
    return this.inTurn(() => this.#run(attempt))
  }

  /** Runs after those before it what is no guess: it neither waits nor counts, and its success forgives nothing. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  async #run<Value>(attempt: () => Promise<Value>): Promise<Value> {
    const retryAfterMs = Math.ceil(this.#notBeforeMs - this.#clock.monotonicMs())
    if (retryAfterMs > 0) throw new AppError('too-many-attempts', { retryAfterMs })
    try {
      const value = await attempt()
      if (this.#successForgives) this.#failures = 0
      return value
    } catch (error) {
      if (!isAppError(error, 'wrong-password')) throw error
      throw new AppError('wrong-password', { retryAfterMs: this.#fail() })
    }
  }

  #fail(): number {
    this.#failures += 1
    const doublings = this.#failures - FREE_FAILURES - 1
    const delayMs = doublings < 0 ? 0 : Math.min(FIRST_DELAY_MS * 2 ** doublings, LONGEST_DELAY_MS)
    this.#notBeforeMs = this.#clock.monotonicMs() + delayMs
    return delayMs
  }
}
