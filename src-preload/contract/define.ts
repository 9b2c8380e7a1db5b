import type { z } from 'zod'

/** What a method of the contract needs before its handler runs. */
export type Requirement = 'nothing' | 'unlocked'

export interface CallSpec<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'call'
  readonly input: Input
  readonly output: Output
  readonly requires: Requirement
  /** Which sides carry a secret; the log drops them and a reviewed snapshot lists them. */
  readonly secret: 'none' | 'input' | 'output' | 'both'
}

export interface EventSpec<Payload extends z.ZodType = z.ZodType> {
  readonly kind: 'event'
  readonly payload: Payload
}

interface CallOptions<Input extends z.ZodType, Output extends z.ZodType> {
  input: Input
  output: Output
  requires?: Requirement
  secret?: CallSpec['secret']
}

/** Declares a method. It needs an unlocked vault and carries no secret unless it says otherwise. */
export function call<Input extends z.ZodType, Output extends z.ZodType>(
  options: CallOptions<Input, Output>
): CallSpec<Input, Output> {
  return { kind: 'call', requires: 'unlocked', secret: 'none', ...options }
}

/** Declares something main tells the window. Payloads never carry a secret. */
export function event<Payload extends z.ZodType>(payload: Payload): EventSpec<Payload> {
  return { kind: 'event', payload }
}
