import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useUi } from '../../stores/ui-store'
import { Shortcut } from '../../ui/Shortcut'
import classes from './ShortcutSheet.module.css'

export function ShortcutSheet() {
  const { t } = useTranslation()
  const opened = useUi((state) => state.shortcutsShown)
  const show = useUi((state) => state.showShortcuts)
  const mod = useApp((state) => (state.app?.platform === 'darwin' ? '⌘' : 'Ctrl'))
  const groups = [
    {
      title: t('shortcuts.general'),
      rows: [
        { label: t('shortcuts.palette'), keys: [mod, 'K'] },
        { label: t('shortcuts.search'), keys: ['/'] },
        { label: t('shortcuts.newKey'), keys: [mod, 'N'] },
        { label: t('env.projects.title'), keys: [mod, 'P'] },
        { label: t('reminders.title'), keys: [mod, 'D'] },
        { label: t('shortcuts.connections'), keys: [mod, 'J'] },
        { label: t('shortcuts.lock'), keys: [mod, 'L'] },
        { label: t('shortcuts.settings'), keys: [mod, ','] },
        { label: t('shortcuts.back'), keys: ['Esc'] },
        { label: t('shortcuts.help'), keys: ['?'] }
      ]
    },
    {
      title: t('shortcuts.inList'),
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
      size={640}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={classes.title}>{group.title}</h3>
            <dl className={classes.list}>
              {group.rows.map((row) => (
                <div key={row.label}>
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
