import type { InputOf } from '@contract/ipc'
import type { AuditAction, AuditEntry } from '@contract/model/audit'
import type { KeyDetails } from '@contract/model/key'
import type { CallsOf } from './fake-calls.ts'
import { instantAt, type SampleKey } from './sample-keys.ts'

export interface FakeTrailOptions {
  readonly chainBrokenAt?: number
}

export interface FakeTrail {
  readonly calls: CallsOf<'audit'>
  record(action: AuditAction, key?: KeyDetails, detail?: string): void
}

/** The fake vault's audit trail, with what was done to `samples` before. */
export function createFakeTrail(samples: readonly SampleKey[], options: FakeTrailOptions): FakeTrail {
  const trail: AuditEntry[] = []
  const record = (action: AuditAction, key?: KeyDetails, detail = ''): void => {
    const sequence = trail.length + 1
    trail.push({
      sequence,
      at: instantAt(Date.now()),
      action,
      actor: sequence % 4 === 0 ? 'cli' : 'window',
      keyId: key?.id ?? null,
      keyName: key?.name ?? null,
      detail,
      hash: 'c0ffee'
    })
  }

  record('vault.created')
  record('vault.unlocked')
  for (const { details } of samples.slice(0, 12)) record('key.added', details)
  for (const { details } of samples.slice(0, 3)) record('key.copied', details, 'NAME=value')

  const calls: CallsOf<'audit'> = {
    'audit.list': ({ before, limit, ...filter }) => {
      const found = trail.filter((entry) => isAskedFor(entry, filter)).reverse()
      const from = found.findIndex(({ sequence }) => before == null || sequence < before)
      return { total: found.length, items: from === -1 ? [] : found.slice(from, from + (limit ?? 100)) }
    },
    'audit.export': ({ filter, format }) => ({
      file: `/home/dev/keyquay-audit.${format}`,
      entries: trail.filter((entry) => isAskedFor(entry, filter ?? {})).length
    }),
    'audit.verify': () => ({
      whole: options.chainBrokenAt === undefined,
      entries: trail.length,
      since: trail[0]?.at ?? null,
      brokenAt: options.chainBrokenAt ?? null
    })
  }
  return { calls, record }
}

function isAskedFor(
  entry: AuditEntry,
  { keyId, actions, actors, from, until }: Omit<InputOf<'audit.list'>, 'before' | 'limit'>
): boolean {
  return (
    (keyId == null || entry.keyId === keyId) &&
    (!actions?.length || actions.includes(entry.action)) &&
    (!actors?.length || actors.includes(entry.actor)) &&
    (from == null || entry.at >= from) &&
    (until == null || entry.at < until)
  )
}
