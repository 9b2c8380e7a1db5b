import type { KeyId } from '@contract/model/base'
import type { Binding } from '@contract/model/env'
import { useCallback } from 'react'
import { client } from '../../../client/client'
import { useEnv } from '../../../stores/env-store'
import { useKeyList } from '../../../stores/key-list-store'
import { useResource, type Resource } from '../../../stores/use-resource'

/** The bindings of a key, as its files and the vault stand now. */
export function useBindingsOf(keyId: KeyId): Resource<readonly Binding[]> {
  const revision = useEnv((state) => state.revision)
  const keys = useKeyList((state) => state.keysRevision)
  const load = useCallback(async () => (await client.call('env.bindings', { keyId })).items, [keyId])
  return useResource(`${String(revision)} ${String(keys)}`, load)
}
