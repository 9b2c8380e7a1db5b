import type { ErrorCode, ErrorDetails } from '@contract/errors'
import type { CallName, EventName, InputOf, OutputOf } from '@contract/ipc'
import type { AuditAction } from '@contract/model/audit'
import type { KeyId } from '@contract/model/base'
import type { KeyDetails } from '@contract/model/key'
import type { FakeConnections } from './fake-connections.ts'
import type { SampleKey } from './sample-keys.ts'

/** An answer to each call of the contract, at once or after a while. */
export type FakeCalls = { [Name in CallName]: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>> }
export type CallsOf<Room extends string> = Pick<FakeCalls, Extract<CallName, `${Room}.${string}`>>

/** What one part of the fake bridge may use of the others. */
export interface FakeWorld {
  readonly keys: Map<KeyId, SampleKey>
  emit(name: EventName, payload: object): void
  record(action: AuditAction, key?: KeyDetails, detail?: string): void
  /** Keys have changed. */
  changed(): void
}

export interface FakeRemoteWorld extends FakeWorld {
  readonly connections: FakeConnections
}

/** A call that the fake refuses with a code of the contract. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
