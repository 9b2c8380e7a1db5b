import type { KeySummary } from '@contract/model/key'
import { Spotlight } from '@mantine/spotlight'
import {
  IconAlertTriangle,
  IconBell,
  IconBellRinging,
  IconBroadcast,
  IconCalendarDown,
  IconClockExclamation,
  IconDatabaseExport,
  IconFileCode,
  IconFileImport,
  IconFolderPlus,
  IconHistory,
  IconKey,
  IconKeyboard,
  IconLifebuoy,
  IconLock,
  IconPlugConnected,
  IconPlus,
  IconRadar2,
  IconRefresh,
  IconSearch,
  IconSettings
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client/client'
import { useKeyList } from '../../stores/key-list-store'
import { useProviderDialog } from '../../stores/provider-dialog-store'
import { useReminders } from '../../stores/reminders-store'
import { useRotations } from '../../stores/rotations-store'
import { useUi } from '../../stores/ui-store'
import { useUnfinished } from '../../stores/unfinished-store'
import { backUpNow, saveCopy } from '../backups'
import { newProject, scanFolder } from '../env-files'
import { testNotification } from '../reminders'
import { lockVault, showConnections, showKeys, showProjects, showReminders } from './actions'
import classes from './Palette.module.css'

const MOST_KEYS = 8
const none: readonly KeySummary[] = []

export function Palette() {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const keys = useFoundKeys(query)
  const { goTo, setAdding, setImporting, addConnection, makeKit, showShortcuts, askSearch } = useUi.getState()

  const rotations = useRotations((state) => state.items) ?? []
  const unfinished = useUnfinished((state) => state.items?.length ?? 0)
  const { open } = useProviderDialog.getState()

  const actions = [
    {
      label: t('list.newKey'),
      icon: IconPlus,
      run: () => {
        setAdding(true)
      }
    },
    {
      label: t('provider.open'),
      icon: IconPlugConnected,
      run: () => {
        open({ kind: 'create', connectionId: null })
      }
    },
    ...rotations.map(({ id, keyId, keyName }) => ({
      label: t('provider.rotation.title', { name: keyName }),
      icon: IconRefresh,
      run: () => {
        open({ kind: 'rotation', keyId, rotationId: id })
      }
    })),
    ...(unfinished > 0
      ? [
          {
            label: t('provider.unfinished.title'),
            icon: IconAlertTriangle,
            run: () => {
              open({ kind: 'unfinished' })
            }
          }
        ]
      : []),
    {
      label: t('import.open'),
      icon: IconFileImport,
      run: () => {
        setImporting(true)
      }
    },
    {
      label: t('palette.search'),
      icon: IconSearch,
      run: () => {
        askSearch()
      }
    },
    {
      label: t('nav.allKeys'),
      icon: IconKey,
      run: () => {
        showKeys({})
      }
    },
    {
      label: t('nav.expiring'),
      icon: IconClockExclamation,
      run: () => {
        showKeys({ view: 'expiring' })
      }
    },
    { label: t('env.projects.title'), icon: IconFileCode, run: showProjects },
    {
      label: t('env.projects.add'),
      icon: IconFolderPlus,
      run: () => {
        void newProject()
      }
    },
    {
      label: t('env.scan.open'),
      icon: IconRadar2,
      run: () => {
        void scanFolder({})
      }
    },
    {
      label: t('reminders.title'),
      icon: IconBell,
      run: () => {
        showReminders()
      }
    },
    {
      label: t('reminders.palette.rules'),
      icon: IconBell,
      run: () => {
        showReminders('rules')
      }
    },
    {
      label: t('reminders.palette.channels'),
      icon: IconBroadcast,
      run: () => {
        showReminders('channels')
      }
    },
    {
      label: t('reminders.palette.addChannel'),
      icon: IconBroadcast,
      run: () => {
        useReminders.getState().open({ kind: 'channel', id: null })
      }
    },
    {
      label: t('reminders.export.open'),
      icon: IconCalendarDown,
      run: () => {
        useReminders.getState().open({ kind: 'export' })
      }
    },
    {
      label: t('reminders.palette.test'),
      icon: IconBellRinging,
      run: () => {
        void testNotification()
      }
    },
    { label: t('nav.connections'), icon: IconPlugConnected, run: showConnections },
    {
      label: t('connections.add'),
      icon: IconPlugConnected,
      run: () => {
        addConnection({ connectorId: null })
      }
    },
    {
      label: t('nav.audit'),
      icon: IconHistory,
      run: () => {
        goTo('audit')
      }
    },
    {
      label: t('nav.backups'),
      icon: IconDatabaseExport,
      run: () => {
        goTo('backups')
      }
    },
    {
      label: t('backups.make'),
      icon: IconDatabaseExport,
      run: () => {
        void backUpNow()
      }
    },
    {
      label: t('backups.save'),
      icon: IconDatabaseExport,
      run: () => {
        void saveCopy()
      }
    },
    {
      label: t('kit.make'),
      icon: IconLifebuoy,
      run: () => {
        makeKit(true)
      }
    },
    {
      label: t('nav.settings'),
      icon: IconSettings,
      run: () => {
        goTo('settings')
      }
    },
    {
      label: t('palette.shortcuts'),
      icon: IconKeyboard,
      run: () => {
        showShortcuts(true)
      }
    },
    { label: t('nav.lock'), icon: IconLock, run: lockVault }
  ].filter((action) => action.label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase()))

  // The kit chooses the first line when something is typed; the keys arrive after that and push it away.
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (list.current === null) return
    list.current.querySelector('[data-selected]')?.removeAttribute('data-selected')
    list.current.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  }, [keys])

  const openKey = (key: KeySummary): void => {
    goTo('keys')
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
        {actions.length > 0 && (
          <Spotlight.ActionsGroup label={t('palette.actions')}>
            {actions.map(({ label, icon: Icon, run }) => (
              <Spotlight.Action key={label} onClick={run}>
                <span className={classes.action}>
                  <Icon size={16} aria-hidden="true" />
                  <span className={classes.label}>{label}</span>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {keys.length + actions.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** The first keys that fit what is typed; none while nothing is. */
function useFoundKeys(query: string): readonly KeySummary[] {
  const text = query.trim()
  const [found, setFound] = useState<{ text: string; items: readonly KeySummary[] }>({ text: '', items: [] })
  useEffect(() => {
    if (text === '') return
    let wanted = true
    client.call('keys.list', { text, limit: MOST_KEYS }).then(
      ({ items }) => {
        if (wanted) setFound({ text, items })
      },
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [text])
  return text === '' ? none : found.items
}
