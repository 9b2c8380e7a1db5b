import { windowCommandNames, type WindowCommand } from '@contract/window-commands'
import {
  IconActivity,
  IconAlertTriangle,
  IconBell,
  IconBellRinging,
  IconBroadcast,
  IconCalendarDown,
  IconLifebuoy,
  IconRefresh,
  type Icon
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useReminders } from '../../../stores/reminders-store'
import { useRotations } from '../../../stores/rotations-store'
import { useUi } from '../../../stores/ui-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { testNotification } from '../../reminders'
import { syncNow } from '../../usage'
import { showReminders, showUsage } from '../actions'
import { commands } from './commands'

export interface PaletteAction {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  /** The command it is, for its keys. */
  readonly command: WindowCommand | null
  readonly run: () => void
}

interface PaletteActions {
  /** What can be done with the key that is open; none while none is. */
  readonly key: readonly PaletteAction[]
  readonly all: readonly PaletteAction[]
}

/** Everything that can be done in the window now. */
export function usePaletteActions(): PaletteActions {
  const { t } = useTranslation()
  const rotations = useRotations((state) => state.items) ?? []
  const unfinished = useUnfinished((state) => state.items?.length ?? 0)
  const onKeys = useUi((state) => state.screen === 'keys')
  const openId = useKeyList((state) => state.openId)
  const { open } = useProviderDialog.getState()

  const all: PaletteAction[] = windowCommandNames
    .filter((name) => commands[name].group !== 'key' && name !== 'palette' && name !== 'lock')
    .map((name) => fromCommand(name, t(`commands.${name}`)))
  const key =
    onKeys && openId !== null
      ? windowCommandNames
          .filter((name) => commands[name].group === 'key')
          .map((name) => fromCommand(name, t(`commands.${name}`)))
      : []
  const rest: PaletteAction[] = [
    ...rotations.map(({ id, keyId, keyName }) =>
      more(t('provider.rotation.title', { name: keyName }), IconRefresh, () => {
        open({ kind: 'rotation', keyId, rotationId: id })
      })
    ),
    ...(unfinished > 0
      ? [
          more(t('provider.unfinished.title'), IconAlertTriangle, () => {
            open({ kind: 'unfinished' })
          })
        ]
      : []),
    more(t('reminders.palette.rules'), IconBell, () => {
      showReminders('rules')
    }),
    more(t('reminders.palette.channels'), IconBroadcast, () => {
      showReminders('channels')
    }),
    more(t('reminders.palette.addChannel'), IconBroadcast, () => {
      useReminders.getState().open({ kind: 'channel', id: null })
    }),
    more(t('reminders.export.open'), IconCalendarDown, () => {
      useReminders.getState().open({ kind: 'export' })
    }),
    more(t('reminders.palette.test'), IconBellRinging, () => void testNotification()),
    more(t('usage.palette.sync'), IconActivity, () => void syncNow([])),
    more(t('usage.palette.findings'), IconActivity, () => {
      showUsage('findings')
    }),
    more(t('usage.palette.quotas'), IconActivity, () => {
      showUsage('quotas')
    }),
    more(t('kit.make'), IconLifebuoy, () => {
      useUi.getState().makeKit(true)
    })
  ]
  return { key, all: [...all, ...rest, fromCommand('lock', t('commands.lock'))] }
}

function fromCommand(command: WindowCommand, label: string): PaletteAction {
  const { icon, run } = commands[command]
  return { id: command, label, icon, command, run }
}

function more(label: string, icon: Icon, run: () => void): PaletteAction {
  return { id: label, label, icon, command: null, run }
}
