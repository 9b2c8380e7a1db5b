import type { ConnectionId } from '@contract/model/connection'
import type { UsageState } from '@contract/model/usage'

/** Reads what providers tell of usage into the vault; what the window and `kq` may ask of it. An empty list is all. */
export interface UsageSync {
  state(): Promise<UsageState[]>
  /** Begins reading, and does not wait for its end. Throws `connection-not-found`. */
  sync(connections: readonly ConnectionId[]): Promise<void>
  /** Answers when nothing is being read any more. */
  cancel(connections: readonly ConnectionId[]): Promise<void>
  follow(connections: readonly ConnectionId[]): Promise<void>
}
