import 'dayjs/locale/de'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { useColorScheme } from '@mantine/hooks'
import type { SessionPhase } from '@contract/model/session'
import { useEffect, useState, type ComponentType } from 'react'
import { I18nextProvider } from 'react-i18next'
import { BootFailure } from './boot-failure'
import { FirstRunScreen } from './features/first-run'
import { DamagedScreen, LockScreen } from './features/lock'
import { NewPasswordScreen } from './features/vault-care'
import { useApp } from './stores/app-store'
import { useUi } from './stores/ui-store'
import { chooseLanguage, texts } from './texts/texts'
import { styleNonce } from './theme/nonce'
import { cssVariablesResolver, theme } from './theme/theme'
import { clearToasts } from './ui/toasts'

/** Everything behind the lock: nothing of it is read before the lock screen is painted, and all of it right after. */
let unlocked: ComponentType | null = null
async function loadUnlocked(): Promise<ComponentType> {
  unlocked = (await import('./unlocked')).Unlocked
  return unlocked
}

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
  const phase = useShownPhase()
  const bootFailure = useApp((state) => state.bootFailure)
  const needsNewPassword = useApp((state) => state.session?.needsNewPassword === true)
  const later = useUi((state) => state.newPasswordLater)

  useEffect(() => {
    if (phase !== 'unlocked') clearToasts()
  }, [phase])

  useEffect(() => {
    if (phase === null) return
    const waiting = requestIdleCallback(() => void loadUnlocked(), { timeout: 1_000 })
    return () => {
      cancelIdleCallback(waiting)
    }
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
      return <UnlockedWindow />
    default:
      return <LockScreen />
  }
}

/** A vault that was just made is opened at once: until it is open, what made it stays and shows that it works. */
function useShownPhase(): SessionPhase | null {
  const phase = useApp((state) => state.session?.phase ?? null)
  const [before, setBefore] = useState(phase)
  const shown = phase === 'unlocking' && before === 'absent' ? before : phase
  if (shown !== before) setBefore(shown)
  return shown
}

// Not React's lazy: it would show nothing first even of what is loaded, and what follows nothing waits 300 ms.
function UnlockedWindow() {
  const [Window, setWindow] = useState(() => unlocked)
  useEffect(() => {
    if (Window === null)
      void loadUnlocked().then((loaded) => {
        setWindow(() => loaded)
      })
  }, [Window])
  return Window === null ? null : <Window />
}
