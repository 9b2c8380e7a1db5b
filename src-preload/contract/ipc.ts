import type { z } from 'zod'
import { appCalls } from './calls/app'
import { auditCalls } from './calls/audit'
import { connectionCalls } from './calls/connections'
import { envCalls } from './calls/env'
import { fileCalls } from './calls/files'
import { grantCalls } from './calls/grants'
import { keyCalls } from './calls/keys'
import { reminderCalls } from './calls/reminders'
import { runCalls } from './calls/run'
import { usageCalls } from './calls/usage'
import { vaultCalls } from './calls/vault'
import { vaultsCalls } from './calls/vaults'
import { viewCalls } from './calls/views'

/**
 * The one list of what can be asked of the core and what it tells: the handlers, the window's client,
 * the preload's functions, the log's redaction and the tests' fakes are all derived from it.
 */
export const contract = {
  ...appCalls,
  ...vaultCalls,
  ...vaultsCalls,
  ...keyCalls,
  ...auditCalls,
  ...fileCalls,
  ...connectionCalls,
  ...envCalls,
  ...reminderCalls,
  ...runCalls,
  ...usageCalls,
  ...viewCalls,
  ...grantCalls
} as const

export { copyFormat, type CopyFormat } from './calls/keys'

export type Contract = typeof contract

type NamesOf<Kind extends string> = {
  [Name in keyof Contract]: Contract[Name]['kind'] extends Kind ? Name : never
}[keyof Contract]
export type CallName = NamesOf<'call'>
export type EventName = NamesOf<'event'>

/** What a caller may send: defaults may be left out. */
export type InputOf<Name extends CallName> = z.input<Contract[Name]['input']>
/** What a handler receives: parsed, with defaults in place. */
export type ParsedInputOf<Name extends CallName> = z.output<Contract[Name]['input']>
export type OutputOf<Name extends CallName> = z.output<Contract[Name]['output']>
/** What a handler may return. */
export type HandlerOutputOf<Name extends CallName> = z.input<Contract[Name]['output']>
export type PayloadOf<Name extends EventName> = z.output<Contract[Name]['payload']>
