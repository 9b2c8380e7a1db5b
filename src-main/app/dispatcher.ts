import { randomUUID } from 'node:crypto'
import { AppError, errorDetails, isAppError, type ErrorEnvelope, type Result } from '@contract/errors'
import type { CallSpec } from '@contract/define'
import { contract, type CallName } from '@contract/ipc'
import type { SessionPhase } from '@contract/model/session'
import type { Log } from '../ports/log'
import { admit } from './admit'
import { checkEnvelope } from './envelope-limits'
import type { Handlers, Sender } from './handler-types'

export interface Envelope {
  readonly name: string
  readonly input: unknown
}

export type Dispatch = (envelope: Envelope, sender: Sender) => Promise<Result<unknown>>

/**
 * The one way into the core, whatever the transport: name, sender, size, lock state, input, handler, output.
 * Answers data only; it never throws, and no message, stack or cause leaves it.
 */
export function createDispatcher(parts: { handlers: Handlers; phase: () => SessionPhase; log: Log }): Dispatch {
  const { handlers, phase, log } = parts

  async function run(envelope: Envelope, sender: Sender): Promise<unknown> {
    const { name } = envelope
    const { visitor } = sender
    // Locked, the agent's socket answers this and nothing else, whatever it is asked.
    if (visitor !== undefined && phase() !== 'unlocked') throw new AppError('vault-locked', {})
    if (!isCallName(name)) throw new AppError('call-unknown', {})
    if (!sender.trusted) throw new AppError('sender-refused', {})
    checkEnvelope(envelope.input)
    const spec: CallSpec = contract[name]
    if (spec.requires === 'unlocked' && phase() !== 'unlocked') throw new AppError('vault-locked', {})
    const input = parseInput(spec, envelope.input)
    if (visitor !== undefined) await admit(name, input, visitor)
    const handler = handlers[name] as (input: unknown, sender: Sender) => unknown
    // Parsing the answer is the last place where a field that does not belong there is stopped.
    return spec.output.parse(await handler(input, sender))
  }

  return (envelope, sender) => resultOf(run(envelope, sender), envelope.name, log)
}

/** Turns what `work` answers or throws into data. `name` is what the log calls it, where it is a call of the contract. */
export async function resultOf<Value>(work: Promise<Value>, name: string, log: Log): Promise<Result<Value>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    return { ok: false, error: toEnvelope(error, name, log) }
  }
}

function isCallName(name: string): name is CallName {
  return (
    typeof name === 'string' && Object.hasOwn(contract, name) && contract[name as keyof typeof contract].kind === 'call'
  )
}

function parseInput(spec: CallSpec, input: unknown): unknown {
  const parsed = spec.input.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const expected = issue?.code === 'unrecognized_keys' ? 'no further fields' : (issue?.message ?? 'another value')
  // The schema's messages name the rule, not the value; it may be a secret.
  throw new AppError('input-invalid', { path: issue?.path.map(String).join('.') ?? '', expected })
}

function toEnvelope(error: unknown, name: string, log: Log): ErrorEnvelope {
  const id = randomUUID()
  if (!isAppError(error)) {
    log.warn('call failed unexpectedly', { call: isCallName(name) ? name : 'unknown', id, kind: kindOf(error) })
    return { code: 'internal', details: {}, id }
  }
  log.info('call refused', { call: isCallName(name) ? name : 'unknown', id, code: error.code })
  const details = errorDetails[error.code].safeParse(error.details)
  return details.success ? { code: error.code, details: details.data, id } : { code: 'internal', details: {}, id }
}

/** The class of an error; its message may quote what it was given. */
function kindOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error
}
