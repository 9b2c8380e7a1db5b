import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import { useUi } from '../../stores/ui-store'
import { commands } from './commands/commands'
import { hotkeyOf, hotkeys } from './commands/shortcut-keys'

/** The keys that work while the vault is open, and what the menu asked for. */
export function useShortcuts(): void {
  const { askSearch, showShortcuts, wantCommand } = useUi.getState()
  const wanted = useUi((state) => state.wantedCommand)
  useEffect(() => {
    if (wanted === null) return
    wantCommand(null)
    commands[wanted].run()
  }, [wanted, wantCommand])

  const bound = hotkeys.map(({ command, hotkey }) => ({ command, hotkey, ...commands[command] }))
  useHotkeys(
    bound
      .filter(({ command }) => command !== 'bin-key')
      .map(({ hotkey, group, run }) => [hotkey, group === 'key' ? unlessInDialog(run) : run]),
    []
  )
  // These mean something to a field of text, so they wait for a moment when nobody is typing.
  useHotkeys([
    [hotkeyOf('bin-key'), unlessInDialog(commands['bin-key'].run)],
    ['/', askSearch],
    [
      'shift+?',
      () => {
        showShortcuts(true)
      }
    ],
    [
      '?',
      () => {
        showShortcuts(true)
      }
    ]
  ])
  // The palette keeps whether it is open outside of React; a lock must not leave it so.
  useEffect(
    () => () => {
      spotlight.close()
    },
    []
  )
}

/** What lies under a dialog is not what somebody means who works in it. */
function unlessInDialog(run: () => void): () => void {
  return () => {
    const dialogs = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')]
    if (!dialogs.some((dialog) => dialog.checkVisibility())) run()
  }
}
