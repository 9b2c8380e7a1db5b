import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import { useUi } from '../../stores/ui-store'
import { commands } from './commands/commands'
import { hotkeys } from './commands/shortcut-keys'

/** The keys that work while the vault is open, and what the menu asked for. */
export function useShortcuts(): void {
  const { askSearch, showShortcuts, wantCommand } = useUi.getState()
  const wanted = useUi((state) => state.wantedCommand)
  useEffect(() => {
    if (wanted === null) return
    wantCommand(null)
    commands[wanted].run()
  }, [wanted, wantCommand])

  const bound = hotkeys.map(({ command, hotkey }) => ({ hotkey, ...commands[command] }))
  useHotkeys(
    bound.filter(({ group }) => group !== 'key').map(({ hotkey, run }) => [hotkey, run]),
    []
  )
  // Some of these mean something to a field of text, so they wait for a moment when nobody is typing.
  useHotkeys([
    ...bound.filter(({ group }) => group === 'key').map(({ hotkey, run }): [string, () => void] => [hotkey, run]),
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
