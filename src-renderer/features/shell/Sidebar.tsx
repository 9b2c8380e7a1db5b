import {
  IconActivity,
  IconBell,
  IconBox,
  IconClockExclamation,
  IconDatabaseExport,
  IconFileCode,
  IconFolder,
  IconHistory,
  IconKey,
  IconLock,
  IconPencilOff,
  IconPlugConnected,
  IconRefresh,
  IconSettings,
  IconStar,
  IconTag,
  IconTrash
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApp } from '../../stores/app-store'
import { useEnv } from '../../stores/env-store'
import { useFacets } from '../../stores/facets-store'
import { useKeyList } from '../../stores/key-list-store'
import { useReminders } from '../../stores/reminders-store'
import { useRotations } from '../../stores/rotations-store'
import { useUi } from '../../stores/ui-store'
import { useViews } from '../../stores/views-store'
import { useUsage } from '../../stores/usage-store'
import { cx } from '../../ui/cx'
import { GrantIndicator } from '../grants'
import { Mark } from '../../ui/Mark'
import { PaneHandle } from '../../ui/PaneHandle'
import { lockVault, showConnections, showKeys, showProjects, showReminders, showRotations } from './actions'
import { ClipboardLeaseView } from './ClipboardLeaseView'
import { NavItem } from './NavItem'
import { NavGroup } from './NavGroup'
import { NavViews } from './NavViews'
import classes from './Sidebar.module.css'

interface SidebarProps {
  readonly folded: boolean
}

const ICON = 16

