import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import { useUi } from '../../stores/ui-store'
import { lockVault, showConnections, showProjects, showReminders } from './actions'

/** The keys that work everywhere while the vault is open. */
export function useShortcuts(): void {
  const ui = useUi.getState()
  useHotkeys(
    [
      [
        'mod+K',
        () => {
          spotlight.toggle()
        }
      ],
      ['mod+L', lockVault],
      ['mod+J', showConnections],
      ['mod+P', showProjects],
      [
        'mod+D',
        () => {
          showReminders()
        }
      ],
      [
        'mod+N',
        () => {
          ui.setAdding(true)
        }
      ],
      [
        'mod+F',
        () => {
          ui.askSearch()
        }
      ],
      [
        'mod+comma',
        () => {
          ui.goTo('settings')
        }
      ]
    ],
    []
  )
  // These are letters too, so they wait for a moment when nobody is typing.
  useHotkeys([
    [
      '/',
      () => {
        ui.askSearch()
      }
    ],
    [
      'shift+?',
      () => {
        ui.showShortcuts(true)
      }
    ],
    [
      '?',
      () => {
        ui.showShortcuts(true)
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
