import type { ProjectId } from '@contract/model/env'
import { client } from '../../../client/client'
import { toCallFailure } from '../../../client/failure'
import { useEnv } from '../../../stores/env-store'
import { useUi } from '../../../stores/ui-store'

interface ScanOf {
  readonly projectId?: ProjectId | null
  /** Null asks, unless a project is named. */
  readonly folder?: string | null
  readonly staged?: boolean
}

/** Looks through a folder and shows what it finds; one that was cancelled before it found a folder leaves no trace. */
export async function scanFolder({ projectId = null, folder = null, staged = false }: ScanOf): Promise<void> {
  const begun = { projectId, folder, staged, result: null, failure: null }
  useUi.getState().goTo('projects')
  useEnv.getState().setScan(begun)
  // Another scan, or the way back, has taken its place.
  const isOver = (): boolean => useEnv.getState().scan !== begun
  try {
    const result = await client.call('scan.run', { folder, projectId, staged })
    if (!isOver()) useEnv.getState().setScan({ ...begun, folder: result.folder, result })
  } catch (error) {
    const failure = toCallFailure(error)
    if (isOver()) return
    useEnv.getState().setScan(failure.code === 'cancelled' ? null : { ...begun, failure })
  }
}

/** Ends a scan that is under way and goes back to where it was asked for. */
export function leaveScan(): void {
  if (useEnv.getState().scan?.result === null) client.call('scan.cancel', {}).catch(() => undefined)
  useEnv.getState().setScan(null)
}