export function Sidebar({ folded }: SidebarProps) {
  const { t } = useTranslation()
  const screen = useUi((state) => state.screen)
  const goTo = useUi((state) => state.goTo)
  const width = useUi((state) => state.sidebarWidth)
  const setWidth = useUi((state) => state.setSidebarWidth)
  const facets = useFacets((state) => state.facets)
  const filter = useKeyList((state) => state.filter)
  const rotating = useRotations((state) => state.items?.length ?? 0)
  const waiting = useReminders(({ summary }) => (summary === null ? 0 : summary.overdue + summary.due))
  const drifted = useEnv((state) => state.bindings?.filter(({ state: now }) => now !== 'in-step').length ?? 0)
  const findings = useUsage((state) => state.openFindings)
  const readOnly = useApp((state) => state.session?.readOnly === true)
  const viewId = useViews((state) => state.openId)
  const onKeys = screen === 'keys'
  const unfiltered =
    filter.providers.length + filter.projects.length + filter.tags.length + filter.statuses.length === 0
  const viewIs = (view: typeof filter.view): boolean =>
    onKeys && viewId === null && filter.view === view && (view !== 'all' || unfiltered)

  return (
    <nav
      className={cx(classes.sidebar, folded && classes.folded)}
      style={{ width: folded ? 52 : width }}
      aria-label={t('nav.label')}
    >
      <div className={classes.brand}>
        <Mark size={20} />
        {!folded && <span>Keyquay</span>}
      </div>
      <div className={classes.scroll}>
        <ul className={classes.group}>
          <NavItem
            folded={folded}
            icon={<IconKey size={ICON} />}
            label={t('nav.allKeys')}
            count={facets?.all}
            current={viewIs('all')}
            onSelect={() => {
              showKeys({})
            }}
          />
          <NavItem
            folded={folded}
            icon={<IconClockExclamation size={ICON} />}
            label={t('nav.expiring')}
            count={facets?.expiring}
            alert={(facets?.expiring ?? 0) > 0}
            current={viewIs('expiring')}
            onSelect={() => {
              showKeys({ view: 'expiring' })
            }}
          />
          {rotating > 0 && (
            <NavItem
              folded={folded}
              icon={<IconRefresh size={ICON} />}
              label={t('provider.rotation.nav')}
              count={rotating}
              current={onKeys && filter.statuses.length === 1 && filter.statuses[0] === 'rotating'}
              onSelect={showRotations}
            />
          )}
          <NavItem
            folded={folded}
            icon={<IconStar size={ICON} />}
            label={t('nav.favourites')}
            count={facets?.favourites}
            current={viewIs('favourites')}
            onSelect={() => {
              showKeys({ view: 'favourites' })
            }}
          />
        </ul>
        {!folded && facets && (
          <>
            <NavViews />
            <NavGroup
              title={t('nav.providers')}
              icon={<IconBox size={ICON} />}
              values={facets.providers}
              chosen={onKeys ? filter.providers : []}
              onSelect={(value) => {
                showKeys({ providers: [value] })
              }}
            />
            <NavGroup
              title={t('nav.projects')}
              icon={<IconFolder size={ICON} />}
              values={facets.projects}
              chosen={onKeys ? filter.projects : []}
              onSelect={(value) => {
                showKeys({ projects: [value] })
              }}
            />
            <NavGroup
              title={t('nav.tags')}
              icon={<IconTag size={ICON} />}
              values={facets.tags}
              chosen={onKeys ? filter.tags : []}
              onSelect={(value) => {
                showKeys({ tags: [value] })
              }}
            />
          </>
        )}
      </div>
      {readOnly && (
        <p className={classes.readOnly} title={t('nav.readOnlyWhy')}>
          {folded ? <IconPencilOff size={ICON} role="img" aria-label={t('nav.readOnly')} /> : t('nav.readOnly')}
        </p>
      )}
      <GrantIndicator folded={folded} />
      <ClipboardLeaseView folded={folded} />
      <ul className={cx(classes.group, classes.foot)}>
        <NavItem
          folded={folded}
          icon={<IconTrash size={ICON} />}
          label={t('nav.bin')}
          count={facets?.bin}
          current={viewIs('bin')}
          onSelect={() => {
            showKeys({ view: 'bin' })
          }}
        />
        <NavItem
          folded={folded}
          icon={<IconFileCode size={ICON} />}
          label={t('env.projects.title')}
          count={drifted}
          alert={drifted > 0}
          current={screen === 'projects'}
          onSelect={showProjects}
        />
        <NavItem
          folded={folded}
          icon={<IconBell size={ICON} />}
          label={t('reminders.title')}
          count={waiting}
          alert={waiting > 0}
          current={screen === 'reminders'}
          onSelect={() => {
            showReminders()
          }}
        />
        <NavItem
          folded={folded}
          icon={<IconPlugConnected size={ICON} />}
          label={t('nav.connections')}
          current={screen === 'connections'}
          onSelect={showConnections}
        />
        <NavItem
          folded={folded}
          icon={<IconActivity size={ICON} />}
          label={t('usage.title')}
          count={findings}
          alert={findings > 0}
          current={screen === 'usage'}
          onSelect={() => {
            goTo('usage')
          }}
        />
        <NavItem
          folded={folded}
          icon={<IconHistory size={ICON} />}
          label={t('nav.audit')}
          current={screen === 'audit'}
          onSelect={() => {
            goTo('audit')
          }}
        />
        <NavItem
          folded={folded}
          icon={<IconDatabaseExport size={ICON} />}
          label={t('nav.backups')}
          current={screen === 'backups'}
          onSelect={() => {
            goTo('backups')
          }}
        />
        <NavItem
          folded={folded}
          icon={<IconSettings size={ICON} />}
          label={t('nav.settings')}
          current={screen === 'settings'}
          onSelect={() => {
            goTo('settings')
          }}
        />
        <NavItem folded={folded} icon={<IconLock size={ICON} />} label={t('nav.lock')} onSelect={lockVault} />
      </ul>
      {!folded && (
        <div className={classes.edge}>
          <PaneHandle
            label={t('nav.resizeSidebar')}
            width={width}
            min={180}
            max={320}
            pane="left"
            onResize={setWidth}
          />
        </div>
      )}
    </nav>
  )
}
