import type { FirstPage } from './first-page'
import type { SessionKeeper } from './session-keeper'

/**
 * What an open vault sets going by itself: at providers, in files, in its bin. It waits for the first page of keys, and
 * where the vault is held for the person who allows it.
 */
export interface Unattended {
  /** Runs `started` once in each unlock, in the order registered; never in one in which nobody allows it. */
  after(started: () => void): void
}

interface Parts {
  readonly session: Pick<SessionKeeper, 'current' | 'afterAllowing' | 'beforeLock'>
  readonly firstPage: Pick<FirstPage, 'after'>
}

export function createUnattended({ session, firstPage }: Parts): Unattended {
  const starts: (() => void)[] = []
  let isTime = false
  let hasBegun = false

  function begin(): void {
    if (!isTime || hasBegun || session.current().holds !== null) return
    hasBegun = true
    for (const started of starts) started()
  }

  firstPage.after(() => {
    isTime = true
    begin()
  })
  session.afterAllowing(begin)
  session.beforeLock(() => {
    isTime = false
    hasBegun = false
  })

  return {
    after(started) {
      starts.push(started)
    }
  }
}
