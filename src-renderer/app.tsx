import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { useColorScheme } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import { BootFailure } from './boot-failure'
import { AuditScreen } from './features/audit'
import { FirstRunScreen } from './features/first-run'
import { KeyDialogs, KeysScreen } from './features/keys'
import { DamagedScreen, LockScreen } from './features/lock'
import { SettingsScreen } from './features/settings'
import { Shell } from './features/shell'
import { useApp } from './stores/app-store'
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
      return (
        <Shell keys={<KeysScreen />} audit={<AuditScreen />} settings={<SettingsScreen />}>
          <KeyDialogs />
          <Notifications position="bottom-right" limit={3} containerWidth={360} />
        </Shell>
      )
    default:
      return <LockScreen />
  }
}
