import type { ConnectionId, ConnectionTest } from '@contract/model/connection'
import { useState } from 'react'
import { client } from '../../client/client'
import { toCallFailure, type CallFailure } from '../../client/failure'

export interface ConnectionTesting {
  readonly running: boolean
  readonly result: ConnectionTest | null
  /** Why no result came; what a provider refuses is in the result instead. */
  readonly failure: CallFailure | null
  run(id: ConnectionId): Promise<ConnectionTest | null>
}

/** Tests a connection when asked to; never by itself. `run` answers null when no result came. */
export function useConnectionTest(): ConnectionTesting {
  const [running, setRunning] = useState(false)
  const [result, setResult] = useState<ConnectionTest | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  return {
    running,
    result,
    failure,
    async run(id) {
      setRunning(true)
      setResult(null)
      setFailure(null)
      try {
        const test = await client.call('connections.test', { id })
        setResult(test)
        return test
      } catch (error) {
        setFailure(toCallFailure(error))
        return null
      } finally {
        setRunning(false)
      }
    }
  }
}
