import type { AuditVerdict } from '@contract/model/audit'
import { useState } from 'react'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'

/** A check of the whole trail, from the click to what it found. */
export interface ChainCheck {
  readonly verdict: AuditVerdict | null
  readonly failure: CallFailure | null
  readonly busy: boolean
  readonly verify: () => Promise<void>
}

export function useChainCheck(): ChainCheck {
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [busy, setBusy] = useState(false)

  async function verify(): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      setVerdict(await client.call('audit.verify', {}))
    } catch (error) {
      setFailure(toCallFailure(error))
    } finally {
      setBusy(false)
    }
  }

  return { verdict, failure, busy, verify }
}
