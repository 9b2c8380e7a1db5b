import 'dayjs/locale/de'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { useColorScheme } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import { BootFailure } from './boot-failure'
import { AuditScreen } from './features/audit'
import { BackupsScreen } from './features/backups'
import { AddConnectionDialog, ConnectionsScreen } from './features/connections'
import { EnvDialogs, envSlots, ProjectsScreen } from './features/env-files'
import { FirstRunScreen } from './features/first-run'
import { GrantDialog } from './features/grants'
import { Intake } from './features/intake'
import { KeyDialogs, KeysScreen } from './features/keys'
import { DamagedScreen, LockScreen } from './features/lock'
import { ProviderKeyDialogs, UnfinishedBanner } from './features/provider-keys'
import { ReminderDialogs, RemindersScreen } from './features/reminders'
import { SettingsScreen } from './features/settings'
import { Shell } from './features/shell'
import { ImportDialog } from './features/transfer'
import { UsageScreen } from './features/usage'
import { CareBanners, NewPasswordScreen, RecoveryKitDialog } from './features/vault-care'
import { useApp } from './stores/app-store'
import { useUi } from './stores/ui-store'
import { chooseLanguage, texts } from './texts/texts'
import { styleNonce } from './theme/nonce'
import { cssVariablesResolver, theme } from './theme/theme'
import { clearToasts } from './ui/toasts'

export function App() {
  const systemScheme = useColorScheme()
  const chosenTheme = useApp((state) => state.settings?.theme ?? 'system')
  const chosenLanguage = useApp((state) => state.settings?.language ?? 'system')
  const density = useApp((state) => state.settings?.density ?? 'comfortable')
  const language = chooseLanguage(chosenLanguage, navigator.languages)

  useEffect(() => {
    document.documentElement.lang = language
    void texts.changeLanguage(language)
  }, [language])

  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={styleNonce}
      forceColorScheme={chosenTheme === 'system' ? systemScheme : chosenTheme}
    >
      <I18nextProvider i18n={texts}>
        <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
          <CurrentScreen />
        </DatesProvider>
      </I18nextProvider>
    </MantineProvider>
  )
}

function CurrentScreen() {
  const phase = useApp((state) => state.session?.phase ?? null)
  const bootFailure = useApp((state) => state.bootFailure)
  const needsNewPassword = useApp((state) => state.session?.needsNewPassword === true)
  const later = useUi((state) => state.newPasswordLater)

  useEffect(() => {
    if (phase !== 'unlocked') clearToasts()
  }, [phase])

  if (bootFailure !== null) return <BootFailure failure={bootFailure} />
  switch (phase) {
    case null:
      return null
    case 'absent':
      return <FirstRunScreen />
    case 'damaged':
      return <DamagedScreen />
    case 'unlocked':
      if (needsNewPassword && !later) return <NewPasswordScreen />
      return (
        <Shell
          banner={
            <>
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
          <GrantDialog />
          <Notifications position="bottom-right" limit={3} containerWidth={360} />
        </Shell>
      )
    default:
      return <LockScreen />
  }
}
