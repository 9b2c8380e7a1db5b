import type { KeyId } from '@contract/model/base'
import type { KeyDetails } from '@contract/model/key'
import { useCallback } from 'react'
import { client } from '../../client/client'
import { useKeyList } from '../../stores/key-list-store'
import { useResource, type Resource } from '../../stores/use-resource'

/** These keys without their secrets, in the same order, as they are now. */
export function useKeys(ids: readonly KeyId[]): Resource<readonly KeyDetails[]> {
  const revision = useKeyList((state) => state.keysRevision)
  const asked = ids.join(' ')
  const load = useCallback(() => Promise.all(asked.split(' ').map((id) => client.call('keys.get', { id }))), [asked])
  return useResource(revision, load)
}
