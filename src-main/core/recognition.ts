import { isAppError } from '@contract/errors'
import type { VaultHold } from '@contract/model/session'
import type { LeftHere, LeftHereFile } from '../ports/left-here'
import type { Log } from '../ports/log'
import type { OpenVault } from '../ports/vault-store'

/**
 * Tells a vault that this computer left as it stands, or that has only gone on since, from one it never met and from an
 * older or other copy. What a vault says of providers and files is acted on by itself in the first case alone.
 */
export interface Recognition {
  /** Why the vault that was opened may do nothing by itself; null when it may. Never throws. */
  judge(vault: OpenVault, vaultId: string | null): Promise<VaultHold | null>
  /** Remembers how the vault stands now. Never throws: what is not remembered is asked about at the next unlock. */
  keep(vault: OpenVault, vaultId: string | null): Promise<void>
  /** Until it is kept anew, the vault is taken for an older copy. Never throws. */
  doubt(vaultId: string | null): void
}

interface Parts {
  readonly file: LeftHereFile
  /** Whether it lies in Keyquay's own folder, where vaults were made and used before anything was remembered. */
  readonly isOwnVault: boolean
  readonly log: Log
}

export function createRecognition({ file, isOwnVault, log }: Parts): Recognition {
  return {
    async judge(vault, vaultId) {
      try {
        const left = file.read()
        return holdOf({ left, vaultId, isOwnVault, entry: await entryAt(vault, left) })
      } catch {
        log.warn('vault not recognised')
        return 'older'
      }
    },
    async keep(vault, vaultId) {
      try {
        const [last] = await vault.store.audit.page({ before: null, limit: 1 })
        if (last === undefined || vaultId === null) return
        const { sequence, hash } = last
        if (!isSame(file.read(), { vaultId, sequence, hash })) file.write({ vaultId, sequence, hash })
      } catch (error) {
        // A lock keeps it itself.
        if (!isAppError(error, 'vault-locked')) log.warn('not remembered how the vault was left')
      }
    },
    doubt(vaultId) {
      const left = file.read()
      // Of one that is new here nothing was remembered, and nothing is to be before it is allowed.
      if (vaultId === null || (left === 'none' && !isOwnVault)) return
      if (left !== 'none' && left?.vaultId !== vaultId) return
      try {
        file.write({ vaultId, ...NOWHERE })
      } catch {
        log.warn('not remembered how the vault was left')
      }
    }
  }
}

/** An entry that no trail has. */
const NOWHERE = { sequence: Number.MAX_SAFE_INTEGER, hash: '0'.repeat(64) }

type Entry = Pick<LeftHere, 'sequence' | 'hash'>

/** What the vault's trail has at the place where this computer left it. */
async function entryAt({ store }: OpenVault, left: ReturnType<LeftHereFile['read']>): Promise<Entry | null> {
  if (left === null || left === 'none') return null
  const [entry] = await store.audit.pageAfter({ after: left.sequence - 1, limit: 1 })
  return entry ?? null
}

function isSame(left: ReturnType<LeftHereFile['read']>, { vaultId, sequence, hash }: LeftHere): boolean {
  if (left === null || left === 'none') return false
  return left.vaultId === vaultId && left.sequence === sequence && left.hash === hash
}

interface Facts {
  readonly left: LeftHere | 'none' | null
  readonly vaultId: string | null
  readonly isOwnVault: boolean
  /** The first entry of the trail at or after the place where it was left. */
  readonly entry: Entry | null
}

export function holdOf({ left, vaultId, isOwnVault, entry }: Facts): VaultHold | null {
  if (left === 'none') return isOwnVault ? null : 'new'
  if (left?.vaultId !== vaultId) return 'new'
  return entry?.sequence === left.sequence && entry.hash === left.hash ? null : 'older'
}
