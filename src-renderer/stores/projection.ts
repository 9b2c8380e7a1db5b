import { client } from '../client/client'
import type { Change } from '../client/create-client'
import { toCallFailure } from '../client/failure'
import { useApp } from './app-store'
import { forgetBulk } from './bulk-store'
import { useConnections } from './connections-store'
import { useEnv } from './env-store'
import { useFacets } from './facets-store'
import { goToWantedPlace } from './go-to-place'
import { useGrants } from './grants-store'
import { forgetImportSource } from './import-source'
import { useKeyList } from './key-list-store'
import { takePasted } from './pasted-secret'
import { useProviderDialog } from './provider-dialog-store'
import { useReminders } from './reminders-store'
import { restoreNote } from './restore-note'
import { useRotations } from './rotations-store'
import { useUi } from './ui-store'
import { useUnfinished } from './unfinished-store'
import { useUsage } from './usage-store'
import { useViews } from './views-store'
import { isAwaited, useWork } from './work-store'

/** A window that is hidden is never idle. */
const LONGEST_PAINT_MS = 200

/** Fills the stores from the core and keeps them in step with it. A failure to start is kept in the app's store. */
export async function startProjection(): Promise<void> {
  try {
    await client.connect({
      start(snapshot) {
        const { version, platform, vaultFolder, session, clipboard, settings } = snapshot
        useApp.setState({ app: { version, platform, vaultFolder }, session, clipboard, settings })
        if (session.phase === 'unlocked') openVault()
      },
      change: applyChange
    })
  } catch (error) {
    useApp.setState({ bootFailure: toCallFailure(error) })
  }
}

function applyChange(change: Change): void {
  switch (change.name) {
    case 'session.changed': {
      const before = useApp.getState().session?.phase
      const { session } = change.payload
      useApp.setState(session.phase === 'locking' ? { session, leaving: true } : { session })
      if (session.phase === 'unlocked' && before !== 'unlocked') openVault()
      if (session.phase !== 'unlocked' && before === 'unlocked') forgetVault()
      return
    }
    case 'keys.changed':
      useKeyList.getState().refresh()
      useFacets.getState().refresh()
      useReminders.getState().fallBehind()
      return
    case 'clipboard.changed':
      useApp.setState({ clipboard: change.payload.clipboard })
      return
    case 'settings.changed':
      useApp.setState({ settings: change.payload.settings })
      return
    case 'views.changed':
      useViews.getState().refresh()
      return
    case 'remote.changed':
      refreshRemote()
      // An account that was added or removed is one whose usage is read or no more.
      useUsage.getState().refresh()
      return
    case 'work.changed':
      useWork.setState({ items: change.payload.items.filter(isAwaited) })
      return
    case 'reminders.changed':
      useReminders.getState().refresh()
      return
    case 'env.changed':
      useEnv.getState().refresh()
      return
    case 'scan.progress':
      useEnv.setState({ running: change.payload.running })
      return
    case 'usage.changed':
      useUsage.getState().refresh()
      return
    case 'usage.progress':
      useUsage.setState({ syncing: change.payload.syncing, exporting: change.payload.exporting })
      return
    case 'grants.changed':
      useGrants.getState().refresh()
      return
    case 'navigation.wanted':
      // While the vault is locked the place waits; it is asked for after the next unlock.
      if (useApp.getState().session?.phase === 'unlocked') void goToWantedPlace()
  }
}

function openVault(): void {
  restoreNote.clear()
  useUi.getState().setRestored(null)
  useKeyList.getState().refresh()
  afterFirstPage(() => {
    useFacets.getState().refresh()
    useViews.getState().refresh()
    refreshRemote()
    useReminders.getState().refresh()
    useEnv.getState().refresh()
    useGrants.getState().refresh()
    useUsage.getState().refresh()
  })
  void goToWantedPlace()
}

let stopWaiting = (): void => undefined

/** Asks for the rest once the first keys are painted, so that nothing stands in their way. */
function afterFirstPage(ask: () => void): void {
  stopWaiting()
  stopWaiting = useKeyList.subscribe(({ found, failure }) => {
    if (found === null && failure === null) return
    stopWaiting()
    const idle = requestIdleCallback(ask, { timeout: LONGEST_PAINT_MS })
    stopWaiting = () => {
      cancelIdleCallback(idle)
    }
  })
}

function refreshRemote(): void {
  useConnections.getState().refresh()
  useRotations.getState().refresh()
  useUnfinished.getState().refresh()
}

/** After a lock nothing of the vault stays in the window: not a name, not a search, not a count. */
function forgetVault(): void {
  stopWaiting()
  useKeyList.getState().forget()
  useFacets.getState().forget()
  useViews.getState().forget()
  forgetBulk()
  forgetImportSource()
  takePasted()
  useConnections.getState().forget()
  useRotations.getState().forget()
  useUnfinished.getState().forget()
  useProviderDialog.getState().forget()
  useReminders.getState().forget()
  useEnv.getState().forget()
  useUsage.getState().forget()
  useGrants.getState().forget()
  useWork.setState({ items: [] })
  useUi.getState().forget()
}
