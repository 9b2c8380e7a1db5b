import type { Result } from '@contract/errors'
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

/** What stands behind the agent's socket. */
export interface AgentDoor {
  /** Whether the vault is open. Nothing else is said of a locked one. */
  isOpen(): boolean
  /** Told at each change of `isOpen`; the answer stops listening. */
  onChange(listener: () => void): () => void
  /** `tell` hears what goes on meanwhile, once the caller was allowed anything. */
  connect(caller: Caller, tell: (event: AgentEvent) => void): AgentVisit
  /** Locks the vault: whoever may ask may also end that. */
  lock(): Promise<void>
  /** Brings the window forward, where there is one. */
  comeForward(): void
}

/** One program's connection. Every answer is data; nothing here throws. */
export interface AgentVisit {
  call(name: string, input: unknown): Promise<Result<unknown>>
  /**
   * Asks once for all that a command is going to need: `secrets` are names of keys. A name that no one key has is left
   * for the call itself to fail at.
   */
  want(need: AgentWant): Promise<Result<unknown>>
  /** Takes the master password as it was typed in the program's own terminal, and allows it everything. */
  prove(password: string): Promise<Result<unknown>>
  /** Allows it everything: it was given the password before. */
  welcome(): Promise<Result<unknown>>
  /** How things stand for this very program. */
  standing(): Promise<Result<AgentStanding>>
  left(): void
}

export interface AgentWant {
  readonly change: boolean
  readonly secrets: readonly string[] | 'all'
  /** Values of keys it is going to make. */
  readonly made: boolean
}

/** Moments are ISO 8601 in UTC. */
export interface AgentStanding {
  readonly openedAt: string
  /** If nobody uses it until then; null for never. */
  readonly locksAt: string | null
  /** What this terminal session was granted; null for nothing. */
  readonly grant: { readonly idleEndsAt: string; readonly endsAt: string } | null
}

/** An event of the contract that a command shows to a person who waits. */
export interface AgentEvent {
  readonly name: string
  readonly payload: unknown
}
