import type { RemoteKey } from '@contract/model/connection'
import type { ScopeChoice } from '@contract/model/connector'
import type { z } from 'zod'
import { secretsOf } from './call'
import type { Call, Sending } from './sending'
import type { AccountFacts } from './connector'
import { readCount, readId, readLine, type Reading } from './fields'
import { createKeyCleaner } from './hide-in-key'
import { expiryForms, NO_EXPIRY } from './input'
import type { Kind } from './manifest/kind'
import type { accountOperation, listOperation, optionsOperation } from './manifest/lists'
import type { Operation, ReadOperation } from './manifest/operation'
import { mapInput, readAll, type Row } from './read-list'
import { asRecord, fieldPaths, given, recordExpression, toRemoteKey, type FieldPaths } from './records'

/** The operations that only look: they may be sent again, and what they read is refused where it is wrong. */

/** All keys of a kind; one that is told twice counts once. */
export async function listKeys(
  call: Call,
  kind: Kind,
  operation: z.output<typeof listOperation>
): Promise<RemoteKey[]> {
  const fields = fieldPaths(kind, operation.fields)
  const rows = await readAll(call, operation, fields)
  const clean = createKeyCleaner(kind, secretsOf(call, []))
  const keys = new Map<string, RemoteKey>()
  for (const row of rows) {
    const key = keyOf(call, kind, fields, row)
    if (!keys.has(key.remoteId)) keys.set(key.remoteId, clean(key, {}))
  }
  const get = kind.operations.get
  if (operation.expand === null || get === undefined) return [...keys.values()]
  const whole: RemoteKey[] = []
  for (const remoteId of keys.keys()) whole.push(await getKey(call, kind, get, remoteId))
  return whole
}

export async function getKey(call: Call, kind: Kind, operation: ReadOperation, remoteId: string): Promise<RemoteKey> {
  const fields = fieldPaths(kind, operation.fields)
  const record = await readOne(call, operation, fields, remoteId)
  const key = keyOf(call, kind, fields, record)
  // Another key's facts would be written down as this one's.
  if (key.remoteId !== remoteId) throw call.unreadable('the key that was asked for')
  return createKeyCleaner(kind, secretsOf(call, []))(key, {})
}

export async function readAccount(call: Call, operation: z.output<typeof accountOperation>): Promise<AccountFacts> {
  const record = await readOne(call, operation, given(operation.fields))
  const said = readLine(record.plan, 60, 'plan', readingOf(call))
  const plan = call.manifest.plans.find(({ id }) => id.toLowerCase() === said?.toLowerCase())
  return {
    plan: plan?.id ?? said,
    keysUsed: readCount(record.keysUsed),
    keysLimit: readCount(record.keysLimit) ?? plan?.maxKeys ?? null
  }
}

export async function readOptions(call: Call, operation: z.output<typeof optionsOperation>): Promise<ScopeChoice[]> {
  const rows = await readAll(call, operation, given(operation.fields))
  const reading = readingOf(call)
  const choices = rows.map((row): ScopeChoice => {
    const id = readId(row.id, 'either')
    if (id === null) throw call.unreadable('an id for each choice')
    return {
      id,
      label: readLine(row.label, 200, 'label', reading) ?? id,
      description: readLine(row.description, 500, 'description', reading) ?? '',
      risk: row.risk === 'read' || row.risk === 'write' || row.risk === 'admin' ? row.risk : null
    }
  })
  return [...new Map(choices.map((choice) => [choice.id, choice])).values()]
}

/** Asks, and minds only the status. */
export async function ask(call: Call, operation: Operation): Promise<void> {
  await call.send({ operation, input: noInput(call), needsJson: false, repeat: 'read' })
}

/** Whether the provider takes this value now. A refusal for another reason than the value is thrown. */
export async function acceptsSecret(
  call: Call,
  operation: Operation & { readonly refused: readonly number[] },
  secret: string
): Promise<boolean> {
  const alsoAnswered = operation.refused
  const { status } = await call.send({ ...verifying(call, operation, secret), alsoAnswered })
  return !operation.refused.includes(status)
}

/** The request that tells whether `secret` is accepted. */
export function verifying(call: Call, operation: Operation, secret: string): Sending {
  return { operation, input: noInput(call), needsJson: false, repeat: 'read', secret, asSecret: true }
}

/** One record of an answer. Throws `provider-answer-unreadable` where there is none. */
export async function readOne(
  call: Call,
  operation: Operation & { readonly from: string },
  fields: FieldPaths,
  id?: string
): Promise<Row> {
  const input = { ...noInput(call), ...(id === undefined ? {} : { id }) }
  const answer = await call.send({ operation, input, needsJson: true, repeat: 'read' })
  const record = asRecord(await call.map(recordExpression(operation.from, fields), mapInput(call, answer, input)))
  if (record === null) throw call.unreadable('a record')
  return record
}

/** Refuses what cannot be read, so that nothing wrong is shown as true. */
export function readingOf(call: Call): Reading {
  return {
    keepsUnsaid: false,
    refuse(expected) {
      throw call.unreadable(expected)
    }
  }
}

function keyOf(call: Call, kind: Kind, fields: FieldPaths, row: Row): RemoteKey {
  const parts = { fields, fallback: {}, nowMs: call.exchange.nowMs, reading: readingOf(call) }
  const key = toRemoteKey(kind, row, parts)
  if (key === null) throw call.unreadable('an id for each key')
  return key
}

function noInput(call: Call): { expiry: ReturnType<typeof expiryForms> } {
  return { expiry: expiryForms(NO_EXPIRY, call.exchange.nowMs) }
}
