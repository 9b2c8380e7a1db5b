import type { KeyId } from '@contract/model/base'
import type { KeyDetails } from '@contract/model/key'
import { useCallback } from 'react'
import { client } from '../../client/client'
import { useKeyList } from '../../stores/key-list-store'
import { useResource, type Resource } from '../../stores/use-resource'

/** A key without its secret, as it is now. */
export function useKeyDetails(id: KeyId): Resource<KeyDetails> {
  const revision = useKeyList((state) => state.keysRevision)
  const load = useCallback(() => client.call('keys.get', { id }), [id])
  return useResource(revision, load)
}
