import { windowCommandNames } from '@contract/window-commands'
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useUi } from '../../stores/ui-store'
import { Shortcut } from '../../ui/Shortcut'
import { commands, type Command } from './commands/commands'
import { keysOf } from './commands/shortcut-keys'
import classes from './ShortcutSheet.module.css'

const GROUPS = ['window', 'go', 'make', 'key'] as const

interface Row {
  readonly label: string
  readonly keys: readonly string[]
}

export function ShortcutSheet() {
  const { t } = useTranslation()
  const opened = useUi((state) => state.shortcutsShown)
  const show = useUi((state) => state.showShortcuts)
  const platform = useApp((state) => state.app?.platform ?? 'linux')
  const mod = platform === 'darwin' ? '⌘' : 'Ctrl'
  const rowsOf = (group: Command['group']): Row[] =>
    windowCommandNames
      .filter((name) => commands[name].group === group)
      .map((name) => ({ label: t(`commands.${name}`), keys: keysOf(name, platform) }))
  const more: Partial<Record<Command['group'], Row[]>> = {
    window: [
      { label: t('commands.search'), keys: ['/'] },
      { label: t('shortcuts.back'), keys: ['Esc'] },
      { label: t('shortcuts.help'), keys: ['?'] }
    ]
  }
  const groups: { readonly title: string; readonly rows: readonly Row[] }[] = [
    ...GROUPS.map((group) => ({
      title: t(`commands.groups.${group}`),
      rows: [...rowsOf(group), ...(more[group] ?? [])]
    })),
    {
      title: t('commands.groups.list'),
      rows: [
        { label: t('shortcuts.move'), keys: ['↑', '↓'] },
        { label: t('shortcuts.ends'), keys: ['Home', 'End'] },
        { label: t('shortcuts.typeAhead'), keys: [t('shortcuts.letters')] },
        { label: t('shortcuts.open'), keys: ['Enter'] },
        { label: t('shortcuts.select'), keys: ['Space'] },
        { label: t('shortcuts.copy'), keys: [mod, 'C'] }
      ]
    }
  ]
  return (
    <Modal
      opened={opened}
      onClose={() => {
        show(false)
      }}
      title={t('shortcuts.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={classes.title}>{group.title}</h3>
            <dl className={classes.list}>
              {group.rows.map((row) => (
                <div key={`${row.label} ${row.keys.join(' ')}`}>
                  <dt>{row.label}</dt>
                  <dd>
                    <Shortcut keys={row.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
