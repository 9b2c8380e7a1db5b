import { windowCommandNames, type WindowCommand } from '@contract/window-commands'
import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useUi } from '../../stores/ui-store'
import { Shortcut } from '../../ui/Shortcut'
import { keysOf } from '../../ui/shortcut-keys'
import { commands, type Command } from './commands/commands'
import classes from './ShortcutSheet.module.css'

interface Row {
  readonly label: string
  /** One or more ways to do it, each of keys pressed together. */
  readonly ways: readonly (readonly string[])[]
}

/** Keys that do the same as a command's own where nothing is typed into. */
const ALSO: Partial<Record<WindowCommand, string>> = { search: '/', shortcuts: '?' }

export function ShortcutSheet() {
  const { t } = useTranslation()
  const opened = useUi((state) => state.shortcutsShown)
  const show = useUi((state) => state.showShortcuts)
  const platform = useApp((state) => state.app?.platform ?? 'linux')
  const mod = platform === 'darwin' ? '⌘' : 'Ctrl'
  const rowsOf = (group: Command['group']): Row[] =>
    windowCommandNames
      .filter((name) => commands[name].group === group)
      .map((name) => {
        const also = ALSO[name]
        return { label: t(`commands.${name}`), ways: [keysOf(name, platform), ...(also === undefined ? [] : [[also]])] }
      })
  const inList: Row[] = [
    { label: t('shortcuts.move'), ways: [['↑'], ['↓']] },
    { label: t('shortcuts.ends'), ways: [['Home'], ['End']] },
    { label: t('shortcuts.typeAhead'), ways: [[t('shortcuts.letters')]] },
    { label: t('shortcuts.open'), ways: [['Enter']] },
    { label: t('shortcuts.select'), ways: [['Space']] },
    { label: t('shortcuts.copy'), ways: [[mod, 'C']] }
  ]
  // In this order they fill the columns evenly.
  const groups: readonly (readonly [group: Command['group'] | 'list', rows: readonly Row[]])[] = [
    ['window', [...rowsOf('window'), { label: t('shortcuts.back'), ways: [['Esc']] }]],
    ['key', rowsOf('key')],
    ['go', rowsOf('go')],
    ['list', inList],
    ['make', rowsOf('make')]
  ]
  return (
    <Modal
      opened={opened}
      onClose={() => {
        show(false)
      }}
      title={t('shortcuts.title')}
      size={1120}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.groups}>
        {groups.map(([group, rows]) => (
          <section key={group}>
            <h3 className={classes.title}>{t(`commands.groups.${group}`)}</h3>
            <dl className={classes.list}>
              {rows.map((row) => (
                <div key={row.label}>
                  <dt>{row.label}</dt>
                  <dd>
                    {row.ways.map((keys, at) => (
                      <Fragment key={keys.join(' ')}>
                        {at > 0 && <span className={classes.or}>{t('shortcuts.or')}</span>}
                        <Shortcut keys={keys} />
                      </Fragment>
                    ))}
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
