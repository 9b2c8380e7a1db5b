import type { KeyId } from '@contract/model/base'
import type { UsageOffer } from '@contract/model/usage'
import { useCallback } from 'react'
import { client } from '../../../client/client'
import { useConnections } from '../../../stores/connections-store'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'

/** Whether a key's provider tells of its calls; `not-tied` for a key of no account, null until it is known. */
export function useLogOffer(id: KeyId): UsageOffer | 'not-tied' | null {
  const remote = useConnections((state) => state.remoteRevision)
  const accounts = useUsage((state) => state.accounts)
  const load = useCallback(() => client.call('remote.get', { id }), [id])
  const { value } = useResource(remote, load)
  if (value === null || accounts === null) return null
  if (value.link === null) return 'not-tied'
  const { connectionId } = value.link
  return accounts.find((account) => account.connectionId === connectionId)?.log ?? 'unusable'
}
