import { windowCommandNames, type WindowCommand } from '@contract/window-commands'
import { IconAlertTriangle, IconBookmark, IconFileArrowRight, IconRefresh, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { useRotations } from '../../../stores/rotations-store'
import { useUi } from '../../../stores/ui-store'
import { useUnfinished } from '../../../stores/unfinished-store'
import { useViews } from '../../../stores/views-store'
import { writeSelected } from '../../env-files'
import { openView } from '../../keys'
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
  const views = useViews((state) => state.items) ?? []
  const unfinished = useUnfinished((state) => state.items?.length ?? 0)
  const onKeys = useUi((state) => state.screen === 'keys')
  const openId = useKeyList((state) => state.openId)
  const selected = useKeyList((state) => (state.filter.view === 'bin' ? 0 : state.selected.size))
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
    ...(onKeys && selected > 0
      ? [more(t('env.write.titleMany', { count: selected }), IconFileArrowRight, writeSelected)]
      : []),
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
    ...views.map((view) => ({
      ...more(t('keys.views.openNamed', { name: view.fields.name }), IconBookmark, () => {
        openView(view)
      }),
      id: view.id
    }))
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
