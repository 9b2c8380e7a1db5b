import { useEffect, useState } from 'react'
import { toCallFailure, type CallFailure } from '../client/failure'

export interface Resource<Value> {
  readonly value: Value | null
  readonly failure: CallFailure | null
}

/**
 * Loads a value for as long as the component is there, and again when `key` changes.
 * The value before stays until its successor arrives. `load` must be stable.
 */
export function useResource<Key, Value>(key: Key, load: (key: Key) => Promise<Value>): Resource<Value> {
  const [resource, setResource] = useState<Resource<Value>>({ value: null, failure: null })
  useEffect(() => {
    let wanted = true
    load(key).then(
      (value) => {
        if (wanted) setResource({ value, failure: null })
      },
      (error: unknown) => {
        if (wanted) setResource((before) => ({ value: before.value, failure: toCallFailure(error) }))
      }
    )
    return () => {
      wanted = false
    }
  }, [key, load])
  return resource
}
