import type { GrantCaller } from '@contract/model/grant'

/** Who is at the other end of the agent's socket, as the transport found out. One for each connection. */
export interface Caller {
  readonly facts: GrantCaller
  /**
   * Names the terminal session and the program in it, and never another one. Null where that cannot be told: then what
   * is allowed holds for this connection alone.
   */
  readonly session: string | null
  /** Aborted when it is gone or waits no longer. */
  readonly gone: AbortSignal
  /** Told when somebody is asked in the window. */
  readonly asked: () => void
}
