import type { OldUse, Rotation } from '@contract/model/rotation'
import { useCallback, useEffect } from 'react'
import { client } from '../../../client/client'
import { useUsage } from '../../../stores/usage-store'
import { useResource } from '../../../stores/use-resource'

/** The app reads on for a minute after it was asked. */
const ASK_EVERY_MS = 45_000

/** Whether the old value is still used, followed while it is looked at. Null where that is no question, or not known yet. */
export function useOldUse({ id, connectionId, endedAt, mode, new: made }: Rotation): OldUse | null {
  const revision = useUsage((state) => state.revision)
  const isOpen = endedAt === null && made !== null && mode !== 'in-place'
  useEffect(() => {
    if (!isOpen) return
    const follow = (): void => {
      // What cannot be read stands with the account.
      client.call('usage.follow', { connectionIds: [connectionId] }).catch(() => undefined)
    }
    follow()
    const timer = setInterval(follow, ASK_EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  }, [connectionId, isOpen])
  const load = useCallback(
    async () => (isOpen ? (await client.call('rotations.oldUse', { id })).use : null),
    [id, isOpen]
  )
  return useResource(revision, load).value
}
