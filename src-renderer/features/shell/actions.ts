import { client } from '../../client/client'
import { useConnections } from '../../stores/connections-store'
import { useEnv } from '../../stores/env-store'
import { noFilter } from '../../stores/key-filter'
import { useKeyList } from '../../stores/key-list-store'
import { useProviderDialog } from '../../stores/provider-dialog-store'
import { useReminders, type ReminderTab } from '../../stores/reminders-store'
import { useRotations } from '../../stores/rotations-store'
import { useUi } from '../../stores/ui-store'
import { useUsage, type UsageTab } from '../../stores/usage-store'
import { useViews } from '../../stores/views-store'

/** Locks the vault. The lock screen comes with the core's answer; a failure leaves the vault as it was. */
export function lockVault(): void {
  client.call('session.lock', {}).catch(() => undefined)
}

/** Shows one choice of the sidebar and drops every other filter. */
export function showKeys(choice: Partial<typeof noFilter>): void {
  useUi.getState().goTo('keys')
  useViews.getState().open(null)
  useKeyList.getState().setFilter({ ...noFilter, ...choice })
}

/** Shows the list of accounts at providers. */
export function showConnections(): void {
  useConnections.getState().open(null)
  useUi.getState().goTo('connections')
}

/** Shows the list of projects. */
export function showProjects(): void {
  useEnv.getState().openProject(null)
  useUi.getState().goTo('projects')
}

/** Shows the reminders; what is to come unless another part of them is meant. */
export function showReminders(tab: ReminderTab = 'open'): void {
  useReminders.getState().show(tab)
  useUi.getState().goTo('reminders')
}

/** Shows a part of what is known of usage. */
export function showUsage(tab: UsageTab): void {
  useUsage.getState().show(tab)
  useUi.getState().goTo('usage')
}

/** Shows the keys that are being rotated; the rotation itself where there is only one. */
export function showRotations(): void {
  showKeys({ statuses: ['rotating'] })
  const [only, ...others] = useRotations.getState().items ?? []
  if (only === undefined || others.length > 0) return
  useKeyList.getState().open(only.keyId)
  useProviderDialog.getState().open({ kind: 'rotation', keyId: only.keyId, rotationId: only.id })
}
