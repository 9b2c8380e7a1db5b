import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBan,
  IconBellZ,
  IconCircleOff,
  IconCloud,
  IconDots,
  IconFileArrowRight,
  IconFolderSymlink,
  IconRefresh,
  IconStar,
  IconStarOff,
  IconTag,
  IconTrash,
  IconX
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useBulk } from '../../../stores/bulk-store'
import { useKeyList } from '../../../stores/key-list-store'
import { useProviderDialog } from '../../../stores/provider-dialog-store'
import { writeSelected } from '../../env-files'
import { snoozeKeys, snoozeSpans } from '../../reminders'
import { changeKeys } from '../change-keys'
import { deleteKeys, restoreKeys } from '../key-actions'
import { BarButton } from './BarButton'
import classes from '../../../ui/foot-bar.module.css'

const ICON = 16

/** A narrower list has no room for all of the labels, or for any. */
const ROOM_FOR = { all: 880, most: 740 }

interface SelectionBarProps {
  /** Of the list it lies over, in pixels. */
  readonly width: number
}

/** What can be done with the selected keys, over the foot of the list. */
export function SelectionBar({ width }: SelectionBarProps) {
  const { t, i18n } = useTranslation()
  const narrow = width < ROOM_FOR.most
  const selected = useKeyList((state) => state.selected)
  const inBin = useKeyList((state) => state.filter.view === 'bin')
  const clear = useKeyList((state) => state.clearSelection)
  const progress = useBulk((state) => state.progress)
  if (selected.size === 0) return null
  const ids = [...selected]
  const keys = ids.map((id) => ({ id, name: '' }))
  const label = t('list.selected', { count: selected.size, formatted: selected.size.toLocaleString(i18n.language) })
  if (progress !== null) {
    return (
      <div className={classes.bar} role="status">
        <span className={classes.count}>{t('keys.changed.progress', { ...progress })}</span>
      </div>
    )
  }
  return (
    <div className={classes.bar} role="toolbar" aria-label={label}>
      <span className={classes.count}>{label}</span>
      {inBin ? (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowBackUp size={ICON} />}
          onClick={() => {
            void restoreKeys(keys)
          }}
        >
          {t('list.restoreSelected')}
        </Button>
      ) : (
        <>
          <BarButton
            icon={<IconTag size={ICON} />}
            label={t('keys.bulk.tags.open')}
            narrow={narrow}
            onClick={() => {
              useBulk.setState({ dialog: 'tags' })
            }}
          />
          <BarButton
            icon={<IconFolderSymlink size={ICON} />}
            label={t('keys.bulk.place.open')}
            narrow={narrow}
            onClick={() => {
              useBulk.setState({ dialog: 'place' })
            }}
          />
          <BarButton
            icon={<IconFileArrowRight size={ICON} />}
            label={t('env.write.openLong')}
            narrow={width < ROOM_FOR.all}
            onClick={writeSelected}
          />
          <AtProvider narrow={narrow} />
          <More />
          <Tooltip label={t('list.deleteSelected')}>
            <ActionIcon
              color="red"
              aria-label={t('list.deleteSelected')}
              onClick={() => {
                void deleteKeys(keys)
              }}
            >
              <IconTrash size={ICON} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
      <Tooltip label={t('list.clearSelection')}>
        <ActionIcon aria-label={t('list.clearSelection')} onClick={clear}>
          <IconX size={ICON} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

/** What can be asked of the providers for all of them. */
function AtProvider({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation()
  const open = (action: 'disable' | 'rotate' | 'revoke') => () => {
    useProviderDialog.getState().open({ kind: 'bulk', action, ids: [...useKeyList.getState().selected] })
  }
  return (
    <Menu position="top" width={200}>
      <Menu.Target>
        <BarButton icon={<IconCloud size={ICON} />} label={t('keys.bulk.atProvider')} narrow={narrow} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRefresh size={ICON} />} onClick={open('rotate')}>
          {t('keys.bulk.rotate.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCircleOff size={ICON} />} onClick={open('disable')}>
          {t('keys.bulk.disable.open')}
        </Menu.Item>
        <Menu.Item c="var(--kq-danger)" leftSection={<IconBan size={ICON} />} onClick={open('revoke')}>
          {t('keys.bulk.revoke.open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function More() {
  const { t } = useTranslation()
  const selected = (): Parameters<typeof changeKeys>[0] => [...useKeyList.getState().selected]
  return (
    <Menu position="top" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('keys.bulk.more')}>
          <IconDots size={ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconStar size={ICON} />}
          onClick={() => {
            void changeKeys(selected(), { kind: 'favourite', favourite: true })
          }}
        >
          {t('list.addFavourite')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconStarOff size={ICON} />}
          onClick={() => {
            void changeKeys(selected(), { kind: 'favourite', favourite: false })
          }}
        >
          {t('list.removeFavourite')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('keys.bulk.snooze')}</Menu.Label>
        {snoozeSpans.map((span) => (
          <Menu.Item
            key={span}
            leftSection={<IconBellZ size={ICON} />}
            onClick={() => {
              void snoozeKeys(selected(), span)
            }}
          >
            {t(`reminders.snoozeFor.${span}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
