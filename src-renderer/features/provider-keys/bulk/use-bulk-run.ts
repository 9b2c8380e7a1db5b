import type { KeyId } from '@contract/model/base'
import type { Rotation } from '@contract/model/rotation'
import { useEffect, useRef, useState } from 'react'
import { client } from '../../../client/client'
import { toCallFailure, type CallFailure } from '../../../client/failure'
import { useRotations } from '../../../stores/rotations-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { cancelWork } from '../../../stores/work-store'
import type { BulkAction } from '../model/bulk-plan'
import { offeredModes } from '../model/rotation-steps'
import type { TiedKey } from '../use-tied-key'

/** What became of one key. */
export interface BulkOutcome {
  readonly tied: TiedKey
  readonly state: 'waiting' | 'working' | 'done' | 'failed'
  readonly failure: Pick<CallFailure, 'code' | 'details'> | null
  /** The rotation that was begun. */
  readonly rotation: Rotation | null
}

interface BulkRun {
  /** Null before it began. */
  readonly outcomes: readonly BulkOutcome[] | null
  readonly running: boolean
  /** Somebody asked to stop; what is under way comes to its end first. */
  readonly stopping: boolean
  start(keys: readonly TiedKey[]): void
  stop(): void
}

/** Does one thing with key after key, so that each provider is asked in its turn and each outcome is known. */
export function useBulkRun(action: BulkAction): BulkRun {
  const [outcomes, setOutcomes] = useState<readonly BulkOutcome[] | null>(null)
  const [running, setRunning] = useState(false)
  const [stopping, setStopping] = useState(false)
  const stop = useRef(false)

  // A lock takes the dialog away; no further key is touched then.
  useEffect(
    () => () => {
      stop.current = true
    },
    []
  )

  function note(id: KeyId, change: Partial<BulkOutcome>): void {
    setOutcomes((before) => before?.map((one) => (one.tied.saved.id === id ? { ...one, ...change } : one)) ?? null)
  }

  async function run(keys: readonly TiedKey[]): Promise<void> {
    for (const tied of keys) {
      if (stop.current) break
      const { id } = tied.saved
      note(id, { state: 'working' })
      try {
        const rotation = await act(action, tied)
        const failure = rotation?.failure ?? null
        note(id, { state: failure === null ? 'done' : 'failed', failure, rotation })
      } catch (error) {
        const failure = toCallFailure(error)
        if (failure.code === 'cancelled' || failure.code === 'vault-locked') stop.current = true
        note(id, { state: 'failed', failure })
      }
    }
    setRunning(false)
    if (action === 'rotate') useRotations.getState().refresh()
    useUnfinished.getState().refresh()
  }

  return {
    outcomes,
    running,
    stopping,
    start(keys) {
      stop.current = false
      setStopping(false)
      setRunning(true)
      setOutcomes((before) => {
        const fresh = keys.map((tied) => ({ tied, state: 'waiting' as const, failure: null, rotation: null }))
        const again = new Set(keys.map(({ saved }) => saved.id))
        return [...(before?.filter(({ tied }) => !again.has(tied.saved.id)) ?? []), ...fresh]
      })
      void run(keys)
    },
    stop() {
      stop.current = true
      setStopping(true)
      cancelWork()
    }
  }
}

async function act(action: BulkAction, { saved, kind }: TiedKey): Promise<Rotation | null> {
  const { id } = saved
  switch (action) {
    case 'disable':
      await client.call('remote.setEnabled', { id, enabled: false })
      return null
    case 'revoke':
      await client.call('remote.revoke', { id })
      return null
    case 'rotate': {
      const mode = offeredModes(kind.rotation)[0] ?? null
      const rotation = await client.call('rotations.start', { id, mode })
      // The vault keeps the new value, so nobody has to be shown it first.
      if (rotation.new !== null) await client.call('remote.putAway', { id })
      return rotation
    }
  }
}
