import type { OutputOf } from '@contract/ipc'
import { useState } from 'react'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'

export type ChannelAnswer = OutputOf<'reminders.testChannel'> | { readonly failure: CallFailure }

export interface ChannelTest {
  readonly running: boolean
  /** What the last test said; null before one. */
  readonly answer: ChannelAnswer | null
  readonly run: () => Promise<void>
}

/** Sends a test to a channel and keeps what came of it for as long as the row is there. */
export function useChannelTest(id: string): ChannelTest {
  const [running, setRunning] = useState(false)
  const [answer, setAnswer] = useState<ChannelAnswer | null>(null)
  return {
    running,
    answer,
    run: async () => {
      setRunning(true)
      try {
        setAnswer(await client.call('reminders.testChannel', { id }))
      } catch (error) {
        setAnswer({ failure: toCallFailure(error) })
      } finally {
        setRunning(false)
      }
    }
  }
}
