import { Notifications } from '@mantine/notifications'
import { AuditScreen } from './features/audit'
import { BackupsScreen } from './features/backups'
import { AddConnectionDialog, ConnectionsScreen } from './features/connections'
import { EnvDialogs, envSlots, ProjectsScreen } from './features/env-files'
import { GrantDialog } from './features/grants'
import { Intake } from './features/intake'
import { KeyDialogs, KeysScreen } from './features/keys'
import { ProviderKeyDialogs, UnfinishedBanner } from './features/provider-keys'
import { ReminderDialogs, RemindersScreen } from './features/reminders'
import { SettingsScreen } from './features/settings'
import { Shell } from './features/shell'
import { ImportDialog } from './features/transfer'
import { UsageScreen } from './features/usage'
import { CareBanners, HeldBanner, RecoveryKitDialog } from './features/vault-care'
import { OtherVaults } from './features/vaults'
import { MOST_TOASTS } from './ui/toasts'

/** The window while the vault is open. */
export function Unlocked() {
  return (
    <Shell
      banner={
        <>
          <HeldBanner />
          <CareBanners />
          <UnfinishedBanner />
        </>
      }
      screens={{
        keys: <KeysScreen />,
        projects: <ProjectsScreen />,
        reminders: <RemindersScreen />,
        connections: <ConnectionsScreen />,
        usage: <UsageScreen />,
        audit: <AuditScreen />,
        backups: <BackupsScreen />,
        settings: <SettingsScreen />
      }}
    >
      <KeyDialogs />
      <ImportDialog />
      <Intake />
      <ProviderKeyDialogs env={envSlots} />
      <EnvDialogs />
      <ReminderDialogs />
      <AddConnectionDialog />
      <RecoveryKitDialog />
      <OtherVaults />
      <GrantDialog />
      <Notifications position="bottom-right" limit={MOST_TOASTS} containerWidth={360} />
    </Shell>
  )
}
