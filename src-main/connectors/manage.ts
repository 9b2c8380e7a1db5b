import { isAppError } from '@contract/errors'
import type { RemoteKey } from '@contract/model/connection'
import { secretsOf } from './call'
import type { Call, Sending } from './sending'
import type { Expiry, MadeKey, UpdateInput, CreateInput } from './connector'
import { createKeyCleaner } from './hide-in-key'
import { readId, readSecret, type Reading } from './fields'
import { expiryForms, NO_EXPIRY, type OperationInput } from './input'
import { maskSecret } from './key-format'
import type { Kind } from './manifest/kind'
import type { ChangeOperation, MakeOperation, Preflight, SwitchOperation } from './manifest/operation'
import { sendOnce } from './once'
import { mapInput } from './read-list'
import { asRecord, fieldPaths, given, recordExpression, timeOf, toRemoteKey, type Fallback } from './records'

/** The operations that are sent at most once, and revoke. */

/** Everything but the id and the secret may be unreadable: a key that was made must not be lost over its date. */
const lenient = (keepsUnsaid: boolean): Reading => ({ keepsUnsaid, refuse: () => undefined })

export interface Making {
  readonly input: OperationInput
  /** The current value, for providers that ask for it. */
  readonly secret: string | null
  readonly fallback: Fallback
  /** The key that gets a new value; null for a new key. */
  readonly current: RemoteKey | null
}

export async function makeKey(call: Call, kind: Kind, operation: MakeOperation, asked: Making): Promise<MadeKey> {
  const { input, secret: oldSecret, current } = asked
  const fetched = await prepare(call, kind, operation.preflight, input)
  const sending = { operation, input, secret: oldSecret, needsJson: true, ...fetched }
  return sendOnce(call, input.name ?? '', sending, async (answer) => {
    const { secret: secretPath, previousEndsAt, ...others } = operation.fields
    const fields = fieldPaths(kind, others)
    const extra = given({ secret: secretPath, previousEndsAt })
    const expression = recordExpression(operation.from, { ...fields, ...extra })
    const record = asRecord(await call.map(expression, mapInput(call, answer, input)))
    const secret = readSecret(record?.secret)
    if (record === null || secret === null) throw call.unreadable('the value of the new key')
    // In place a key keeps its id, and what the answer does not say is as it was.
    const isSame =
      current !== null && (readId(record.remoteId, kind.idType) ?? idInPlace(kind, current)) === current.remoteId
    const fallback = isSame ? { ...current, preview: null, lastUsedAt: null } : asked.fallback
    const parts = { fields, fallback, nowMs: call.exchange.nowMs, reading: lenient(isSame) }
    const mapped = toRemoteKey(kind, record, parts)
    if (mapped === null) throw call.unreadable('the id of the new key')
    const key = createKeyCleaner(kind, secretsOf(call, [secret, oldSecret]))(mapped, fallback)
    const preview = key.preview ?? maskSecret(kind.format, secret)
    // What was just made works, whatever word the provider has for it.
    const status = key.status === 'unknown' ? 'active' : key.status
    return {
      key: { ...key, preview, status },
      secret,
      previousEndsAt: timeOf(kind, 'previousEndsAt', record.previousEndsAt, null, lenient(false))
    }
  })
}

function idInPlace({ rotation }: Kind, { remoteId }: RemoteKey): string | null {
  const modes = [rotation.mode, ...rotation.alternatives]
  return modes.includes('in-place') && !modes.includes('grace') ? remoteId : null
}

/** What was asked for stands in for what the answer to a creation does not say. */
export function createFallback(input: CreateInput): Fallback {
  return {
    name: input.name,
    description: input.description,
    scopes: [...input.scopes],
    roles: [...input.roles],
    services: [...input.services],
    ipRanges: [...input.ipRanges],
    environment: input.environment,
    project: input.project,
    expiresAt: input.expiry.kind === 'at' ? input.expiry.at : null
  }
}

