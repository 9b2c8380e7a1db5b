import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconBan,
  IconBellZ,
  IconCircleOff,
  IconCloud,
  IconDots,
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
import { WriteSelectedButton } from '../../env-files'
import { snoozeKeys, snoozeSpans } from '../../reminders'
import { changeKeys } from '../change-keys'
import { deleteKeys, restoreKeys } from '../key-actions'
import classes from './SelectionBar.module.css'

const ICON = 16

/** What can be done with the selected keys, over the foot of the list. */
export function SelectionBar() {
  const { t, i18n } = useTranslation()
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
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconTag size={ICON} />}
            onClick={() => {
              useBulk.setState({ dialog: 'tags' })
            }}
          >
            {t('keys.bulk.tags.open')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconFolderSymlink size={ICON} />}
            onClick={() => {
              useBulk.setState({ dialog: 'place' })
            }}
          >
            {t('keys.bulk.place.open')}
          </Button>
          <WriteSelectedButton />
          <AtProvider />
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
function AtProvider() {
  const { t } = useTranslation()
  const open = (action: 'disable' | 'rotate' | 'revoke') => () => {
    useProviderDialog.getState().open({ kind: 'bulk', action, ids: [...useKeyList.getState().selected] })
  }
  return (
    <Menu position="top" width={200}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconCloud size={ICON} />}>
          {t('keys.bulk.atProvider')}
        </Button>
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
