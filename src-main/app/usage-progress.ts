import type { PayloadOf } from '@contract/ipc'

type Progress = Omit<PayloadOf<'usage.progress'>, 'revision'>

/** What is being read and written, told together: each part knows only its own. */
export interface UsageProgress {
  syncing(items: Progress['syncing']): void
  exporting(state: Progress['exporting']): void
}

export function createUsageProgress(tell: (progress: Progress) => void): UsageProgress {
  let progress: Progress = { syncing: [], exporting: null }
  const become = (change: Partial<Progress>): void => {
    progress = { ...progress, ...change }
    tell(progress)
  }
  return {
    syncing: (syncing) => {
      become({ syncing })
    },
    exporting: (exporting) => {
      become({ exporting })
    }
  }
}