/** Changes a key; null where the answer says nothing of it. An etag that is not the key's any more: `provider-conflict`. */
export async function changeKey(
  call: Call,
  kind: Kind,
  operation: ChangeOperation,
  asked: { readonly current: RemoteKey; readonly change: UpdateInput; readonly expiry?: Expiry }
): Promise<RemoteKey | null> {
  const { current, change } = asked
  const expiry = expiryForms(asked.expiry ?? NO_EXPIRY, call.exchange.nowMs)
  const input: OperationInput = { ...change, expiry, key: current, id: current.remoteId }
  const fetched = await prepare(call, kind, operation.preflight, input)
  const { from } = operation
  const sending = { operation, input, needsJson: from !== null, ...fetched }
  return sendOnce(call, current.name, sending, async (answer) => {
    if (from === null) return null
    const fields = fieldPaths(kind, operation.fields)
    const record = asRecord(await call.map(recordExpression(from, fields), mapInput(call, answer, input)))
    if (record === null) throw call.unreadable('the changed key')
    const fallback: Fallback = { ...current, ...definedOf(change), ...endOf(asked.expiry) }
    const parts = { fields, fallback, nowMs: call.exchange.nowMs, reading: lenient(true) }
    const key = toRemoteKey(kind, record, parts)
    if (key?.remoteId !== current.remoteId) throw call.unreadable('the key that was changed')
    return createKeyCleaner(kind, secretsOf(call, []))(key, fallback)
  })
}

/** Disables or enables. */
export async function switchKey(call: Call, kind: Kind, operation: SwitchOperation, current: RemoteKey): Promise<void> {
  const input = { expiry: expiryForms(NO_EXPIRY, call.exchange.nowMs), key: current, id: current.remoteId }
  const fetched = await prepare(call, kind, operation.preflight, input)
  const sending = { operation, input, needsJson: false, alsoAnswered: operation.alreadyDone, ...fetched }
  await sendOnce(call, current.name, sending, async () => Promise.resolve())
}

/** Statuses of a key that is not there: RFC 9110, sections 15.5.5 and 15.5.11. */
const GONE = [404, 410]

/** Ends a key. One that is gone already, also before its etag could be fetched, counts as ended. */
export async function revokeKey(call: Call, kind: Kind, operation: SwitchOperation, remoteId: string): Promise<void> {
  const input = { expiry: expiryForms(NO_EXPIRY, call.exchange.nowMs), id: remoteId }
  const fetched = await prepare(call, kind, operation.preflight, input).catch((error: unknown) => {
    if (isAppError(error, 'provider-not-found')) return null
    throw error
  })
  if (fetched === null) return
  const alsoAnswered = [...GONE, ...operation.alreadyDone]
  await call.send({ operation, input, needsJson: false, repeat: 'done-when-gone', alsoAnswered, ...fetched })
}

type Prepared = Pick<Sending, 'fetched' | 'ifMatch'>

async function prepare(call: Call, kind: Kind, preflight: Preflight | null, input: OperationInput): Promise<Prepared> {
  const operation = kind.operations.get
  if (preflight === null || operation === undefined) return {}
  const answer = await call.send({ operation, input, needsJson: true, repeat: 'read' })
  const etagPath = preflight.ifMatch ?? '`null`'
  const mapped = asRecord(
    await call.map(`{etag: (${etagPath}), fetched: (${preflight.from})}`, mapInput(call, answer, input))
  )
  const etag = mapped?.etag
  if (preflight.ifMatch !== null && (typeof etag !== 'string' || !/^[\x21-\x7e]{1,500}$/.test(etag))) {
    throw call.unreadable('an etag')
  }
  return {
    fetched: strip(mapped?.fetched, preflight.strip),
    ifMatch: preflight.ifMatch === null ? null : (etag as string)
  }
}

function strip(document: unknown, names: readonly string[]): unknown {
  const record = asRecord(document)
  if (record === null) return document
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}

function definedOf(change: UpdateInput): Fallback {
  const given = Object.entries<string | readonly string[] | undefined>(change).filter(
    ([, value]) => value !== undefined
  )
  return Object.fromEntries(given.map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]))
}

/** The end a renewal asked for; nothing where it was left to the provider. */
function endOf(expiry: Expiry | undefined): Fallback {
  if (expiry === undefined || expiry.kind === 'default') return {}
  return { expiresAt: expiry.kind === 'at' ? expiry.at : null }
}
