import { describeError } from '@contract/error-texts'
import type { KeyId } from '@contract/model/base'
import type { UsageRecord, UsageState, UsageSummary } from '@contract/model/usage'
import type { Client } from '../client'
import { fromNow, localTime } from '../providers/when'

export const CALL_COLUMNS = ['TIME', 'KEY', 'CALL', 'STATUS', 'MS', 'FROM', 'BY'] as const

export type NameOf = (record: Pick<UsageRecord, 'keyId' | 'remoteId'>) => string

/** Names of the keys that logs speak of; one the vault does not have goes by its id at the provider. */
export async function namesOfKeys(call: Client): Promise<NameOf> {
  const { keys } = await call('usage.facets', {})
  const names = new Map<KeyId, string>()
  for (const { keyId, keyName } of keys) if (keyId !== null && keyName !== null) names.set(keyId, keyName)
  return ({ keyId, remoteId }) => (keyId === null ? (remoteId ?? '–') : (names.get(keyId) ?? keyId))
}

export function callCells(record: UsageRecord, nameOf: NameOf): string[] {
  const { at, method, path, status, durationMs, ip, source } = record
  return [
    `${localTime(at)}:${at.slice(17, 19)}`,
    nameOf(record).replaceAll(/\s+/g, ' '),
    [method ?? '', path ?? ''].join(' ').trim() || '–',
    status === null ? '–' : String(status),
    durationMs === null ? '–' : String(durationMs),
    ip ?? '–',
    source ?? '–'
  ]
}

export function summaryWords({ requests, errors, unknown, addresses }: UsageSummary): string {
  const known = requests - unknown
  const share = known === 0 ? '' : ` (${(Math.floor((1_000 * (known - errors)) / known) / 10).toFixed(1)}% success)`
  const from = addresses === null || addresses === 0 ? '' : `, from ${countOf(addresses, 'address', 'addresses')}`
  return `${countOf(requests, 'call', 'calls')}, ${countOf(errors, 'error', 'errors')}${share}${from}.`
}

/** Why there may be less than a person looks for: one line for each account that has something to say. */
export function stateWords(states: readonly UsageState[], nowMs: number): string[] {
  return states.flatMap((state): string[] => {
    const { connectionName, provider, log, logs } = state
    if (log === 'not-offered') return [`${connectionName}: calls are not offered by this provider (${provider}).`]
    if (log !== 'offered') return []
    const [trouble] = troubleWords([state])
    if (trouble !== undefined) return [trouble]
    const read = logs.flatMap(({ syncedAt }) => syncedAt ?? []).sort()[0]
    if (read === undefined) return [`${connectionName}: not read yet. Run \`kq usage sync\`.`]
    const rest = logs.every(({ complete }) => complete) ? '' : '; older calls are still to come'
    return [`${connectionName}: read ${fromNow(read, nowMs)}${rest}.`]
  })
}

/** What keeps accounts from being read. */
export function troubleWords(states: readonly UsageState[]): string[] {
  return states.flatMap(({ connectionName, logs }) =>
    logs.flatMap(({ failure }) =>
      failure === null ? [] : [`${connectionName}: not read: ${describeError(failure.code, failure.details)}`]
    )
  )
}

export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
