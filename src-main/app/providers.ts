import type { ConnectorBook } from '../connectors/connector'
import { createAccounts } from '../core/remote/accounts'
import { createSamples } from '../core/remote/samples'
import { rotateWhatIsDue } from '../core/remote/automatic'
import type { BoundFiles } from '../core/remote/bound-files'
import { createConnections } from '../core/remote/connections'
import { holdAfterRestore } from '../core/remote/after-restore'
import { createCreation } from '../core/remote/creation'
import { createNewSecrets } from '../core/remote/new-secrets'
import { createRemoteKeys } from '../core/remote/remote-keys'
import { createSendOnce } from '../core/remote/requests'
import { createRotationSteps } from '../core/remote/rotation-steps'
import { createRotations } from '../core/remote/rotations'
import { createUnfinishedWork } from '../core/remote/unfinished'
import { createWork, type WorkItem } from '../core/remote/work'
import type { Unattended } from '../core/unattended'
import type { SessionKeeper } from '../core/session-keeper'
import type { Clock } from '../ports/clock'
import type { Log } from '../ports/log'

interface Parts {
  readonly session: SessionKeeper
  readonly unattended: Unattended
  readonly connectors: ConnectorBook
  readonly files: BoundFiles
  readonly clock: Clock
  readonly log: Log
  readonly keepsUp: boolean
  readonly askAgainMinutes: () => number
  /** Keys, connections, links, rotations or unfinished work have changed. */
  readonly changed: () => void
  readonly workChanged: (items: readonly WorkItem[]) => void
}

/** How often what time brings due is looked for while the vault is open. */
const LOOK_EVERY_MS = 60_000

/** All that speaks to providers, composed, and kept going while the vault is open. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- each member's factory names its type
export function createProviders({
  session,
  unattended,
  connectors,
  files,
  clock,
  log,
  keepsUp,
  askAgainMinutes,
  changed,
  workChanged
}: Parts) {
  const work = createWork(clock, workChanged)
  const accounts = createAccounts({ session, connectors, clock, work })
  const fresh = createNewSecrets(session, clock, changed)
  const sendOnce = createSendOnce({ session, accounts, clock })
  const creation = createCreation({ session, accounts, sendOnce, fresh, clock, changed })
  const remoteKeys = createRemoteKeys({ session, accounts, clock, changed })
  const steps = createRotationSteps({ session, accounts, sendOnce, fresh, files, clock })
  const rotations = createRotations({ session, accounts, steps, clock, changed })
  const unfinished = createUnfinishedWork({
    session,
    accounts,
    creation,
    isUnderWay: sendOnce.isUnderWay,
    clock,
    changed
  })
  const connections = createConnections({ session, connectors, accounts, clock, askAgainMinutes, changed })

  let stop = (): void => undefined
  async function look(): Promise<void> {
    try {
      await rotations.keepUp()
      await rotateWhatIsDue({ session, accounts, rotations, remoteKeys, clock })
    } catch {
      log.warn('due rotations not looked for')
    }
  }
  /** One look after the other: what takes long, or a computer that slept, does not pile them up. */
  async function keepLooking(stillUnlocked: () => void): Promise<void> {
    await look()
    try {
      stillUnlocked()
    } catch {
      return
    }
    stop = clock.after(LOOK_EVERY_MS, () => void keepLooking(stillUnlocked))
  }
  let held: Promise<boolean> = Promise.resolve(true)
  session.afterUnlock(({ restored }) => {
    if (session.current().readOnly) return
    const stillUnlocked = session.hold()
    const settle = async (): Promise<void> => {
      await holdAfterRestore(session, clock)
      stillUnlocked()
      await session.settled()
    }
    held = (restored ? settle() : Promise.resolve()).then(
      () => true,
      () => {
        log.warn('rotations not held after a restore')
        return false
      }
    )
  })
  unattended.after(() => {
    if (!keepsUp || session.current().readOnly) return
    const stillUnlocked = session.hold()
    void held.then((mayLook) => (mayLook ? keepLooking(stillUnlocked) : undefined))
  })
  session.beforeLock(async () => {
    stop()
    await work.cancel()
    // Answers with new values pass through the mapping thread: its heap goes with the lock.
    await connectors.end()
  })
  return {
    samples: createSamples({ session, accounts, clock }),
    work,
    accounts,
    fresh,
    creation,
    remoteKeys,
    rotations,
    unfinished,
    connections
  }
}
