import { useState } from 'react'
import type { VaultPlace } from '@contract/model/vault-place'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'

export interface OpenVault {
  readonly busy: boolean
  readonly failure: CallFailure | null
  /** What was looked at and has something to be said of before it is opened. */
  readonly asked: VaultPlace | null
  /** Opens the vault in this folder; null has the person choose one. */
  choose(folder: string | null): void
  /** Opens what was asked about. */
  confirm(): void
  cancel(): void
}

/** Looks into a folder and opens the vault there. The page starts anew with it, so nothing here ends a success. */
export function useOpenVault(): OpenVault {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [asked, setAsked] = useState<VaultPlace | null>(null)

  function attempt(work: () => Promise<void>): void {
    setBusy(true)
    setFailure(null)
    work().catch((error: unknown) => {
      const failed = toCallFailure(error)
      setBusy(false)
      if (failed.code !== 'cancelled') setFailure(failed)
    })
  }

  async function open({ folder, vaultId }: VaultPlace): Promise<void> {
    await client.call('vaults.open', { folder, vaultId })
  }

  return {
    busy,
    failure,
    asked,
    choose(folder) {
      attempt(async () => {
        const place = await client.call('vaults.look', { folder })
        if (!hasCautions(place)) return open(place)
        setAsked(place)
        setBusy(false)
      })
    },
    confirm() {
      if (asked !== null) attempt(() => open(asked))
    },
    cancel() {
      setAsked(null)
      setFailure(null)
    }
  }
}

const hasCautions = ({ syncedBy, isOnNetwork, isReadOnly, isOpenToOthers, exchangeableIn }: VaultPlace): boolean =>
  syncedBy !== null || isOnNetwork || isReadOnly || isOpenToOthers || exchangeableIn !== null
