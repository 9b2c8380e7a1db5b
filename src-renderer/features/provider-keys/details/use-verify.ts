import type { KeyId } from '@contract/model/base'
import { useState } from 'react'
import { client } from '../../../client/client'
import { said } from '../said'

interface Verify {
  /** Undefined until somebody asked. */
  readonly verdict: boolean | null | undefined
  readonly verifying: boolean
  verify(): Promise<void>
}

/** Asks the provider whether it accepts the value the vault has. */
export function useVerify(id: KeyId): Verify {
  const [verdict, setVerdict] = useState<boolean | null | undefined>(undefined)
  const [verifying, setVerifying] = useState(false)
  return {
    verdict,
    verifying,
    async verify() {
      setVerifying(true)
      setVerdict(undefined)
      await said(async () => {
        setVerdict((await client.call('remote.verify', { id })).works)
      })
      setVerifying(false)
    }
  }
}
