import type { PayloadOf } from '@contract/ipc'
import type { ConnectorBook } from '../connectors/connector'
import type { Accounts } from '../core/remote/accounts'
import type { SessionKeeper } from '../core/session-keeper'
import { createFindUnusual } from '../core/usage/find-unusual'
import { accountReadings, thresholdsOf } from '../core/usage/quota-readings'
import { createOldUses, type OldUses } from '../core/usage/old-use'
import { createReadAccount } from '../core/usage/read-account'
import type { UsageSync } from '../core/usage/sync-types'
import { createUsageSync } from '../core/usage/usage-sync'
import type { AccountReadings } from '../core/reminders/subjects'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'

export interface Usage {
  readonly sync: UsageSync
  readonly oldUses: OldUses
  /** What reminders are told of accounts. */
  readonly readings: () => Promise<AccountReadings>
}

interface Parts {
  readonly session: SessionKeeper
  readonly connectors: ConnectorBook
  readonly accounts: Accounts
  readonly clock: Clock
  readonly log: Log
  readonly keepsUp: boolean
  readonly settings: () => { readonly usageKeepDays: number; readonly usageSyncMinutes: number }
  /** Records, totals, findings, local use or how far something was read have changed. */
  readonly changed: () => void
  /** Keys' last use has changed. */
  readonly keysChanged: () => void
  /** What reminders are told of has changed. */
  readonly readingsChanged: () => void
  readonly progress: (syncing: PayloadOf<'usage.progress'>['syncing']) => void
}

/** All that tells who used which key, composed. */
export function createUsage(parts: Parts): Usage {
  const { session, clock, log, changed } = parts
  const findUnusual = createFindUnusual({ session, clock, thresholds: (id) => thresholdsOf(session, id) })
  const sync = createUsageSync({
    ...parts,
    readAccount: createReadAccount(parts),
    async wasRead(id, used) {
      try {
        if (await findUnusual(id, used)) changed()
      } catch {
        log.warn('rules of unusual use not asked')
      }
      if (used.size > 0) parts.keysChanged()
      parts.readingsChanged()
    }
  })
  return {
    sync,
    oldUses: createOldUses(session, parts.accounts),
    readings: () => accountReadings(session, clock)
  }
}
