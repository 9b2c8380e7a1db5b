import type { KeyId } from '@contract/model/base'
import type { ConnectionId, RemoteRequest } from '@contract/model/connection'
import type { Guide, GuidedJob } from '@contract/model/connector'
import { useCallback } from 'react'
import { client } from '../../../client/client'
import { isCallFailure } from '../../../client/failure'
import { useResource, type Resource } from '../../../stores/use-resource'

const noSteps: Guide = { url: null, steps: [] }

export interface GuideFor {
  readonly connectionId: ConnectionId
  readonly kind: string
  readonly job: GuidedJob
  readonly keyId: KeyId | null
  readonly request: RemoteRequest | null
}

/** What to click for a job. A connector without steps for it answers none. */
export function useGuide(wanted: GuideFor): Resource<Guide> {
  const load = useCallback(async (key: string) => {
    try {
      return await client.call('remote.guide', JSON.parse(key) as GuideFor)
    } catch (error) {
      if (isCallFailure(error, 'operation-not-offered')) return noSteps
      throw error
    }
  }, [])
  return useResource(JSON.stringify(wanted), load)
}
