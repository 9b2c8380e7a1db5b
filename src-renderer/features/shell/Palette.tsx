import type { KeySummary } from '@contract/model/key'
import { Spotlight } from '@mantine/spotlight'
import { IconKey, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useKeyList } from '../../stores/key-list-store'
import { useUi } from '../../stores/ui-store'
import { Shortcut } from '../../ui/Shortcut'
import { keysOf } from '../../ui/shortcut-keys'
import { usePaletteActions, type PaletteAction } from './commands/palette-actions'
import classes from './Palette.module.css'
import { useFoundKeys } from './use-found-keys'

export function Palette() {
  const { t, i18n } = useTranslation()
  const [query, setQuery] = useState('')
  const keys = useFoundKeys(query)
  const actions = usePaletteActions()
  const typed = query.trim().toLocaleLowerCase(i18n.language)
  const fits = ({ label }: PaletteAction): boolean => label.toLocaleLowerCase(i18n.language).includes(typed)
  const onKey = actions.key.filter(fits)
  const others = actions.all.filter(fits)

  // The kit chooses the first line when something is typed; the keys arrive after that and push it away.
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (list.current === null) return
    list.current.querySelector('[data-selected]')?.removeAttribute('data-selected')
    list.current.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  }, [keys])

  const openKey = (key: KeySummary): void => {
    useUi.getState().goTo('keys')
    useKeyList.getState().open(key.id)
  }

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      size={560}
      radius="md"
      clearQueryOnClose
      title={t('palette.label')}
      centered={false}
      yOffset="14vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
      classNames={{
        content: classes.content ?? '',
        header: classes.header ?? '',
        search: classes.search ?? '',
        actionsList: classes.list ?? '',
        actionsGroup: classes.group ?? ''
      }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.label')}
        leftSection={<IconSearch size={20} />}
      />
      <Spotlight.ActionsList ref={list}>
        {keys.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.keys')}>
            {keys.map((key) => (
              <Spotlight.Action
                key={key.id}
                onClick={() => {
                  openKey(key)
                }}
              >
                <span className={classes.action}>
                  <IconKey size={16} aria-hidden="true" />
                  <span className={classes.label}>{key.name}</span>
                  <span className={classes.provider}>{key.provider}</span>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        <Group label={t('commands.groups.key')} actions={onKey} />
        <Group label={t('palette.actions')} actions={others} />
        {keys.length + onKey.length + others.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function Group({ label, actions }: { readonly label: string; readonly actions: readonly PaletteAction[] }) {
  const platform = useApp((state) => state.app?.platform ?? 'linux')
  if (actions.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map(({ id, label: words, icon: Icon, command, run }) => (
        <Spotlight.Action key={id} onClick={run}>
          <span className={classes.action}>
            <Icon size={16} aria-hidden="true" />
            <span className={classes.label}>{words}</span>
            {command !== null && (
              <span className={classes.keys} aria-hidden="true">
                <Shortcut keys={keysOf(command, platform)} />
              </span>
            )}
          </span>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  )
}
